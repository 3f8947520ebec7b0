"""Which appearances belong together: copies of one picture, and the tracks of one item.

Pictures are copies of each other when their PDQ hashes differ in at most 31 of 256 bits, both of
quality 50 or more (facebook/ThreatExchange, "PDQ matching"). Copies of copies are in one group.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from app.check import Hit

MOST_BITS = 31
LEAST_QUALITY = 50

_SIDE = 512
"""Hashes are compared in squares of this many by this many."""
_MOST_LINKS = 50_000
"""So many links are gathered before groups are joined."""

Links: TypeAlias = NDArray[np.int32]
"""2 x n: two groups that belong together in each column."""


@dataclass(frozen=True, slots=True)
class Group:
    """Appearances to be reviewed together.

    Attributes:
        hits: Best first, at least one.
        several_people: Two of them are seen at the same moment of one item, so that one decision
            cannot hold for all.
    """

    hits: tuple[Hit, ...]
    several_people: bool


def groups(hits: Sequence[Hit]) -> tuple[Group, ...]:
    """Put each hit of an answer (best first) into one group; the group of the best hit first."""
    items = list(dict.fromkeys(hit.item for hit in hits))
    of_item = {hit.item: hit for hit in hits}
    alike = dict(zip(items, _alike([of_item[item] for item in items]), strict=True))
    together: dict[int, list[Hit]] = {}
    for hit in hits:
        together.setdefault(alike[hit.item], []).append(hit)
    return tuple(Group(tuple(each), _several_people(each)) for each in together.values())


def _several_people(hits: Sequence[Hit]) -> bool:
    by_item: dict[int, list[Hit]] = {}
    for hit in hits:
        by_item.setdefault(hit.item, []).append(hit)
    return any(_overlap(each) for each in by_item.values())


def _overlap(hits: Sequence[Hit]) -> bool:
    """Whether any two intervals share a moment."""
    spans = sorted(hit.interval_ms for hit in hits)
    latest = -1
    for first, last in spans:
        if first <= latest:
            return True
        latest = max(latest, last)
    return False


def _alike(hits: Sequence[Hit]) -> list[int]:
    """The number of the group of each hit's picture; one without a good hash is like no other."""
    hashed = [
        at
        for at, hit in enumerate(hits)
        if hit.pdq is not None and (hit.pdq_quality or 0) >= LEAST_QUALITY
    ]
    hashes = b"".join(bytes.fromhex(hits[at].pdq or "") for at in hashed)
    words, which = np.unique(
        np.frombuffer(hashes, np.uint64).reshape(-1, 4), axis=0, return_inverse=True
    )
    labels = near_duplicates(words)[which]
    groups_of = list(range(len(labels), len(labels) + len(hits)))
    for at, label in zip(hashed, labels, strict=True):
        groups_of[at] = int(label)
    return groups_of


def near_duplicates(words: NDArray[np.uint64]) -> NDArray[np.int32]:
    """The number of the group of each hash.

    Args:
        words: n x 4, C-contiguous: 256 bits each.
    """
    labels = np.arange(len(words), dtype=np.int32)
    links: list[Links] = []
    for pairs in _candidates(words):
        # most pairs of a thousand copies are in one group already when their turn comes
        first, second = pairs[:, labels[pairs[0]] != labels[pairs[1]]]
        bits = np.bitwise_count(words[first] ^ words[second]).sum(axis=1, dtype=np.uint16)
        near = bits <= MOST_BITS
        links.append(np.stack([labels[first[near]], labels[second[near]]]))
        if sum(link.shape[1] for link in links) > _MOST_LINKS:
            labels, links = _joined(labels, links), []
    return _joined(labels, links)


def _candidates(words: NDArray[np.uint64]) -> Iterator[NDArray[np.intp]]:
    """Pairs (2 x n) that are near in the first half of their bits: few but the copies are."""
    columns = np.ascontiguousarray(words.T)
    starts = range(0, len(words), _SIDE)
    for row, column in combinations_with_replacement(starts, 2):
        rows = columns[:, row : row + _SIDE, None]
        distance = np.bitwise_count(rows[0] ^ columns[0, column : column + _SIDE])
        distance += np.bitwise_count(rows[1] ^ columns[1, column : column + _SIDE])
        found = np.flatnonzero(distance <= MOST_BITS)
        corner = np.array([[row], [column]])
        yield corner + np.stack(np.divmod(found, distance.shape[1]))


def _joined(labels: NDArray[np.int32], links: Sequence[Links]) -> NDArray[np.int32]:
    """The labels after those that are linked have become one."""
    from scipy.sparse import coo_array  # late: the window imports this file when it starts
    from scipy.sparse.csgraph import connected_components

    ends = np.concatenate([np.zeros((2, 0), np.int32), *links], axis=1)
    size = len(labels)
    graph = coo_array((np.ones(ends.shape[1], np.bool_), (ends[0], ends[1])), shape=(size, size))
    joined: NDArray[np.int32] = connected_components(graph, directed=False)[1]
    return joined[labels]
