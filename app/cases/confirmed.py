"""The faces and items that a person confirmed as hers, by her latest decisions."""

from storage.case import Case
from storage.types import ItemDetail, StoredFace, Verdict


def confirmed_faces(detail: ItemDetail) -> tuple[StoredFace, ...]:
    """Return the faces of an item that the person confirmed as hers, and no others.

    Confirming an item with one face confirms that face. Confirming an item with several faces
    confirms none of them, as it does not say which is hers.
    """
    verdicts = {each.face: each.verdict for each in detail.decisions}
    confirmed = {face for face, verdict in verdicts.items() if verdict is Verdict.CONFIRM}
    if None in confirmed and len(detail.tracks) == 1:
        (track,) = detail.tracks
        of_track = {face.number for face in detail.faces if face.track == track.number}
        if not of_track & verdicts.keys():
            confirmed.add(track.face)
    return tuple(face for face in detail.faces if face.number in confirmed)


def confirmed_items(case: Case, person: int) -> tuple[int, ...]:
    """Return the numbers of the items that the person confirmed, whole or by one of their faces."""
    confirmed = {
        each.item
        for each in case.decisions()
        if each.verdict is Verdict.CONFIRM and each.person == person
    }
    return tuple(sorted(confirmed))
