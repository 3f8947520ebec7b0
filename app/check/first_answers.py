"""What each face was called when it first came up, by the custody log.

An answer changes with every photo that is given and every face that is confirmed. What was said
first stays on record, apart from what was found later with the help of a decision.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from face.matching import Band
from storage.case import Case
from storage.custody import CustodyEntry, Details
from storage.types import ItemDetail, StoredTrack

Bands: TypeAlias = Mapping[tuple[int, int], str]
"""What a face was called, by item and face."""


@dataclass(frozen=True, slots=True)
class FirstAnswer:
    """The first check in which a face came up.

    Attributes:
        face: Its number then.
        band: What her photos alone called it, "strong" or "some"; where they did not bring it up,
            what they and the confirmed faces did.
        with_confirmed: Whether only the confirmed faces beside them brought it up.
        pack, pipeline: What it was compared with.
        photos, confirmed: How many own photos and confirmed faces were used.
        threshold: Scores from which on a face was called strong, some, as the log has them.
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
    """All of them.

    Attributes:
        checks: How many checks the log knows; None when it was changed: then it may say anything,
            and is not repeated.
        of_items: By the number of the item, oldest first.
    """

    checks: int | None
    of_items: Mapping[int, tuple[FirstAnswer, ...]]

    def of(self, detail: ItemDetail, track: StoredTrack) -> FirstAnswer | None:
        """That of a track, or None where it never came up.

        A face that was found anew has another number, by which the log does not know it. In an
        item with a single face it is clear which one was meant.
        """
        numbers = {each.number for each in detail.faces if each.track == track.number}
        numbers.add(track.face)
        known = self.of_items.get(detail.item.item, ())
        if len(known) == len(detail.tracks) == 1:
            return known[0]
        return next((each for each in known if each.face in numbers), None)


NOT_KNOWN = FirstAnswers(None, {})


def first_answers(case: Case) -> FirstAnswers:
    """Read them from the custody log; none from one that was changed."""
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


def _said(entry: CustodyEntry) -> Iterator[tuple[int, FirstAnswer]]:
    """What a check said of each item; what is not as the program writes it says nothing."""
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
    """One as scripts read it."""
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
