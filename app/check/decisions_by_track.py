"""Which of the compared tracks a person has decided on before."""

import numpy as np

from storage.case import Case
from storage.types import Decision, ItemDetail, TrackIndex, Verdict


def verdicts_by_row(case: Case, index: TrackIndex) -> dict[int, Verdict]:
    """Return the decision on each row of the index that has one.

    A decision on a face holds for its whole track and goes before one on the item. Rejecting an
    item rejects all its faces; confirming one with several faces does not say which is meant.
    """
    rows: dict[int, Verdict] = {}
    decisions = case.decisions()
    for decision in (each for each in decisions if each.face is None):
        of_item = np.flatnonzero(index.item == decision.item)
        if decision.verdict is not Verdict.CONFIRM or len(of_item) == 1:
            rows.update((int(row), decision.verdict) for row in of_item)
    for decision in (each for each in decisions if each.face is not None):
        track = _track(case.item(decision.item), decision)
        rows.update((int(row), decision.verdict) for row in np.flatnonzero(index.track == track))
    return rows


def _track(detail: ItemDetail, decision: Decision) -> int:
    """Return the track of a face, or -1. A check copy has only the best face of each track."""
    for face in detail.faces:
        if face.number == decision.face:
            return face.track
    for track in detail.tracks:
        if track.face == decision.face:
            return track.number
    return -1
