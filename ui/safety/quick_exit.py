"""The quick exit: Shift three times, the button, or the window's close button.

It follows the "Exit this page" component of the GOV.UK design system: three presses of Shift within
five seconds, shown by three dots that fill up, and explained before anything else.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

PRESSES = 3
WITHIN_SECONDS = 5.0
DOT = 10


class ShiftPresses(QObject):
    """Counts Shift keys that are pressed and released alone, wherever the focus is.

    A Shift that is part of something else does not count: a capital letter, a doubled consonant
    that a Hangul input method composes (which arrives without a key event), a click, another
    modifier.

    The filter is installed on the window, on its native handle and on the widget with the focus,
    not on the whole application: there every single event would have to wait for Python's lock,
    which a scan may hold. It may therefore see one event several times, and counts it once.
    """

    count_by_filter = Signal(int)  # 0..3
    complete = Signal()

    def __init__(
        self, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._presses: list[float] = []
        self._alone = False
        self._too_late = QTimer(self, singleShot=True, interval=round(WITHIN_SECONDS * 1000))
        self._too_late.timeout.connect(self._reset)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QKeyEvent):
            self._see_key(event)
        elif event.type() in _NO_LONGER_ALONE or _composes(event):
            self._alone = False
        return False

    def follow(self, _before: QObject | None, now: QObject | None) -> None:
        """Watch the widget that gets the focus, which may keep the keys that it handles."""
        if now is not None:
            now.installEventFilter(self)  # a second time changes nothing

    def _see_key(self, event: QKeyEvent) -> None:
        pressed = event.type() == QEvent.Type.KeyPress
        let_go = event.type() == QEvent.Type.KeyRelease
        if event.isAutoRepeat() or not (pressed or let_go):
            return
        if event.key() != Qt.Key.Key_Shift:
            self._alone = False
            if pressed:
                self._reset()
        elif pressed:
            self._alone = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        elif self._alone:
            self._alone = False
            self._press()

    def _press(self) -> None:
        now = self._clock()
        self._presses = [each for each in self._presses if now - each < WITHIN_SECONDS] + [now]
        self.count_by_filter.emit(len(self._presses))
        self._too_late.start()
        if len(self._presses) >= PRESSES:
            self._reset()
            self.complete.emit()

    def _reset(self) -> None:
        self._presses = []
        self._too_late.stop()
        self.count_by_filter.emit(0)


def _composes(event: QEvent) -> bool:
    return isinstance(event, QInputMethodEvent) and bool(
        event.commitString() or event.preeditString()
    )


_NO_LONGER_ALONE = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.WindowDeactivate,
}


class PressDots(QWidget):
    """Three dots, of which one is filled for each press that was counted."""

    def __init__(self) -> None:
        super().__init__()
        self._filled = 0
        self.setFixedSize(PRESSES * 2 * DOT, 2 * DOT)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def fill(self, count: int) -> None:
        """Fill this many dots."""
        self._filled = count
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self.palette().windowText().color()
        for number in range(PRESSES):
            painter.setPen(colour)
            full = number < self._filled
            painter.setBrush(colour if full else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(number * 2 * DOT + DOT // 2, DOT // 2, DOT, DOT)


class Cover(QWidget):
    """A plain surface over the whole window, which hides everything on it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAutoFillBackground(True)
        self.hide()

    def cover(self) -> None:
        """Cover the window at once, and close tooltips and popups."""
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()
        self.setFocus()
        self.repaint()
        QToolTip.hideText()
        while popup := QApplication.activePopupWidget():
            popup.close()
