"""Which of the compared tracks a person has decided on before."""

import numpy as np

from app.cases.people import of_person
from app.check.first_answers import bands_of_last_check
from storage.case import Case
from storage.errors import ItemMissingError
from storage.types import ItemDetail, TrackIndex, Verdict

NO_TRACK = -1


def verdicts_by_row(case: Case, index: TrackIndex, person: int) -> dict[int, Verdict]:
    """Return the decision about a person on each row of the index that has one.

    A decision on a face holds for its whole track and goes before one on the item. Rejecting an
    item rejects all its faces; confirming one with several faces does not say which is meant.
    """
    tracks: dict[int, Verdict] = {}
    for item in {each.item for each in case.decisions() if each.person == person}:
        tracks |= _verdicts_by_track(of_person(case.item(item), person))
    rows = np.flatnonzero(np.isin(index.track, list(tracks)))
    return {int(row): tracks[int(index.track[row])] for row in rows}


def verdicts_on_last_check(case: Case, person: int) -> frozenset[Verdict | None]:
    """Return the decisions on all faces that the last check brought up; None for an open one.

    The result is empty where nothing came up, and where the custody log was changed. A face that
    another scan did not find again is open until the next check.
    """
    verdicts: set[Verdict | None] = set()
    present = case.renumbered()
    for item, face in bands_of_last_check(case, person):
        try:
            detail = of_person(case.item(item), person)
        except ItemMissingError:
            continue  # it was forgotten since
        verdicts.add(_verdicts_by_track(detail).get(_track(detail, present.get(face, face))))
    return frozenset(verdicts)


def _verdicts_by_track(detail: ItemDetail) -> dict[int, Verdict]:
    tracks: dict[int, Verdict] = {}
    for decision in (each for each in detail.decisions if each.face is None):
        if decision.verdict is not Verdict.CONFIRM or len(detail.tracks) == 1:
            tracks.update((track.number, decision.verdict) for track in detail.tracks)
    for decision in (each for each in detail.decisions if each.face is not None):
        tracks[_track(detail, decision.face)] = decision.verdict
    tracks.pop(NO_TRACK, None)
    return tracks


def _track(detail: ItemDetail, face: int | None) -> int:
    """Return the track of a face, or NO_TRACK. A check copy has only the best face of each."""
    for seen in detail.faces:
        if seen.number == face:
            return seen.track
    for track in detail.tracks:
        if track.face == face:
            return track.number
    return NO_TRACK
