"""Leave at once: Shift three times, the button, or the window's own cross.

As in the "Exit this page" component of the GOV.UK design system: three presses of Shift within five
seconds, with three dots that fill up, explained before anything else.
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
    """Counts Shift pressed and let go by itself, wherever the keyboard is.

    A Shift that takes part in anything else is none: a capital letter, a doubled consonant that a
    Hangul input method composes (which comes without a key), a click, another modifier.

    It is installed on the window, on what brings it its events and on what has the keyboard, not
    on the whole program: there every single event would have to wait for Python's lock, which a
    scan may hold. So it may see one event several times, and counts it once.
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
        """Nothing is kept from the page."""
        if isinstance(event, QKeyEvent):
            self._see_key(event)
        elif event.type() in _NO_LONGER_ALONE or _composes(event):
            self._alone = False
        return False

    def follow(self, _before: QObject | None, now: QObject | None) -> None:
        """Look at what has the keyboard now: a widget may keep the keys that it takes."""
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
    """How many of the three presses were seen. Says nothing while there was none."""

    def __init__(self) -> None:
        super().__init__()
        self._filled = 0
        self.setFixedSize(PRESSES * 2 * DOT, 2 * DOT)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def fill(self, count: int) -> None:
        """Fill so many dots."""
        self._filled = count
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Three circles, some of them filled."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self.palette().windowText().color()
        for number in range(PRESSES):
            painter.setPen(colour)
            full = number < self._filled
            painter.setBrush(colour if full else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(number * 2 * DOT + DOT // 2, DOT // 2, DOT, DOT)


class Cover(QWidget):
    """A plain surface over the whole window: nothing that was on it can be read any more."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAutoFillBackground(True)
        self.hide()

    def cover(self) -> None:
        """Cover at once, before anything else is done."""
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()
        self.setFocus()
        self.repaint()
        QToolTip.hideText()
        while popup := QApplication.activePopupWidget():
            popup.close()
