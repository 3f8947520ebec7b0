"""Which confirmed faces are used to find others, and which items are copies of theirs."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from app.cases.near_duplicates import duplicate_groups, usable_hashes
from storage.case import Case
from storage.types import TrackIndex


def rows_resembling_her(
    own: NDArray[np.float32],
    tracks: NDArray[np.float32],
    confirmed: Sequence[int],
    same_person: float,
) -> NDArray[np.intp]:
    """Return the rows of confirmed tracks that resemble her photos, in increasing order.

    The others are left out: a case may be checked for one person after another, and a face that
    one of them confirmed must not count for the next.

    Args:
        own: Embeddings of her photos, k x d, unit length.
        tracks: Embeddings of the tracks, N x d, unit length.
        confirmed: Rows of the confirmed tracks.
        same_person: Cosine below which two photos hardly ever show one person.
    """
    rows = np.array(sorted(confirmed), np.intp)
    resembles = (tracks[rows] @ own.T).max(axis=1, initial=-1.0) >= same_person
    return np.asarray(rows[resembles])


def items_without_copies(
    case: Case, index: TrackIndex, came_up: Iterable[int], confirmed: NDArray[np.intp]
) -> NDArray[np.int32]:
    """Return the item number of each track, shape (N,), with one number for copies.

    Copies of an item with a confirmed face have the same number as that item.

    Args:
        came_up: Rows of tracks that came up; only their items are compared with the confirmed ones.
        confirmed: Rows of the confirmed tracks.
    """
    items = np.unique(index.item[[*confirmed, *came_up]])
    alike = np.array(
        duplicate_groups([usable_hashes(case.item(int(item))) for item in items]), np.intp
    )
    contents = index.item.copy()
    for group in np.unique(alike[np.isin(items, index.item[confirmed])]):
        together = items[alike == group]
        contents[np.isin(index.item, together)] = together[0]
    return contents
