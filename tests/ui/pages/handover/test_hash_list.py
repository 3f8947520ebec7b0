"""The list of hashes for another service, on the page."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.handover.hash_list import HashKind
from app.messages import Words
from storage.case import Case
from storage.types import Verdict
from tests.support.case_samples import FACTS, add, scan_of
from ui.pages.handover import HandoverPage
from ui.session.session import Session
from ui.widgets.file_chooser import FileChooser


def confirmed(case: Case) -> bool:
    for name in ("a.png", "b.png"):
        case.decide(add(case, name), Verdict.CONFIRM)
    case.store_scan(1, scan_of("her"))
    return True


@pytest.fixture
def page(
    qtbot: QtBot, session: Session, case: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> HandoverPage:
    """The page, with one confirmed picture that has a hash and one that has none."""
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    told: list[bool] = []
    session.ask(confirmed, told.append)
    qtbot.waitUntil(lambda: bool(told))
    made = HandoverPage(session, Words("en"))
    qtbot.addWidget(made)
    made.show()
    made.enter()
    qtbot.waitUntil(lambda: hasattr(made, "hash_list"))
    return made


@pytest.fixture
def save(qtbot: QtBot, page: HandoverPage) -> Callable[[], None]:
    """Press the button, and accept the name that is offered."""

    def press() -> None:
        QTest.keyClick(page.hash_list.save_button, Qt.Key.Key_Return)
        chooser = page.findChild(FileChooser)
        assert chooser is not None
        qtbot.waitUntil(chooser.choose_button.isEnabled)
        QTest.keyClick(chooser.choose_button, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: page.findChild(FileChooser) is None)

    return press


def test_a_list_is_written_where_it_is_wanted(
    qtbot: QtBot, page: HandoverPage, save: Callable[[], None], tmp_path: Path
) -> None:
    assert page.hash_list.save_button.isHidden() or not page.hash_list.save_button.isVisible()
    QTest.keyClick(page.hash_list.disclosure.toggle_button, Qt.Key.Key_Space)
    save()
    qtbot.waitUntil(page.hash_list.message.isVisible)
    assert (tmp_path / "home" / "hashes-pdq.txt").read_text() == f"{FACTS.pdq}\n"
    assert "(lines: 1, items: 1)" in page.hash_list.message.text()
    assert "says too little: 2" in page.hash_list.message.text()


def test_when_there_is_no_such_hash_that_is_said(
    qtbot: QtBot, page: HandoverPage, save: Callable[[], None], tmp_path: Path
) -> None:
    QTest.keyClick(page.hash_list.disclosure.toggle_button, Qt.Key.Key_Space)
    QTest.keyClick(page.hash_list.kinds[HashKind.MD5], Qt.Key.Key_Space)
    save()
    qtbot.waitUntil(page.hash_list.message.isVisible)
    assert "no file was created" in page.hash_list.message.text()
    assert list((tmp_path / "home").iterdir()) == []
