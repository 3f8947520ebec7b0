"""Jobs: generators that yield Progress and return a result.

The command line runs a job with a loop, the window runs it in a thread, a test with `finish()`.
Closing the generator stops the job early, so that `with` and `finally` clean up.
"""

from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job has come: `done` of `total` units. `total` is None while unknown."""

    done: int
    total: int | None


Job: TypeAlias = Generator[Progress, None, R]


def finish(job: Generator[object, None, R]) -> R:
    """Run a job, or what else yields on its way, to its end and return its result."""
    while True:
        try:
            next(job)
        except StopIteration as stop:
            result: R = stop.value
            return result
