"""Which confirmed faces count for which track: none for itself, nor for what is as good as itself.

A face that a person confirmed is a further photo of her, and so it would find itself, at the top.
Leave-one-out, as in cross-validation (M. Stone, "Cross-validatory choice and assessment of
statistical predictions", 1974): a face is scored with everything but itself. As good as itself are
near-duplicates, and whatever stands in the same picture or video or a copy of it: shots of one
scene share light, make-up and compression, so that they resemble each other more than any two
appearances do, and they are confirmed together. What the crowd says of strangers does not hold
among them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from face.matching.cohort import Rows
from face.matching.crowd import DUPLICATE
from face.matching.wiped import wiped
from face.types import Floats

_BLOCK = 16_384
_MOST_PAIRS = 1 << 22
"""Tracks are compared with the confirmed faces so many at a time, and of many confirmed faces no
more pairs: 16 MB."""

_Bits: TypeAlias = NDArray[np.uint8]
"""Some of the confirmed faces, a bit for each. Not as pairs: somebody may confirm thousands of
copies, each of which leaves out all others."""


@dataclass(frozen=True, slots=True, eq=False)
class Confirmed:
    """Tracks that a person says are her.

    Attributes:
        rows: Which tracks, increasing, each once.
        contents: Gives the number of the picture or video of every track, N; copies of one share
            it. It is asked once, with the rows of all tracks for which copies count: other
            contents need not be told from their copies.
    """

    rows: Rows
    contents: Callable[[Rows], NDArray[np.integer]]


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Tracks for which the same confirmed faces count.

    Attributes:
        rows: Which tracks, increasing.
        confirmed: Which confirmed faces count for them, rows, increasing.
    """

    rows: Rows
    confirmed: Rows


def parts(tracks: Floats, confirmed: Confirmed, came_up: Rows) -> list[Part]:
    """All tracks: first those for which every confirmed face counts, then all others.

    Args:
        tracks: N x d, unit length.
        came_up: Rows of what comes up by her photos alone or where every confirmed face counts.
            Anything else is told from no copy: nobody sees it.
    """
    count = len(confirmed.rows)
    alike: dict[bytes, list[int]] = {}
    for row, left_out in sorted(_left_out(tracks, confirmed, came_up).items()):
        alike.setdefault(left_out.tobytes(), []).append(row)
    rest = np.delete(np.arange(len(tracks)), [row for rows in alike.values() for row in rows])
    return [
        Part(rest, confirmed.rows),
        *(
            Part(np.array(rows), confirmed.rows[np.unpackbits(bits, count=count) == 0])
            for bits, rows in ((np.frombuffer(out, np.uint8), rows) for out, rows in alike.items())
        ),
    ]


def _left_out(tracks: Floats, confirmed: Confirmed, came_up: Rows) -> dict[int, _Bits]:
    """The rows for which some confirmed faces do not count, and which."""
    left_out = dict(_near_duplicates(tracks, confirmed.rows))
    near = np.array(list(left_out), np.intp)
    contents = confirmed.contents(np.unique(np.concatenate([confirmed.rows, near, came_up])))
    theirs = contents[confirmed.rows]
    bits = {content: np.packbits(theirs == content) for content in np.unique(theirs).tolist()}
    for row in np.flatnonzero(np.isin(contents, theirs)).tolist():
        same = bits[int(contents[row])]
        left_out[row] = same | left_out[row] if row in left_out else same
    return left_out


def _near_duplicates(tracks: Floats, rows: Rows) -> Iterator[tuple[int, _Bits]]:
    """The rows of what is as good as some of these tracks, and of which of them."""
    step = max(1, min(_BLOCK, _MOST_PAIRS // max(len(rows), 1)))
    with wiped(tracks[rows]) as confirmed:
        for start in range(0, len(tracks), step):
            near = tracks[start : start + step] @ confirmed.T > DUPLICATE
            some = np.flatnonzero(near.any(axis=1))
            yield from zip((some + start).tolist(), np.packbits(near[some], axis=1), strict=True)
