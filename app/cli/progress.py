"""Run a job with its progress on one line of the terminal."""

import shutil
import time
from collections.abc import Callable
from typing import TypeVar

from app.cli.terminal import Terminal
from app.job import Job, Progress
from app.messages.progress_text import TimeLeft, progress_text

R = TypeVar("R")

EVERY_SECONDS = 0.1
"""How many seconds lie between two updates of the line."""


def run_with_progress(
    job: Job[R], terminal: Terminal, key: str, clock: Callable[[], float] = time.monotonic
) -> R:
    """Run a job, show its progress with the text `key`, and return its result.

    Ctrl-C closes the job and raises KeyboardInterrupt.
    """
    line = _Line(terminal, key, clock)
    try:
        while True:
            line.show(next(job))
    except StopIteration as stop:
        result: R = stop.value
        return result
    finally:
        job.close()
        line.clear()


class _Line:
    def __init__(self, terminal: Terminal, key: str, clock: Callable[[], float]) -> None:
        self._terminal = terminal
        self._key = key
        self._clock = clock
        self._time_left = TimeLeft(clock)
        self._next = 0.0
        self._width = 0
        self._visible = not terminal.quiet and terminal.err.isatty()

    def show(self, progress: Progress) -> None:
        if not self._visible or self._clock() < self._next:
            return
        self._next = self._clock() + EVERY_SECONDS
        seconds = self._time_left.seconds(progress)
        self._write(progress_text(self._terminal.words, self._key, progress, seconds))

    def clear(self) -> None:
        if self._width:
            self._write("")
            self._terminal.err.write("\r")
            self._terminal.err.flush()

    def _write(self, text: str) -> None:
        # spaces wipe a longer line on every terminal; not all of them know escape codes
        room = shutil.get_terminal_size().columns - 1
        shown = text[:room]
        self._terminal.err.write("\r" + shown.ljust(min(self._width, room)))
        self._terminal.err.flush()
        self._width = len(shown)
