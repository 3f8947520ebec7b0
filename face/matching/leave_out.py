"""Which confirmed faces count for which track: none for itself, nor for what is as good as itself.

A face that a person confirmed is a further photo of her, and so it would find itself, at the top.
Leave-one-out, as in cross-validation (M. Stone, "Cross-validatory choice and assessment of
statistical predictions", 1974): a face is scored with everything but itself. As good as itself are
near-duplicates, and whatever stands in the same picture or video or a copy of it: shots of one
scene share light, make-up and compression, so that they resemble each other more than any two
appearances do, and they are confirmed together. What the crowd says of strangers does not hold
among them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from face.matching.cohort import Rows
from face.matching.crowd import DUPLICATE
from face.types import Floats

_BLOCK = 16_384
"""Tracks are compared with the confirmed faces so many at a time: 200 of these take 13 MB."""


@dataclass(frozen=True, slots=True, eq=False)
class Confirmed:
    """Tracks that a person says are her.

    Attributes:
        rows: Which tracks, increasing, each once.
        contents: Number of the picture or video of every track, N; copies of one share it.
    """

    rows: Rows
    contents: NDArray[np.integer]


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Tracks for which the same confirmed faces count.

    Attributes:
        rows: Which tracks, increasing.
        confirmed: Which confirmed faces count for them, rows, increasing.
    """

    rows: Rows
    confirmed: Rows


def parts(tracks: Floats, confirmed: Confirmed) -> list[Part]:
    """All tracks: first those for which every confirmed face counts, then all others.

    Args:
        tracks: N x d, unit length.
    """
    pairs = np.unique(np.concatenate(list(_pairs(tracks, confirmed))), axis=0)
    left_out: dict[int, list[int]] = {}
    for row, place in pairs.tolist():
        left_out.setdefault(row, []).append(place)
    alike: dict[tuple[int, ...], list[int]] = {}
    for row, places in left_out.items():
        alike.setdefault(tuple(places), []).append(row)
    rest = np.delete(np.arange(len(tracks)), list(left_out))
    return [
        Part(rest, confirmed.rows),
        *(Part(np.array(rows), np.delete(confirmed.rows, out)) for out, rows in alike.items()),
    ]


def _pairs(tracks: Floats, confirmed: Confirmed) -> Iterator[NDArray[np.intp]]:
    """Row of a track, and place among the confirmed ones of a face that does not count for it."""
    rows, contents = confirmed.rows, confirmed.contents
    for start in range(0, len(tracks), _BLOCK):
        block = slice(start, start + _BLOCK)
        same = contents[block, None] == contents[rows]
        same |= tracks[block] @ tracks[rows].T > DUPLICATE
        pairs = np.argwhere(same)
        pairs[:, 0] += start
        yield pairs
