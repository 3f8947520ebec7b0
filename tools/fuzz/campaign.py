"""Runs a property on ever new samples, for so many seconds; what fails is made small."""

import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings
from hypothesis import strategies as st

S = TypeVar("S")

BATCH = 200
"""Samples between two looks at the clock; a failure ends its batch."""

MOST_FAILURES = 5


@dataclass(slots=True)
class Figures:
    """The figures of one campaign.

    Attributes:
        slowest_s: Of one sample, wall clock; `slowest` is how to make it again.
        failures: How to make each again, and what happened.
    """

    samples: int = 0
    seconds: float = 0.0
    slowest_s: float = 0.0
    slowest: str = ""
    failures: list[str] = field(default_factory=list)

    def record(self) -> dict[str, object]:
        """Return the figures as JSON."""
        return {
            "samples": self.samples,
            "seconds": round(self.seconds, 1),
            "slowest_s": round(self.slowest_s, 2),
            "slowest": self.slowest,
            "failures": self.failures,
        }


def run(
    samples: st.SearchStrategy[S], check: Callable[[S], None], seconds: float, first_seed: int
) -> Figures:
    """Check samples until the time is over, or enough failed."""
    figures, began = Figures(), time.monotonic()
    number = first_seed
    while time.monotonic() - began < seconds and len(figures.failures) < MOST_FAILURES:
        _batch(samples, check, number, began + seconds, figures)
        number += 1
    figures.seconds = time.monotonic() - began
    return figures


def _batch(
    samples: st.SearchStrategy[S],
    check: Callable[[S], None],
    number: int,
    deadline: float,
    figures: Figures,
) -> None:
    failed: list[S] = []

    @seed(number)
    @settings(
        max_examples=BATCH,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        verbosity=Verbosity.quiet,
        print_blob=False,
    )
    @given(samples)
    def holds(sample: S) -> None:
        if time.monotonic() > deadline and not failed:
            return
        started = time.monotonic()
        figures.samples += 1
        try:
            check(sample)
        except Exception:
            failed.append(sample)
            raise
        finally:
            _note_time(figures, sample, time.monotonic() - started)

    try:
        holds()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what was looked for
        where = "".join(traceback.format_exception(error)[-4:])
        figures.failures.append(f"{failed[-1]!r:.2000}\n{where[-2000:]}")


def _note_time(figures: Figures, sample: object, seconds: float) -> None:
    if seconds > figures.slowest_s:
        figures.slowest_s, figures.slowest = seconds, f"{sample!r:.1000}"
