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
_MOST_PAIRS = 1 << 22
"""Tracks are compared with the confirmed faces so many at a time, and of many confirmed faces no
more pairs: 16 MB."""


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
    count = len(confirmed.rows)
    alike: dict[bytes, list[int]] = {}
    for row, left_out in _left_out(tracks, confirmed):
        alike.setdefault(left_out, []).append(row)
    rest = np.delete(np.arange(len(tracks)), [row for rows in alike.values() for row in rows])
    return [
        Part(rest, confirmed.rows),
        *(
            Part(np.array(rows), confirmed.rows[np.unpackbits(bits, count=count) == 0])
            for bits, rows in ((np.frombuffer(out, np.uint8), rows) for out, rows in alike.items())
        ),
    ]


def _left_out(tracks: Floats, confirmed: Confirmed) -> Iterator[tuple[int, bytes]]:
    """Rows for which some confirmed faces do not count, and which: a bit for each of these.

    Not as pairs: somebody may confirm thousands of copies, each of which leaves out all others.
    """
    rows, contents = confirmed.rows, confirmed.contents
    step = max(1, min(_BLOCK, _MOST_PAIRS // max(len(rows), 1)))
    for start in range(0, len(tracks), step):
        block = slice(start, start + step)
        same = contents[block, None] == contents[rows]
        same |= tracks[block] @ tracks[rows].T > DUPLICATE
        some = np.flatnonzero(same.any(axis=1))
        for row, bits in zip((some + start).tolist(), np.packbits(same[some], axis=1), strict=True):
            yield row, bits.tobytes()
