"""Actions of a person on any page."""

from typing import NoReturn

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from storage.custody import CustodyEntry
from ui.pages.page import Page
from ui.widgets.labels import MAY_WRAP


def press(button: QPushButton) -> None:
    """Click a button."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def said(widget: QWidget) -> str:
    """Return all text of a widget that is visible in it, as if no word could be wrapped."""
    shown = (label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))
    return "\n".join(shown).replace(MAY_WRAP, "")


def fail(error: Exception) -> NoReturn:
    """Raise an error that nobody expects."""
    raise error


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
