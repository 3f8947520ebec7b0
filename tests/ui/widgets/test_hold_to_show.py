from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.review.reveal import RevealedPicture
from tests.ui.pictures import is_wiped
from ui.widgets.hold_to_show import HoldToShow
from ui.widgets.layouts import column

RED = RevealedPicture(40, 20, bytearray((250, 0, 0)) * 800, None)


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """A page with the button and another control."""
    made = QWidget()
    button = HoldToShow("&Hold", made, "One moment", "Let go")
    made.setLayout(column(QLineEdit(), button))
    made.resize(300, 300)
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    button.setFocus()
    return made


@pytest.fixture
def button(page: QWidget) -> HoldToShow:
    """The button."""
    found = page.findChild(HoldToShow)
    assert found is not None
    return found


def is_red(page: QWidget) -> bool:
    """Return whether the picture is on the screen."""
    seen = page.grab().toImage()
    points = ((x, y) for x in range(0, seen.width(), 5) for y in range(0, seen.height(), 5))
    return any(seen.pixelColor(x, y) == QColor(250, 0, 0) for x, y in points)


def hold(button: HoldToShow) -> None:
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    button.show_picture(RED)


def test_the_picture_is_there_only_while_the_mouse_holds(page: QWidget, button: HoldToShow) -> None:
    assert not is_red(page)
    hold(button)
    assert is_red(page)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert not is_red(page)
    assert button.surface.isHidden()


def test_moving_the_mouse_away_while_it_holds_changes_nothing(
    page: QWidget, button: HoldToShow
) -> None:
    hold(button)
    QTest.mouseMove(button, QPoint(-50, -50))
    assert button.is_held
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton, pos=QPoint(-50, -50))
    assert not is_red(page)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_F])
def test_a_key_holds_as_the_mouse_does(page: QWidget, button: HoldToShow, key: Qt.Key) -> None:
    QTest.keyPress(button, key)
    button.show_picture(RED)
    assert is_red(page)
    QTest.keyRelease(button, key)
    assert not is_red(page)


def test_what_a_key_repeats_neither_hides_nor_asks_again(button: HoldToShow) -> None:
    wanted: list[None] = []
    button.wanted.connect(lambda: wanted.append(None))
    QTest.keyPress(button, Qt.Key.Key_Space)
    for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
        repeated = QKeyEvent(
            kind, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", autorep=True
        )
        QApplication.sendEvent(button, repeated)
    assert button.is_held
    assert len(wanted) == 1


LETS_GO: dict[str, Callable[[QWidget, HoldToShow], object]] = {
    "the keyboard goes elsewhere": lambda page, _: page.findChildren(QLineEdit)[0].setFocus(),
    "the button is hidden": lambda _, button: button.hide(),
    "the page is hidden": lambda page, _: page.hide(),
    "the button is disabled": lambda _, button: button.setEnabled(False),
    "the window is not active any more": lambda _, button: QApplication.sendEvent(
        button, QEvent(QEvent.Type.WindowDeactivate)
    ),
    "it is told to": lambda _, button: button.let_go(),
}


@pytest.mark.parametrize("happens", LETS_GO.values(), ids=LETS_GO)
def test_it_is_gone_at_once_when(
    happens: Callable[[QWidget, HoldToShow], object], page: QWidget, button: HoldToShow
) -> None:
    unwanted: list[None] = []
    button.unwanted.connect(lambda: unwanted.append(None))
    hold(button)
    happens(page, button)
    assert not button.is_held
    assert is_wiped(button.surface.pane)
    assert not is_red(page)
    assert len(unwanted) == 1


def test_a_picture_that_comes_too_late_is_not_shown(page: QWidget, button: HoldToShow) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    button.show_picture(RED)
    assert not is_red(page)


def test_words_take_the_place_of_a_picture_that_cannot_be_shown(button: HoldToShow) -> None:
    QTest.keyPress(button, Qt.Key.Key_F)
    assert button.surface.words.text() == "One moment"
    button.say("It is gone")
    assert button.surface.words.text() == "It is gone"
    QTest.keyRelease(button, Qt.Key.Key_F)
    assert button.surface.isHidden()


def test_its_mnemonic_leads_to_it_and_shows_nothing(page: QWidget, button: HoldToShow) -> None:
    page.findChildren(QLineEdit)[0].setFocus()
    QTest.keyClick(page, Qt.Key.Key_H, Qt.KeyboardModifier.AltModifier)
    assert button.hasFocus()
    assert not button.is_held


def test_the_surface_stays_as_large_as_the_page(page: QWidget, button: HoldToShow) -> None:
    hold(button)
    page.resize(400, 500)
    assert button.surface.geometry() == page.rect()


def test_other_keys_and_buttons_do_nothing(button: HoldToShow) -> None:
    QTest.keyPress(button, Qt.Key.Key_A)
    QTest.mousePress(button, Qt.MouseButton.RightButton)
    QTest.keyPress(button, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert not button.is_held
