"""Leave at once: Shift three times, the button, or the window's own cross.

As in the "Exit this page" component of the GOV.UK design system: three presses of Shift within five
seconds, with three dots that fill up, explained before anything else.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

PRESSES = 3
WITHIN_SECONDS = 5.0
DOT = 10


class ShiftPresses(QObject):
    """Watches the whole program for Shift, pressed and let go by itself."""

    counted = Signal(int)  # 0..3
    complete = Signal()

    def __init__(
        self, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._presses: list[float] = []
        self._alone = False
        self._too_late = QTimer(self, singleShot=True, interval=round(WITHIN_SECONDS * 1000))
        self._too_late.timeout.connect(self._forget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Installed on the application, so no page can keep the keys to itself."""
        if isinstance(event, QKeyEvent) and isinstance(watched, QWidget) and watched.isWindow():
            self._see(event)
        return False

    def _see(self, event: QKeyEvent) -> None:
        pressed = event.type() == QEvent.Type.KeyPress
        if event.isAutoRepeat():
            return
        if event.key() != Qt.Key.Key_Shift:
            self._alone = False  # it makes a capital letter
            if pressed:
                self._forget()
        elif pressed:
            self._alone = True
        elif self._alone:
            self._press()

    def _press(self) -> None:
        now = self._clock()
        self._presses = [each for each in self._presses if now - each < WITHIN_SECONDS] + [now]
        self.counted.emit(len(self._presses))
        self._too_late.start()
        if len(self._presses) >= PRESSES:
            self._forget()
            self.complete.emit()

    def _forget(self) -> None:
        self._presses = []
        self._too_late.stop()
        self.counted.emit(0)


class Dots(QWidget):
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

    @property
    def filled(self) -> int:
        """How many are filled."""
        return self._filled

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
