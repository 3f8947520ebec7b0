"""One line on the terminal that says how far a job has come."""

import shutil
import time
from collections.abc import Callable
from typing import TypeVar

from app.cli.terminal import Terminal
from app.job import Job, Progress

R = TypeVar("R")

EVERY_SECONDS = 0.1
"""How often the line is written anew."""
FIRST_GUESS_SECONDS = 3.0
"""How long a job runs before its end is guessed."""


def run(
    job: Job[R], terminal: Terminal, key: str, clock: Callable[[], float] = time.monotonic
) -> R:
    """Run the job and show its progress under that text. Ctrl-C closes the job and goes on up."""
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
        self._started = clock()
        self._start_at: int | None = None
        self._next = 0.0
        self._width = 0
        self._visible = not terminal.quiet and terminal.err.isatty()

    def show(self, progress: Progress) -> None:
        if not self._visible or self._clock() < self._next:
            return
        self._next = self._clock() + EVERY_SECONDS
        if self._start_at is None:
            self._start_at = progress.done
        self._write(self._text(progress))

    def clear(self) -> None:
        if self._width:
            self._write("")
            self._terminal.err.write("\r")
            self._terminal.err.flush()

    def _text(self, progress: Progress) -> str:
        say = self._terminal.words.say
        if progress.total is None:
            return say(f"{self._key}.so_far", done=progress.done)
        text = say(self._key, done=progress.done, total=progress.total)
        seconds = self._seconds_left(progress.done, progress.total)
        return text if seconds is None else f"{text}, {_left(say, seconds)}"

    def _seconds_left(self, done: int, total: int) -> float | None:
        passed = self._clock() - self._started
        finished = done - (self._start_at or 0)
        if passed < FIRST_GUESS_SECONDS or finished <= 0:
            return None
        return passed / finished * (total - done)

    def _write(self, text: str) -> None:
        # spaces wipe the older, longer line everywhere; not every terminal knows escape codes
        room = shutil.get_terminal_size().columns - 1
        shown = text[:room]
        self._terminal.err.write("\r" + shown.ljust(min(self._width, room)))
        self._terminal.err.flush()
        self._width = len(shown)


def _left(say: Callable[..., str], seconds: float) -> str:
    if seconds < 90:
        return say("left.seconds", count=max(1, round(seconds)))
    if seconds < 90 * 60:
        return say("left.minutes", count=round(seconds / 60))
    return say("left.hours", count=round(seconds / 3600))
