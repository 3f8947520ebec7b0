from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import PHRASE
from ui.application import Application
from ui.navigation_rail import NavigationRail
from ui.pages.cases import StartPage
from ui.session.session import Session
from ui.window import AHEAD_MS


def shift_three_times(application: Application) -> None:
    for _ in range(3):
        QTest.keyClick(application.window.windowHandle(), Qt.Key.Key_Shift)


def hear_of_leaving(application: Application) -> list[bool]:
    """Return a list of whether the window was covered when it emitted `leaving`; nothing ends."""
    covered: list[bool] = []
    application.window.leaving.disconnect(application.leave)
    application.window.leaving.connect(lambda: covered.append(application.window.cover.isVisible()))
    return covered


def test_the_button_covers_the_window_before_anything_else(application: Application) -> None:
    covered = hear_of_leaving(application)
    QTest.mouseClick(application.window.leave_button, Qt.MouseButton.LeftButton)
    assert covered == [True]


def test_shift_three_times_covers_the_window(application: Application) -> None:
    covered = hear_of_leaving(application)
    shift_three_times(application)
    assert covered == [True]


def test_the_cross_of_the_window_leaves(application: Application) -> None:
    covered = hear_of_leaving(application)
    application.window.close()
    assert covered == [True]
    assert application.window.isVisible()


def test_leaving_twice_is_leaving_once(application: Application) -> None:
    covered = hear_of_leaving(application)
    shift_three_times(application)
    shift_three_times(application)
    assert len(covered) == 1


def test_the_cover_grows_with_the_window(qtbot: QtBot, application: Application) -> None:
    hear_of_leaving(application)
    window = application.window
    window.leave()
    window.resize(window.width() + 100, window.height() + 50)
    qtbot.waitUntil(lambda: window.cover.geometry() == window.rect())


def test_the_title_is_that_of_the_program_alone(application: Application) -> None:
    assert application.window.windowTitle() == "Geoul"
    application.session.prefer(replace(application.session.preferences, language="ko"))
    assert application.window.windowTitle() == "거울"


def test_the_pages_of_a_case_cannot_be_reached_without_one(application: Application) -> None:
    application.window.show_page("intake")
    assert application.window.page.name == "start"


def test_a_closed_case_leaves_nothing_in_the_pages(
    qtbot: QtBot, application: Application, session: Session, case: Path
) -> None:
    with qtbot.waitSignal(session.closed):
        session.close()
    with qtbot.waitSignal(application.session.opened):
        application.session.open(case, PHRASE, lambda _: None)
    before = application.window.page_named("intake")
    with qtbot.waitSignal(application.session.closed):
        application.session.close()
    assert application.window.page_named("intake") is not before
    assert application.window.page.name == "start"


def test_something_on_the_page_has_the_keyboard_when_a_case_is_closed_by_hand(
    qtbot: QtBot, application: Application, session: Session, case: Path
) -> None:
    with qtbot.waitSignal(session.closed):
        session.close()
    with qtbot.waitSignal(application.session.opened):
        application.session.open(case, PHRASE, lambda _: None)
    window = application.window
    window.show_page("start")
    assert isinstance(window.page, StartPage)
    window.page.close_button.setFocus()
    with qtbot.waitSignal(application.session.closed):
        QTest.keyClick(window.page.close_button, Qt.Key.Key_Space)
    assert window.page.isAncestorOf(window.focusWidget())
    qtbot.waitUntil(window.focusWidget().isVisible)


def test_whoever_goes_through_the_steps_by_keyboard_stays_there(application: Application) -> None:
    (rail,) = application.window.findChildren(NavigationRail)
    step = next(each for each in rail.findChildren(QPushButton) if each.text() == "Help")
    step.setFocus()
    QTest.keyClick(step, Qt.Key.Key_Space)
    assert application.window.page.name == "help"
    assert application.window.focusWidget() is step


@pytest.mark.parametrize("ahead_ms", [AHEAD_MS])
def test_pages_are_made_before_anybody_wants_them(qtbot: QtBot, application: Application) -> None:
    window = application.window
    qtbot.waitUntil(lambda: window._pages.keys() == window._page_types.keys())
    assert window.page.name == "start"
