"""The keyboard focus and the tab order."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.inspection import round_trip
from ui.widgets.focus import fix_tab_order, focused_widget, give_focus


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window with three controls, without the focus."""
    made = QWidget()
    layout = QVBoxLayout(made)
    for each in (QPushButton("hidden"), QPushButton("off"), QLineEdit()):
        layout.addWidget(each)
    hidden, off = made.findChildren(QPushButton)
    hidden.hide()
    off.setEnabled(False)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_the_first_control_that_can_be_used_gets_it(window: QWidget) -> None:
    give_focus(window)
    assert isinstance(focused_widget(window), QLineEdit)


def test_where_there_is_nothing_to_do_nobody_gets_it(window: QWidget) -> None:
    for each in window.findChildren(QLineEdit):
        each.setEnabled(False)
    give_focus(window)
    assert focused_widget(window) is None


def test_what_is_put_in_late_comes_where_it_is_read(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    before, container, after = QLineEdit(), QWidget(), QLineEdit()
    layout, inside = QVBoxLayout(window), QVBoxLayout(container)
    for each in (before, container, after):
        layout.addWidget(each)
    late = QLineEdit(), QLineEdit()
    for each in late:
        inside.addWidget(each)
    fix_tab_order(container)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    visited, _ = round_trip(before)
    assert visited == [before, *late, after]
