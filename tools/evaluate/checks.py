"""Simulated checks: people look for themselves in cases full of strangers."""

import os
import zlib
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, fields
from functools import partial
from multiprocessing import get_context

import numpy as np
from numpy.typing import NDArray

from face.matching import Band, CheckResult, check
from face.matching.calibration import Calibration
from tools.evaluate.cases import Setting, World
from tools.evaluate.figures import Figure, Good, per

FOR_EACH_EXPECTED = "strangers for each expected"
STRONG = "strong strangers a check"

_USERS, _USERS_OF_LARGE = 90, 12
"""Most users of one kind who check cases of one setting, for small and for large cases."""

_CASES = 3
"""Number of small cases that each user checks, each with other strangers."""

_SMALL = 300
"""Largest small case; larger ones hold nearly the same strangers anyway."""


@dataclass(slots=True)
class Count:
    """Counts over the checks of one user.

    Attributes:
        person: Number of the user.
        enough: Number of checks in which all her own photos were different photos.
        expected: Look-alikes that the results expected.
    """

    person: int
    enough: int = 0
    checks: int = 0
    appearances: int = 0
    found_strong: int = 0
    found_some: int = 0
    strangers_strong: int = 0
    strangers_some: int = 0
    expected: float = 0.0

    def add(self, outcome: CheckResult, is_own: NDArray[np.bool_]) -> None:
        """Add the result of one check."""
        self.checks += 1
        self.appearances += int(is_own.sum())
        self.expected += outcome.expected_strong + outcome.expected_some
        strong = np.array([hit.band is Band.STRONG for hit in outcome.hits], np.bool_)
        hers = is_own[np.array([hit.row for hit in outcome.hits], np.intp)]
        self.found_strong += int((strong & hers).sum())
        self.found_some += int((~strong & hers).sum())
        self.strangers_strong += int((strong & ~hers).sum())
        self.strangers_some += int((~strong & ~hers).sum())


_COUNTED = [entry.name for entry in fields(Count) if entry.name != "person"]


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over the checks of all users of one setting."""

    users: list[Count] = field(default_factory=list)

    def __add__(self, other: "Tally") -> "Tally":
        """Join the users of two tallies."""
        return Tally(self.users + other.users)

    def of(self, what: str) -> NDArray[np.float64]:
        """One of the counts of each user, by name."""
        return np.array([getattr(user, what) for user in self.users], np.float64)

    def figures(self) -> dict[str, Figure]:
        """Figures: strangers a check in each band and against expected, and appearances found."""
        checks, appearances = self.of("checks"), self.of("appearances")
        strong, some = self.of("strangers_strong"), self.of("strangers_some")
        figures = {
            FOR_EACH_EXPECTED: per(strong + some, self.of("expected"), Good.NEAR_ONE),
            STRONG: per(strong, checks, Good.LOW),
            "some strangers a check": per(some, checks, Good.LOW),
        }
        if appearances.any():
            strong, some = self.of("found_strong"), self.of("found_some")
            figures["found strong"] = per(strong, appearances, Good.HIGH)
            figures["found some"] = per(some, appearances, Good.NEITHER)
            figures["found"] = per(strong + some, appearances, Good.HIGH)
        return figures

    def __str__(self) -> str:
        """The number of users, of those with as many photos as the setting asks for, and
        figures."""
        enough = np.count_nonzero(self.of("enough") == self.of("checks"))
        figures = "; ".join(f"{name} {figure}" for name, figure in self.figures().items())
        return f"{len(self.users)} users, {enough} with enough photos: {figures}"


def pooled(tallies: Iterable[Tally]) -> Tally:
    """Pool tallies; the checks of one person stay one entry, since they are not independent."""
    people: dict[int, Count] = {}
    for user in (user for tally in tallies for user in tally.users):
        total = people.setdefault(user.person, Count(user.person))
        for name in _COUNTED:
            setattr(total, name, getattr(total, name) + getattr(user, name))
    return Tally(list(people.values()))


def checked(world: World, calibration: Calibration, setting: Setting) -> Tally:
    """Simulate the checks of one setting."""
    rng = np.random.default_rng(zlib.crc32(str(setting).encode()))
    total = Tally()
    most = _USERS if setting.size <= _SMALL else _USERS_OF_LARGE
    for user in world.users(setting.users, setting.group)[:most]:
        count = Count(int(world.data.person[user]))
        for _ in range(_CASES if setting.size <= _SMALL else 1):
            hers = world.hers(setting, user, rng)
            strangers = world.seen.faces[world.strangers(setting, user, rng)]
            tracks = np.concatenate([strangers, hers.appearances])
            order = rng.permutation(len(tracks))
            outcome = check(hers.own, np.ascontiguousarray(tracks[order]), calibration)
            count.add(outcome, order >= len(strangers))
            count.enough += hers.enough
        total.users.append(count)
    return total


def all_checked(
    world: World, calibration: Calibration, some: Iterable[Setting], processes: int | None = None
) -> Iterator[tuple[Setting, Tally]]:
    """Simulate the checks of all settings, in order.

    Args:
        processes: Number of processes; by default as many as there are cores.
    """
    listed = list(some)
    count = processes or os.cpu_count() or 1
    if count == 1:
        yield from ((setting, checked(world, calibration, setting)) for setting in listed)
        return
    with one_thread_each(count) as pool:
        yield from zip(listed, pool.map(partial(checked, world, calibration), listed), strict=True)


def one_thread_each(count: int | None = None) -> ProcessPoolExecutor:
    """A pool of processes, by default one for each core, with one thread each."""
    # Read where NumPy is first imported.
    os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
    return ProcessPoolExecutor(count or os.cpu_count(), mp_context=get_context("spawn"))
