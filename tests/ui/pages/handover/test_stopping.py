"""A bundle that is stopped while it is made."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from storage.bundle.target import part_path
from tests.ui.pages.handover.hands import hold, plan, under_way
from ui.pages.handover import HandoverPage
from ui.session.session import Session


def test_one_that_is_stopped_leaves_nothing(
    qtbot: QtBot,
    filled: Session,
    page: HandoverPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hold(monkeypatch)
    target = tmp_path / "documents.zip"
    plan(qtbot, filled, page, target)
    under_way(qtbot, page, target)
    assert not page.make_button.isVisibleTo(page)
    assert not page.choose_button.isEnabled()
    filled.handover.start("en")  # one at a time
    QTest.mouseClick(page.line.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: filled.handover.running is None)
    assert list(tmp_path.glob("documents*")) == []
    assert page.make_button.isVisibleTo(page)


@pytest.mark.parametrize("lock", [True, False])
def test_leaving_the_case_stops_it_and_leaves_nothing(
    qtbot: QtBot,
    filled: Session,
    page: HandoverPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    lock: bool,
) -> None:
    hold(monkeypatch)
    target = tmp_path / "documents.zip"
    plan(qtbot, filled, page, target)
    under_way(qtbot, page, target)
    if lock:
        filled.lock(finish_work=True)
    else:
        filled.close()
    qtbot.waitUntil(lambda: filled.handover.running is None)
    qtbot.waitUntil(lambda: not part_path(target).exists())
    assert not target.exists()


def test_letters_go_when_the_file_is_stopped(
    qtbot: QtBot,
    filled: Session,
    page: HandoverPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hold(monkeypatch)
    plan(qtbot, filled, page, tmp_path / "documents.zip")
    QTest.keyClick(page.letters_box, Qt.Key.Key_Space)
    under_way(qtbot, page, tmp_path / "documents.zip")
    QTest.mouseClick(page.line.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: filled.handover.running is None)
    assert list(tmp_path.glob("documents*")) == []
