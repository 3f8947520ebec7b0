"""What each face was called when it first came up, by the custody log.

An answer changes with every photo that is given and every face that is confirmed. What was said
first stays on record, apart from what was found later with the help of a decision.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from app.cases.people import PERSON, person_in
from face.matching import Band
from storage.case import Case
from storage.custody import CustodyEntry, Details
from storage.decisions import FIRST_PERSON
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
        person: Number of the person whom they are about.
    """

    checks: int | None
    of_items: Mapping[int, tuple[FirstAnswer, ...]]
    person: int = FIRST_PERSON

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


def first_answers(case: Case, person: int) -> FirstAnswers:
    """Read the first answers to a person from the log; none from a log that was changed.

    A face that a later scan found again has its present number.
    """
    if not case.custody.verify().ok:
        return FirstAnswers(None, {}, person)
    checks = 0
    present = case.renumbered()
    first: dict[int, dict[int, FirstAnswer]] = {}
    for entry in case.custody.entries():
        if is_check_of(entry, person):
            checks += 1
            for item, answer in _said(entry):
                face = present.get(answer.face, answer.face)
                first.setdefault(item, {}).setdefault(face, replace(answer, face=face))
    answers = {item: tuple(faces.values()) for item, faces in first.items()}
    return FirstAnswers(checks, answers, person)


def is_check_of(entry: CustodyEntry, person: int) -> bool:
    """Return whether an entry of the log is a check of this person."""
    return entry.action == "check" and person_in(entry.details.get(PERSON)) == person


def bands_of_last_check(case: Case, person: int) -> Bands:
    """Read from the custody log what the last check brought up; nothing from a changed log."""
    if not case.custody.verify().ok:
        return {}
    checks = (entry for entry in case.custody.entries() if is_check_of(entry, person))
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
