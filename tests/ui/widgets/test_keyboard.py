"""Where the keyboard goes."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.keyboard import at_keyboard, give_keyboard


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Three controls, and nothing has the keyboard."""
    made = QWidget()
    layout = QVBoxLayout(made)
    for each in (QPushButton("hidden"), QPushButton("off"), QLineEdit()):
        layout.addWidget(each)
    hidden, off = made.findChildren(QPushButton)
    hidden.hide()
    off.setEnabled(False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_first_control_that_can_be_used_gets_it(window: QWidget) -> None:
    give_keyboard(window)
    assert isinstance(at_keyboard(window), QLineEdit)


def test_where_there_is_nothing_to_do_nobody_gets_it(window: QWidget) -> None:
    for each in window.findChildren(QLineEdit):
        each.setEnabled(False)
    give_keyboard(window)
    assert at_keyboard(window) is None
