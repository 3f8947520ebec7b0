"""Actions of a person on any page."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from storage.custody import CustodyEntry
from ui.pages.page import Page


def press(button: QPushButton) -> None:
    """Click a button."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def said(page: Page) -> str:
    """Return all visible text of a page, without zero-width spaces."""
    shown = (label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))
    return "\n".join(shown).replace("\u200b", "")


def enter(qtbot: QtBot, page: Page, words: str) -> None:
    """Enter the page, and wait until it shows that text."""
    page.enter()
    qtbot.waitUntil(lambda: words in said(page))


def log_of(qtbot: QtBot, page: Page) -> list[CustodyEntry]:
    """Return the custody log of the open case."""
    told: list[list[CustodyEntry]] = []
    page.session.ask(lambda case: list(case.custody.entries()), told.append)
    qtbot.waitUntil(lambda: bool(told))
    return told[0]
