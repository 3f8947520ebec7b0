from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.safety.quick_exit import WITHIN_SECONDS, Cover, PressDots, ShiftPresses

SHIFT = Qt.Key.Key_Shift
PRESS, RELEASE = QEvent.Type.KeyPress, QEvent.Type.KeyRelease


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


class Typist:
    """A window with a text field, watched as the program's own window is."""

    def __init__(self, qtbot: QtBot, qapp: QApplication) -> None:
        self.clock = Clock()
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.line = QLineEdit()
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.line)
        self.shift = ShiftPresses(self.window, self.clock)
        self.window.winId()
        self.window.installEventFilter(self.shift)
        self.window.windowHandle().installEventFilter(self.shift)
        qapp.focusChanged.connect(self.shift.follow)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        self.line.setFocus()
        qtbot.waitUntil(self.line.hasFocus)
        self.complete = 0
        self.shift.complete.connect(self._completed)

    def _completed(self) -> None:
        self.complete += 1

    def tap(self, seconds: float = 0.2, key: Qt.Key = SHIFT) -> None:
        """Press and release a key through the window."""
        self.clock.now += seconds
        QTest.keyPress(self.window.windowHandle(), key)
        QTest.keyRelease(self.window.windowHandle(), key)

    def send(self, kind: QEvent.Type, key: Qt.Key, **more: bool) -> None:
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "", more.get("repeat", False))
        QApplication.sendEvent(self.window.windowHandle(), event)


@pytest.fixture
def typist(qtbot: QtBot, qapp: QApplication) -> Iterator[Typist]:
    made = Typist(qtbot, qapp)
    yield made
    qapp.focusChanged.disconnect(made.shift.follow)


def test_three_presses_leave(typist: Typist) -> None:
    for _ in range(3):
        typist.tap()
    assert typist.complete == 1


def test_three_presses_leave_while_a_line_has_the_keyboard(typist: Typist) -> None:
    assert typist.line.hasFocus()
    for _ in range(3):
        typist.tap()
    assert typist.complete == 1
    assert typist.line.text() == ""


def test_a_press_that_a_widget_alone_hears_of_counts_once(qtbot: QtBot, typist: Typist) -> None:
    counts: list[int] = []
    typist.shift.count_by_filter.connect(counts.append)
    QTest.keyClick(typist.line, SHIFT)
    assert counts == [1]


def test_two_presses_do_not_leave(typist: Typist) -> None:
    for _ in range(2):
        typist.tap()
    assert typist.complete == 0


def test_slow_presses_leave_if_the_last_three_are_near_each_other(typist: Typist) -> None:
    for seconds in (1.0, WITHIN_SECONDS, 2.0, 2.0):
        typist.tap(seconds)
    assert typist.complete == 1


def test_presses_over_too_long_a_time_do_not_leave(typist: Typist) -> None:
    for _ in range(10):
        typist.tap(WITHIN_SECONDS / 2)
    assert typist.complete == 0


def test_capital_letters_do_not_leave(typist: Typist) -> None:
    for _ in range(5):
        typist.send(PRESS, SHIFT)
        QTest.keyClick(
            typist.window.windowHandle(), Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier
        )
        typist.send(RELEASE, SHIFT)
    assert typist.complete == 0
    assert len(typist.line.text()) == 5


def test_a_letter_in_between_begins_anew(typist: Typist) -> None:
    typist.tap()
    typist.tap()
    QTest.keyClick(typist.window.windowHandle(), Qt.Key.Key_A)
    typist.tap()
    assert typist.complete == 0


def test_doubled_consonants_of_an_input_method_do_not_leave(typist: Typist) -> None:
    for _ in range(5):
        typist.send(PRESS, SHIFT)
        composed = QInputMethodEvent("ㅆ", [])
        QApplication.sendEvent(typist.line, composed)
        typist.send(RELEASE, SHIFT)
    assert typist.complete == 0


def test_an_input_method_that_says_nothing_does_not_get_in_the_way(typist: Typist) -> None:
    for _ in range(3):
        typist.send(PRESS, SHIFT)
        QApplication.sendEvent(typist.line, QInputMethodEvent())
        typist.send(RELEASE, SHIFT)
    assert typist.complete == 1


def test_holding_the_key_down_does_not_leave(typist: Typist) -> None:
    for _ in range(10):
        typist.send(PRESS, SHIFT, repeat=True)
        typist.send(RELEASE, SHIFT, repeat=True)
    assert typist.complete == 0


def test_shift_with_a_click_does_not_leave(typist: Typist) -> None:
    for _ in range(5):
        typist.send(PRESS, SHIFT)
        QTest.mouseClick(
            typist.window.windowHandle(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.ShiftModifier,
            QPoint(2, 2),
        )
        typist.send(RELEASE, SHIFT)
    assert typist.complete == 0


def test_changing_the_keyboard_with_alt_and_shift_does_not_leave(typist: Typist) -> None:
    for _ in range(5):
        typist.send(PRESS, Qt.Key.Key_Alt)
        pressed = QKeyEvent(PRESS, SHIFT, Qt.KeyboardModifier.AltModifier)
        QApplication.sendEvent(typist.window.windowHandle(), pressed)
        typist.send(RELEASE, SHIFT)
        typist.send(RELEASE, Qt.Key.Key_Alt)
    assert typist.complete == 0


def test_both_shift_keys_count(typist: Typist) -> None:
    """Count a second Shift key, pressed while the first is held, as at most one more press."""
    typist.send(PRESS, SHIFT)
    typist.send(PRESS, SHIFT)
    typist.send(RELEASE, SHIFT)
    typist.send(RELEASE, SHIFT)
    typist.tap()
    assert typist.complete == 0
    typist.tap()
    assert typist.complete == 1


def test_the_dots_follow(qtbot: QtBot, typist: Typist) -> None:
    dots = PressDots()
    qtbot.addWidget(dots)
    typist.shift.count_by_filter.connect(dots.fill)
    seen = []
    for _ in range(2):
        typist.tap()
        seen.append(dots._filled)
    QTest.keyClick(typist.window.windowHandle(), Qt.Key.Key_X)
    assert [*seen, dots._filled] == [1, 2, 0]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_cover_hides_an_open_list_too(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    choice = QComboBox(window)
    choice.addItems(["one", "two"])
    cover = Cover(window)
    with qtbot.waitExposed(window):
        window.show()
    choice.showPopup()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    cover.cover()
    assert QApplication.activePopupWidget() is None
    assert cover.geometry() == window.rect()
