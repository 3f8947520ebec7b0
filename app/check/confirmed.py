"""Which confirmed faces help to find others, and what they were seen in."""

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
    """The confirmed rows of the tracks that resemble her photos, increasing.

    The others are left out: a case may be checked for one person after another, and what one of
    them confirmed must not speak for the next.

    Args:
        own: Her photos, k x d, unit length.
        tracks: N x d, unit length.
        same_person: The cosine below which two photos hardly ever are of one person.
    """
    rows = np.array(sorted(confirmed), np.intp)
    resembles = (tracks[rows] @ own.T).max(axis=1, initial=-1.0) >= same_person
    return np.asarray(rows[resembles])


def items_without_copies(
    case: Case, index: TrackIndex, came_up: Iterable[int], confirmed: NDArray[np.intp]
) -> NDArray[np.int32]:
    """The item of each track; copies of what a confirmed face was seen in have one number, N.

    Args:
        came_up: Rows of which the items are looked at: nothing else has to be told from copies.
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
