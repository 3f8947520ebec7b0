"""Measure the pauses of the UI thread: how long it is busy with something else."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, QTimer

BEAT_MS = 10
GOAL_MS = 50


class Heartbeat(QObject):
    """A timer of the UI thread; whatever it is late by is a pause.

    On a machine that is busy with other things, a pause need not be ours: what the thread itself
    computed since the beat before is told beside it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._late_ms: list[float] = []
        self._own_ms: list[float] = []
        self._last = time.perf_counter()
        self._own = time.thread_time()
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin to measure pauses."""
        self._last, self._own = time.perf_counter(), time.thread_time()
        self._timer.start()

    def stop(self) -> None:
        """End the measurement."""
        self._timer.stop()

    def _beat(self) -> None:
        now, own = time.perf_counter(), time.thread_time()
        self._late_ms.append(late(now - self._last))
        self._own_ms.append((own - self._own) * 1000)
        self._last, self._own = now, own

    def figures(self) -> dict[str, float]:
        """The pauses, and the longest time that the thread itself computed without one."""
        return {**figures(self._late_ms), "max_own_ms": round(max(self._own_ms), 1)}


def late(seconds: float) -> float:
    """By how many milliseconds a beat came too late."""
    return max(0.0, seconds * 1000 - BEAT_MS)


def figures(late_ms: list[float]) -> dict[str, float]:
    """The longest pause, the one that 1 in 100 beats exceeds, and how many exceed the goal."""
    ordered = sorted(late_ms)
    return {
        "beats": len(ordered),
        "max_ms": round(ordered[-1], 1),
        "p99_ms": round(ordered[len(ordered) * 99 // 100], 1),
        "beats_over_goal": sum(each > GOAL_MS for each in ordered),
    }


@contextmanager
def idle_process() -> Iterator[dict[str, float]]:
    """Measure the pauses of an idle process meanwhile, which the machine itself causes."""
    process = subprocess.Popen(
        [sys.executable, "-m", __name__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    found: dict[str, float] = {}
    try:
        yield found
    finally:
        out, _ = process.communicate()  # it ends when its input does
        found.update(json.loads(out))


def _do_nothing() -> None:
    import select

    late_ms: list[float] = []
    last, ended = time.perf_counter(), False
    while not ended:
        ended = bool(select.select([sys.stdin], [], [], BEAT_MS / 1000)[0])
        now = time.perf_counter()
        late_ms.append(late(now - last))
        last = now
    print(json.dumps(figures(late_ms)))


if __name__ == "__main__":
    _do_nothing()
