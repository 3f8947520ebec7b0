from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.application import Application
from ui.header import Header
from ui.navigation_rail import NavigationRail, StepList
from ui.window import SMALLEST


def shown(application: Application) -> QWidget:
    """Return the current content of the window; the former is still being deleted."""
    central = application.window.centralWidget()
    assert central is not None
    return central


def make_tight(qtbot: QtBot, application: Application) -> Header:
    """Give the window its smallest size and the largest text."""
    window = application.window
    application.session.prefer(replace(application.session.preferences, text_size=200))
    window.resize(*SMALLEST)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == SMALLEST)
    (header,) = shown(application).findChildren(Header)
    return header


def test_the_button_that_leaves_is_whole_where_it_is_tightest(
    qtbot: QtBot, application: Application
) -> None:
    make_tight(qtbot, application)
    window, leave = application.window, application.window.leave_button
    qtbot.waitUntil(lambda: leave.size() == leave.sizeHint())
    assert window.rect().contains(QRect(leave.mapTo(window, QPoint()), leave.size()))


def test_what_there_is_no_room_for_is_said_by_the_button(
    qtbot: QtBot, application: Application
) -> None:
    header = make_tight(qtbot, application)
    qtbot.waitUntil(lambda: not header.sentence.isVisible())
    assert header.leave_button.accessibleDescription() == header.sentence.text()


def test_there_is_room_for_all_of_it_in_the_ordinary_window(application: Application) -> None:
    (header,) = shown(application).findChildren(Header)
    assert header.sentence.isVisible()
    assert not header.steps.isVisible()


def test_where_there_is_no_room_beside_the_page_the_steps_open_from_a_list(
    qtbot: QtBot, application: Application
) -> None:
    make_tight(qtbot, application)
    (rail,) = shown(application).findChildren(NavigationRail)
    (steps,) = shown(application).findChildren(StepList)
    assert not rail.isVisible()
    steps.setFocus()
    QTest.keyClick(steps, Qt.Key.Key_End)
    assert application.window.page.name == "settings"


def test_a_step_that_needs_a_case_is_passed_over_without_one(
    qtbot: QtBot, application: Application
) -> None:
    make_tight(qtbot, application)
    (steps,) = shown(application).findChildren(StepList)
    steps.setFocus()
    QTest.keyClick(steps, Qt.Key.Key_Down)
    assert application.window.page.name == "help"
