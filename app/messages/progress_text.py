"""How long a job will still take, and its progress in words."""

import time
from collections.abc import Callable

from app.job import Progress
from app.messages import Words

FIRST_GUESS_SECONDS = 3.0
"""How long a job runs before its end is guessed."""


class TimeLeft:
    """Guesses from how fast a job was since this object was made; a new one after a pause."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._started = clock()
        self._start_at: int | None = None

    def seconds(self, progress: Progress) -> float | None:
        """None while there is nothing to guess from."""
        if self._start_at is None:
            self._start_at = progress.done
        passed = self._clock() - self._started
        finished = progress.done - self._start_at
        if progress.total is None or passed < FIRST_GUESS_SECONDS or finished <= 0:
            return None
        return passed / finished * (progress.total - progress.done)


def progress_text(words: Words, key: str, progress: Progress, seconds: float | None) -> str:
    """Return how far a job is, and how long it takes yet.

    Args:
        key: Of the words for it; "KEY.so_far" while the total is not known.
        seconds: What is left, or None.
    """
    if progress.total is None:
        return words.say(f"{key}.so_far", done=progress.done)
    text = words.say(key, done=progress.done, total=progress.total)
    return text if seconds is None else f"{text}, {left(words, seconds)}"


def left(words: Words, seconds: float) -> str:
    """Return a time that is left, in a unit that fits."""
    if seconds < 90:
        return words.say("left.seconds", count=max(1, round(seconds)))
    if seconds < 90 * 60:
        return words.say("left.minutes", count=round(seconds / 60))
    return words.say("left.hours", count=round(seconds / 3600))
