"""Simulated checks: people look for themselves in cases full of strangers.

The case holds strangers of one group; 2,000 of them are more than any group has, so the whole
group is filled up with the other groups and with one photo of each other person. The user is a
person of whom there are several photos, East Asian or not, or a member of the crowd herself (then
she does not appear in the case). Appearances are her other photos, and, beyond these, altered
copies of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from face.matching import Band, Outcome, check
from face.matching.calibration import Calibration
from tools.evaluate.dataset import Dataset, Indices
from tools.evaluate.embeddings import Embeddings
from tools.evaluate.figures import Figure, Good, rate, share

SIZES = (100, 200, 2000)
APPEARANCES = (0, 1, 5, 20)
OWN_PHOTOS = (1, 3, 5)

MEMBERS, EAST_ASIAN, OTHERS = "member", "east_asian", "other"

_USERS = {100: 90, 200: 90, 2000: 60}
"""At most so many users of one kind check cases of one size."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What kind of check.

    Attributes:
        group: Whose crowd the case is full of.
        size: Strangers in it.
        users: Who checks.
        own: Photos of herself that the user has, at most.
        appearances: How often she is in the case.
    """

    group: str
    size: int
    users: str
    own: int
    appearances: int

    def __str__(self) -> str:
        """As it is called in the figures."""
        return (
            f"checks: {self.size} {self.group}, {self.users} user, {self.own} own, "
            f"{self.appearances} appearances"
        )


@dataclass(slots=True)
class Tally:
    """What many checks of one setting came to."""

    checks: int = 0
    appearances: int = 0
    found_strong: int = 0
    found: int = 0
    strangers_strong: int = 0
    strangers: int = 0
    expected_strong: float = 0.0
    expected: float = 0.0

    def add(self, outcome: Outcome, is_own: NDArray[np.bool_]) -> None:
        """Count one answer."""
        self.checks += 1
        self.appearances += int(is_own.sum())
        self.expected_strong += outcome.expected_strong
        self.expected += outcome.expected_strong + outcome.expected_some
        for hit in outcome.hits:
            strong = hit.band is Band.STRONG
            if is_own[hit.row]:
                self.found += 1
                self.found_strong += strong
            else:
                self.strangers += 1
                self.strangers_strong += strong

    def figures(self, setting: Setting) -> dict[str, Figure]:
        """Strangers a check in each band, against expected; found as a share of appearances."""
        told = Figure(
            self.strangers / max(self.expected, 1e-9),
            max(self.strangers, 1) ** 0.5 / max(self.expected, 1e-9),
            Good.NEAR_ONE,
        )
        strong = rate(self.strangers_strong, self.checks)
        figures = {
            f"{setting}: strangers for each expected": told,
            f"{setting}: strong strangers a check": strong,
        }
        if self.appearances:
            people = self.checks
            figures[f"{setting}: found strong"] = share(
                self.found_strong / self.appearances, people
            )
            figures[f"{setting}: found"] = share(self.found / self.appearances, people)
        return figures


@dataclass(frozen=True, slots=True, eq=False)
class World:
    """Everything that cases are made of.

    Attributes:
        faces: Embeddings of all photos, n x d.
        usable: Which photos take part.
        altered: Altered copies of some photos.
    """

    data: Dataset
    faces: Embeddings
    usable: NDArray[np.bool_]
    altered: dict[int, Embeddings]

    def users(self, kind: str, group: str) -> Indices:
        """One photo of each user of a kind."""
        if kind == MEMBERS:
            members = self.data.group(group)
            return np.random.default_rng(1).permutation(members[self.usable[members]])
        photos = np.array([p for p in sorted(self.altered) if self.usable[p]], np.intp)
        _, first = np.unique(self.data.person[photos], return_index=True)
        users = photos[first]
        wanted = self.data.east_asian[users] == (kind == EAST_ASIAN)
        return np.asarray(users[wanted])

    def photos_of(self, user: np.intp) -> Indices:
        """All usable photos of a user."""
        return np.flatnonzero((self.data.person == self.data.person[user]) & self.usable)

    def strangers(self, setting: Setting, user: np.intp, rng: np.random.Generator) -> Indices:
        """Photos of others to fill a case with."""
        group = self.data.group(setting.group)
        group = group[self.usable[group] & (group != user)]
        if len(group) >= 0.95 * setting.size:
            return rng.permutation(group)[: setting.size]
        first = np.unique(self.data.person, return_index=True)[1]
        rest = first[self.usable[first] & (self.data.person[first] != self.data.person[user])]
        rest = np.setdiff1d(rest, group)
        return np.concatenate([group, rng.permutation(rest)[: setting.size - len(group)]])


def settings(data: Dataset) -> Iterator[Setting]:
    """All settings: every group, size and number of appearances; more own photos at two of them."""
    for size in SIZES:
        for group in data.groups():
            if size < SIZES[-1] and len(data.group(group)) < 0.95 * size:
                continue
            yield Setting(group, size, MEMBERS, 1, 0)
            for users in (EAST_ASIAN, OTHERS):
                for appearances in APPEARANCES if size < SIZES[-1] else APPEARANCES[::3]:
                    yield Setting(group, size, users, 1, appearances)
                for own in OWN_PHOTOS[1:]:
                    yield Setting(group, size, users, own, APPEARANCES[2])


def checked(world: World, setting: Setting, calibration: Calibration) -> Tally:
    """Let users check cases of one setting."""
    rng = np.random.default_rng(7)
    total = Tally()
    for user in world.users(setting.users, setting.group)[: _USERS[setting.size]]:
        own, appearances = _hers(world, setting, user, rng)
        strangers = world.faces[world.strangers(setting, user, rng)]
        tracks = np.concatenate([strangers, appearances])
        is_own = np.arange(len(tracks)) >= len(strangers)
        order = rng.permutation(len(tracks))
        total.add(check(own, np.ascontiguousarray(tracks[order]), calibration), is_own[order])
    return total


def _hers(
    world: World, setting: Setting, user: np.intp, rng: np.random.Generator
) -> tuple[Embeddings, Embeddings]:
    """Her own photos, and her appearances in the case, which are never copies of an own photo."""
    if setting.users == MEMBERS:
        return world.faces[[user]], world.faces[:0]
    photos = rng.permutation(world.photos_of(user))
    count = min(setting.own, len(photos) - 1)
    own, rest = photos[:count], photos[count:]
    copies = np.concatenate([world.altered[int(photo)] for photo in rest])
    appearances = np.concatenate([world.faces[rest], rng.permutation(copies)])
    return world.faces[own], appearances[: setting.appearances]
