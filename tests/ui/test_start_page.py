import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.messages import LANGUAGES, Words
from ui.start_page import StartPage


@pytest.mark.parametrize("language", LANGUAGES)
def test_says_who_helps_and_that_nothing_is_sent(qtbot: QtBot, language: str) -> None:
    words = Words(language)
    page = StartPage(words)
    qtbot.addWidget(page)
    shown = {label.text() for label in page.findChildren(QLabel)}
    assert {words.say("support.lines"), words.say("window.does")} <= shown


def test_leave_closes_the_window_at_once(qtbot: QtBot) -> None:
    page = StartPage(Words("en"))
    qtbot.addWidget(page)
    page.show()
    QTest.mouseClick(page.leave, Qt.MouseButton.LeftButton)
    assert not page.isVisible()


def test_escape_leaves_too(qtbot: QtBot) -> None:
    page = StartPage(Words("en"))
    qtbot.addWidget(page)
    page.show()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()
