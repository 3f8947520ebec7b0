"""The automatic lock: after minutes without input, and when the computer was left."""

import sys
import time
from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

LOOK_MS = 1000
STOOD_STILL = 10.0
"""Seconds between two looks at the clock after which the computer must have slept."""


class LockReason(Enum):
    """Why the window locks."""

    IDLE = auto()
    """There was no input; work under way may go on behind the locked window."""

    AWAY = auto()
    """The computer slept or its screen was locked; the case is closed."""


def seconds_with_sleep() -> float:
    """Return the seconds of a clock that goes on while the computer sleeps."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    elif sys.platform == "darwin":  # noqa: RET505 - so that each system is checked by itself
        return time.clock_gettime(time.CLOCK_MONOTONIC)  # time.monotonic stands still there
    else:
        return time.monotonic()


class AutoLock(QObject):
    """An event filter for the window: every input puts the lock off."""

    due = Signal(LockReason)

    def __init__(
        self,
        minutes: float,
        parent: QObject | None = None,
        clock: Callable[[], float] = seconds_with_sleep,
    ) -> None:
        super().__init__(parent)
        self.minutes = minutes
        self._clock = clock
        self._acted = self._looked = clock()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.check_clock)

    @property
    def watching(self) -> bool:
        """True between `start` and `stop`."""
        return self._timer.isActive()

    def start(self) -> None:
        """Begin to watch for inactivity, because a case is open."""
        self._acted = self._looked = self._clock()
        self._timer.start()

    def stop(self) -> None:
        """Stop watching, because there is nothing to lock."""
        self._timer.stop()

    def lock_now(self) -> None:
        """Lock because the system announces sleep or has locked the screen."""
        if self.watching:
            self._emit_due(LockReason.AWAY)

    def check_clock(self) -> None:
        """Lock if the time without input is over or the computer has slept."""
        now = self._clock()
        slept = now - self._looked > STOOD_STILL
        self._looked = now
        if slept:
            self._emit_due(LockReason.AWAY)
        elif now - self._acted >= self.minutes * 60:
            self._emit_due(LockReason.IDLE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in _ACTS:
            self._acted = self._clock()
        return False

    def _emit_due(self, why: LockReason) -> None:
        self.stop()
        self.due.emit(why)


_ACTS = {
    QEvent.Type.KeyPress,
    QEvent.Type.InputMethod,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}
