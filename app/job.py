"""A job is a generator: it yields Progress as it goes and returns its result.

The command line runs it with a for loop, the window runs it in a thread, a test runs it with
`finish()`. Stopping early is closing the generator, so `with` and `finally` clean up.
"""

from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job has come: `done` of `total` units. `total` is None while it is not known."""

    done: int
    total: int | None


Job: TypeAlias = Generator[Progress, None, R]


def finish(job: Job[R]) -> R:
    """Run a job to its end and return its result."""
    while True:
        try:
            next(job)
        except StopIteration as stop:
            result: R = stop.value
            return result
