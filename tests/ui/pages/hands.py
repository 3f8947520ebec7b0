"""What a person does on any page."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from storage.custody import CustodyEntry
from ui.pages.page import Page


def press(button: QPushButton) -> None:
    """By the mouse."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def said(page: Page) -> str:
    """Every label that can be seen, without the marks of where its lines may break."""
    shown = (label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))
    return "\n".join(shown).replace("\u200b", "")


def enter(qtbot: QtBot, page: Page, words: str) -> None:
    """Come to the page, and wait until it says that."""
    page.enter()
    qtbot.waitUntil(lambda: words in said(page))


def log_of(qtbot: QtBot, page: Page) -> list[CustodyEntry]:
    """The custody log of the open case."""
    told: list[list[CustodyEntry]] = []
    page.session.ask(lambda case: list(case.custody.entries()), told.append)
    qtbot.waitUntil(lambda: bool(told))
    return told[0]
