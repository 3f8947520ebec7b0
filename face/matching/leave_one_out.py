"""Leave-one-out: which confirmed faces count for which track. None counts for its own content.

A face that a person confirmed is a further photo of her, and so it would find itself, at the top.
As in leave-one-out cross-validation (M. Stone, "Cross-validatory choice and assessment of
statistical predictions", 1974), a face is scored without itself, without near-duplicates of itself,
and without all faces of the same picture or video or a copy of it: shots of one scene share light,
make-up and compression, so that they resemble each other more than two appearances do, and they are
confirmed together. What the cohort says of strangers does not hold among them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from face.matching.cohort import Rows
from face.matching.cohort_selection import DUPLICATE
from face.matching.wiped import wiped
from face.types import Floats

_BLOCK = 16_384
_MOST_PAIRS = 1 << 22
"""Tracks that are compared with the confirmed faces at a time, and most pairs of both: 16 MB."""

_Bits: TypeAlias = NDArray[np.uint8]
"""A set of confirmed faces, a bit for each. Not a list of pairs: somebody may confirm thousands of
copies, each of which leaves out all others."""


@dataclass(frozen=True, slots=True, eq=False)
class ConfirmedFaces:
    """Tracks that a person confirmed to show her.

    Attributes:
        rows: Rows of the tracks, increasing, each once.
        contents: Returns the number of the picture or video of every track, N; copies of one have
            the same number. It is called once, with the rows of the tracks for which copies matter:
            only among these must copies be recognised.
    """

    rows: Rows
    contents: Callable[[Rows], NDArray[np.integer]]


@dataclass(frozen=True, slots=True, eq=False)
class TrackGroup:
    """Tracks for which the same confirmed faces count.

    Attributes:
        rows: Rows of the tracks, increasing.
        confirmed: Rows of the confirmed faces that count for them, increasing.
    """

    rows: Rows
    confirmed: Rows


def groups_by_confirmed(
    tracks: Floats, confirmed: ConfirmedFaces, came_up: Rows
) -> list[TrackGroup]:
    """Group all tracks by the confirmed faces that count; first those for which all count.

    Args:
        tracks: N x d, unit length.
        came_up: Rows of the tracks that come up by her photos alone or by all confirmed faces. Of
            other tracks copies need not be recognised, since nobody sees them.
    """
    count = len(confirmed.rows)
    alike: dict[bytes, list[int]] = {}
    for row, left_out in sorted(_left_out(tracks, confirmed, came_up).items()):
        alike.setdefault(left_out.tobytes(), []).append(row)
    rest = np.delete(np.arange(len(tracks)), [row for rows in alike.values() for row in rows])
    return [
        TrackGroup(rest, confirmed.rows),
        *(
            TrackGroup(np.array(rows), confirmed.rows[np.unpackbits(bits, count=count) == 0])
            for bits, rows in ((np.frombuffer(out, np.uint8), rows) for out, rows in alike.items())
        ),
    ]


def _left_out(tracks: Floats, confirmed: ConfirmedFaces, came_up: Rows) -> dict[int, _Bits]:
    """Return the rows for which some confirmed faces do not count, with the set of those faces."""
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
    """Yield the rows of near-duplicates of some tracks, each with the set of those tracks."""
    step = max(1, min(_BLOCK, _MOST_PAIRS // max(len(rows), 1)))
    with wiped(tracks[rows]) as confirmed:
        for start in range(0, len(tracks), step):
            near = tracks[start : start + step] @ confirmed.T > DUPLICATE
            some = np.flatnonzero(near.any(axis=1))
            yield from zip((some + start).tolist(), np.packbits(near[some], axis=1), strict=True)
