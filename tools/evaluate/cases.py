"""Simulated cases: their strangers, the user who checks them, and her appearances in them.

A case holds strangers of one group. Where the group has too few, it is filled up with the other
groups and with one photo of each other person, and is called so. The user is a person of whom there
are several photos (East Asian or not), a young East Asian woman, or a member of the crowd herself
(then she does not appear in the case). Her own photos and her appearances are different photos;
where she has too few, altered copies make up for it: of her own photos there, of the photos in the
case here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from tools.evaluate.dataset import Dataset, Indices
from tools.evaluate.embeddings import Embeddings, Seen

SIZES = (100, 200, 2000)
APPEARANCES = (0, 1, 5, 20)
OWN_PHOTOS = (1, 3, 5)

MEMBERS, EAST_ASIAN, OTHERS, YOUNG = "member", "east_asian", "other", "young"

_YOUNG_PHOTOS = ((1, 0), (1, 2), (2, 1), (3, 0))
"""Own photos and appearances of young women: real ones only, of which they have 3 to 6."""

_NEARLY = 0.95
"""A group that has this share of a size fills it alone."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The setting of a simulated check.

    Attributes:
        group: The group of strangers that fills the case.
        size: Number of strangers in the case.
        users: The kind of user who checks.
        own: Number of own photos that the user has.
        appearances: Number of the user's appearances in the case.
        filled: Whether the group is smaller than `size`, and others fill the case up.
        alike: Number of strangers who are of her kind instead (East Asian like her, or not).
    """

    group: str
    size: int
    users: str
    own: int
    appearances: int
    filled: bool = field(default=False, compare=False)
    alike: int = 0

    @property
    def kind(self) -> str:
        """The user and the case, which settings that differ only in her photos have in common."""
        others = " and others" if self.filled else ""
        others += f" and {self.alike} of her kind" if self.alike else ""
        return f"{self.size} {self.group}{others}, {self.users} user"

    def __str__(self) -> str:
        """The name of the setting in the figures."""
        return f"{self.kind}, {self.own} own, {self.appearances} appearances"


@dataclass(frozen=True, slots=True, eq=False)
class Hers:
    """The user's own photos and her appearances in a case.

    Attributes:
        own: Embeddings of her own photos, k x d.
        appearances: Embeddings of her faces in the case, m x d.
        enough: Whether all own photos are different photos.
    """

    own: Embeddings
    appearances: Embeddings
    enough: bool


@dataclass(frozen=True, slots=True, eq=False)
class World:
    """The photos from which simulated cases are made.

    Attributes:
        seen: Embeddings of all photos; those that are not usable take no part.
        altered: Embeddings of altered copies of some photos.
    """

    data: Dataset
    seen: Seen
    altered: dict[int, Embeddings]

    def members(self, group: str) -> Indices:
        """The strangers of a group who take part."""
        members = self.data.group(group)
        return np.asarray(members[self.seen.usable[members]])

    def users(self, kind: str, group: str) -> Indices:
        """One photo of each user of a kind."""
        if kind == MEMBERS:
            return np.random.default_rng(1).permutation(self.members(group))
        if kind == YOUNG:
            return self._young_women()
        photos = np.array([p for p in sorted(self.altered) if self.seen.usable[p]], np.intp)
        _, first = np.unique(self.data.person[photos], return_index=True)
        users = photos[first]
        wanted = self.data.east_asian[users] == (kind == EAST_ASIAN)
        return np.asarray(users[wanted])

    def _young_women(self) -> Indices:
        women = self.data.young_women()
        women = women[self.seen.usable[women]]
        _, first, counts = np.unique(self.data.person[women], return_index=True, return_counts=True)
        most = max(own + appearances for own, appearances in _YOUNG_PHOTOS)
        return np.asarray(women[first[counts >= most]])

    def strangers(self, setting: Setting, user: np.intp, rng: np.random.Generator) -> Indices:
        """The photos of others that fill a case."""
        group = self.members(setting.group)
        group = group[group != user]
        if setting.alike:
            rest = self._one_of_each(user, group)
            alike = rest[self.data.east_asian[rest] == self.data.east_asian[user]]
            others = rng.permutation(group)[: setting.size - setting.alike]
            return np.concatenate([others, rng.permutation(alike)[: setting.alike]])
        if not setting.filled:
            return rng.permutation(group)[: setting.size]
        rest = rng.permutation(self._one_of_each(user, group))
        return np.concatenate([group, rest[: setting.size - len(group)]])

    def _one_of_each(self, user: np.intp, group: Indices) -> Indices:
        """One photo of each person except the user and a group."""
        first = np.unique(self.data.person, return_index=True)[1]
        rest = first[self.seen.usable[first] & (self.data.person[first] != self.data.person[user])]
        return np.setdiff1d(rest, group)

    def hers(self, setting: Setting, user: np.intp, rng: np.random.Generator) -> Hers:
        """Her own photos, and her appearances, which are never copies of an own photo."""
        if setting.users == MEMBERS:
            return Hers(self.seen.own[[user]], self.seen.faces[:0], enough=True)
        same = self.data.person == self.data.person[user]
        photos = rng.permutation(np.flatnonzero(same & self.seen.usable))
        count = min(setting.own, len(photos) - 1)
        own = self._with_copies(self.seen.own, photos[:count], rng)[: setting.own]
        rest = self._with_copies(self.seen.faces, photos[count:], rng)
        appearances = rest[: setting.appearances]
        return Hers(own, appearances, enough=count == setting.own)

    def _with_copies(
        self, faces: Embeddings, photos: Indices, rng: np.random.Generator
    ) -> Embeddings:
        none = faces[:0]
        copies = np.concatenate([none, *(self.altered.get(int(p), none) for p in photos)])
        return np.concatenate([faces[photos], rng.permutation(copies)])


_FEW_ALIKE = (1, 4, 10)
"""Numbers of strangers of her kind in a small case that is full of another kind."""

_MIXED = 100
"""Number of strangers in such a case."""


def settings(world: World, sizes: tuple[int, ...] = SIZES) -> Iterator[Setting]:
    """All settings: every size, group, kind of user, number of own photos and of appearances."""
    for size in sizes:
        for group in world.data.groups():
            filled = len(world.members(group)) < _NEARLY * size
            yield Setting(group, size, MEMBERS, 1, 0, filled)
            for users in (EAST_ASIAN, OTHERS):
                for own in OWN_PHOTOS:
                    for appearances in APPEARANCES:
                        yield Setting(group, size, users, own, appearances, filled)
            her_kind = world.data.east_asian[world.members(group)].any()
            if her_kind and len(world.users(YOUNG, group)):
                for own, appearances in _YOUNG_PHOTOS:
                    yield Setting(group, size, YOUNG, own, appearances, filled)
    yield from _mixed(world)


def _mixed(world: World) -> Iterator[Setting]:
    """Settings of small cases full of another kind, with a few strangers of hers."""
    for group in world.data.groups():
        if not world.data.east_asian[world.members(group)].any():
            for alike in _FEW_ALIKE:
                if len(world.members(group)) >= _MIXED - alike:
                    yield Setting(group, _MIXED, EAST_ASIAN, 1, 5, alike=alike)
