"""What each face was called when it first came up, by the custody log.

An answer changes with every photo that is given and every face that is confirmed. What was said
first stays on record, apart from what was found later with the help of a decision.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from face.matching import Band
from storage.case import Case
from storage.custody import CustodyEntry, Details
from storage.types import ItemDetail, StoredTrack

Bands: TypeAlias = Mapping[tuple[int, int], str]
"""The band of each face, by the numbers of item and face."""


@dataclass(frozen=True, slots=True)
class FirstAnswer:
    """The first check in which a face came up.

    Attributes:
        face: The number that the face had then.
        band: The band by her photos alone, or by them and the confirmed faces where her photos
            alone did not bring it up.
        with_confirmed: Whether it took the confirmed faces to bring it up.
        at_utc: Time of the check, ISO 8601.
        pack, pipeline: Pack and pipeline that scanned her photos.
        photos, confirmed: How many own photos and confirmed faces were used.
        threshold: Score from which on a face was in each band, as text, as the log has it.
    """

    face: int
    band: str
    with_confirmed: bool
    at_utc: str
    pack: str
    pipeline: str
    photos: int
    confirmed: int
    threshold: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FirstAnswers:
    """The first answers on all faces of a case.

    Attributes:
        checks: How many checks the log has; None when it was changed, and cannot be trusted.
        of_items: The first answers by item number, oldest first.
    """

    checks: int | None
    of_items: Mapping[int, tuple[FirstAnswer, ...]]

    def of(self, detail: ItemDetail, track: StoredTrack) -> FirstAnswer | None:
        """Return the first answer on a track, or None where it never came up.

        An item that was scanned again has new face numbers, which the log does not know. In an item
        with a single face it is clear which one was meant.
        """
        numbers = {each.number for each in detail.faces if each.track == track.number}
        numbers.add(track.face)
        known = self.of_items.get(detail.item.item, ())
        if len(known) == len(detail.tracks) == 1:
            return known[0]
        return next((each for each in known if each.face in numbers), None)


NOT_KNOWN = FirstAnswers(None, {})


def first_answers(case: Case) -> FirstAnswers:
    """Read the first answers from the custody log; none from a log that was changed."""
    if not case.custody.verify().ok:
        return NOT_KNOWN
    checks = 0
    first: dict[int, dict[int, FirstAnswer]] = {}
    for entry in case.custody.entries():
        if entry.action == "check":
            checks += 1
            for item, answer in _said(entry):
                first.setdefault(item, {}).setdefault(answer.face, answer)
    return FirstAnswers(checks, {item: tuple(faces.values()) for item, faces in first.items()})


def bands_of_last_check(case: Case) -> Bands:
    """Read from the custody log what the last check brought up; nothing from a changed log."""
    if not case.custody.verify().ok:
        return {}
    checks = (entry for entry in case.custody.entries() if entry.action == "check")
    last = next(iter(deque(checks, maxlen=1)), None)
    return _bands(last.details.get("found")) if last is not None else {}


def _said(entry: CustodyEntry) -> Iterator[tuple[int, FirstAnswer]]:
    """Read the entry of a check; ignore what the program would not write."""
    details = entry.details
    found = _bands(details.get("found"))
    by_photos = _bands(details.get("by_photos")) if "by_photos" in details else found
    threshold = details.get("threshold")
    for (item, face), band in found.items():
        yield (
            item,
            FirstAnswer(
                face=face,
                band=by_photos.get((item, face), band),
                with_confirmed=(item, face) not in by_photos,
                at_utc=entry.at_utc,
                pack=str(details.get("pack", "")),
                pipeline=str(details.get("pipeline", "")),
                photos=_count(details, "photos"),
                confirmed=_count(details, "confirmed"),
                threshold=threshold if isinstance(threshold, Mapping) else {},
            ),
        )


def _bands(rows: object) -> Bands:
    said: dict[tuple[int, int], str] = {}
    for row in rows if isinstance(rows, list) else ():
        match row:
            case [int(item), int(face), str(band)] if band in set(Band):
                said[item, face] = band
    return said


def _count(details: Details, name: str) -> int:
    value = details.get(name)
    return value if isinstance(value, int) else 0


def first_answer_records(answers: FirstAnswers, detail: ItemDetail) -> dict[int, object]:
    """Return the first answers about an item as JSON, by the number of each track's best face."""
    found = {track.face: answers.of(detail, track) for track in detail.tracks}
    return {face: first_answer_record(first) for face, first in found.items() if first}


def first_answer_record(first: FirstAnswer) -> dict[str, object]:
    """Return a first answer as a JSON object."""
    return {
        "band": first.band,
        "with_confirmed": first.with_confirmed,
        "at_utc": first.at_utc,
        "pack": first.pack,
        "pipeline": first.pipeline,
        "own_photos": first.photos,
        "confirmed_faces": first.confirmed,
        "threshold": dict(first.threshold),
    }
