"""Actions of a person on the page of the handover."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from storage.bundle import write
from storage.bundle.target import part_path
from storage.case import Case
from storage.types import Verdict
from tests.ui.pages.hands import enter
from ui.pages.handover import HandoverPage
from ui.session.session import Session


def confirm(qtbot: QtBot, session: Session, *items: int) -> None:
    """Confirm these items, and wait until that is saved."""

    def decide(case: Case) -> bool:
        for item in items:
            case.decide(item, Verdict.CONFIRM)
        return True

    told: list[object] = []
    session.ask(decide, told.append)
    qtbot.waitUntil(lambda: bool(told))


def plan(qtbot: QtBot, session: Session, page: HandoverPage, target: Path) -> None:
    """Confirm an item and choose a target; only the button is left to press."""
    confirm(qtbot, session, 1)
    enter(qtbot, page, "No location chosen")
    page._chosen_place([target])


def make(qtbot: QtBot, session: Session, page: HandoverPage) -> None:
    """Press the button, and wait for the bundle."""
    QTest.mouseClick(page.make_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.handover.running is None)


def secret_of(page: HandoverPage) -> str:
    """Return the passphrase on the page."""
    assert page.result_view is not None
    return page.result_view.shown.text()


def hold(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a bundle begin to write and never end."""

    def endless(*_: object) -> Iterator[int]:
        while True:
            yield 0

    monkeypatch.setattr(write, "_verified", endless)


def under_way(qtbot: QtBot, page: HandoverPage, target: Path) -> None:
    """Press the button, and wait until the bundle is being written."""
    QTest.mouseClick(page.make_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(part_path(target).exists)
