"""Decisions of people: whether a face is the one of a person. They are only ever appended.

The latest one about a face and a person counts. Taking it back is appended, too, and lets the one
before count again. A person is a number: see app/cases/people.py.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sqlite_utils import Database

from storage.clock import Moment, now
from storage.custody import Custody, Details
from storage.errors import FaceMissingError
from storage.rows import text, whole
from storage.types import Decision, Verdict

TAKEN_BACK = "taken-back"
"""The verdict of a row that takes another one back."""

FIRST_PERSON = 1

_ALL = """
    SELECT id, item, face, person, verdict, takes_back, role, at_utc, at_local, tz FROM decision
"""
_STORED = """
    SELECT id, item, face, person, CAST(verdict AS BLOB), takes_back, CAST(role AS BLOB),
    CAST(at_utc AS BLOB) FROM decision ORDER BY id
"""
_INSERT = """
    INSERT INTO decision (item, face, person, verdict, takes_back, role, at_utc, at_local, tz)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


class StoredDecision(NamedTuple):
    """A row as it is stored, without validation. `takes_back` is the row that it takes back."""

    number: int
    item: int
    face: int | None
    person: int
    verdict: str
    takes_back: int | None
    role: str
    at_utc: str


def decide(
    db: Database, item: int, verdict: Verdict, face: int | None, role: str, person: int
) -> None:
    """Append a decision about an existing item, or about one face of it, also to the log.

    Raises:
        FaceMissingError: The item has no such face.
        ValueError: Persons are counted from 1.
    """
    if person < FIRST_PERSON:
        raise ValueError(person)
    if face is not None and not _has_face(db, item, face):
        raise FaceMissingError(item, face)
    moment = now()
    row = (item, face, person, str(verdict), None)
    said = {"item": item, "face": face, "person": person, "verdict": str(verdict)}
    _append(db, row, role, moment, "decided", said)


def undecide(db: Database, item: int, face: int | None, role: str, person: int) -> bool:
    """Take the latest decision about an item or a face back; returns False without one."""
    for latest in decisions(db, item):
        if (latest.face, latest.person) == (face, person):
            row = (item, face, person, TAKEN_BACK, latest.number)
            said = {"item": item, "face": face, "person": person, "takes_back": latest.number}
            moment = now()
            _append(db, row, role, moment, "decision-taken-back", said)
            return True
    return False


def _append(
    db: Database,
    row: tuple[int, int | None, int, str, int | None],
    role: str,
    moment: Moment,
    action: str,
    said: Details,
) -> None:
    by = (role, moment.utc, moment.local, moment.tz)
    number = db.execute(_INSERT, (*row, *by)).lastrowid
    Custody(db).append(action, role, {"decision": number, **said}, at=moment)


def _has_face(db: Database, item: int, face: int) -> bool:
    found = db.execute(
        "SELECT 1 FROM face WHERE id = :face AND item = :item UNION ALL"
        " SELECT 1 FROM track WHERE face = :face AND item = :item",  # all a check copy has
        {"face": face, "item": item},
    )
    return found.fetchone() is not None


def decisions(db: Database, item: int | None = None) -> tuple[Decision, ...]:
    """Return the latest decision about each item, face and person, oldest first.

    A face that was found again by a later scan has its new number.
    """
    where, values = ("", ()) if item is None else ("WHERE item = ?", (item,))
    numbers = f"SELECT old, new FROM renumbered {where} ORDER BY id"  # noqa: S608 - our own words
    present = present_numbers(db.execute(numbers, values))
    hidden = {number for (number,) in db.execute("SELECT item FROM superseded")}
    made: dict[int, Decision] = {}
    for row in db.execute(f"{_ALL} {where} ORDER BY id", values):
        number, of_item, face, person, verdict, takes_back, *by = row
        whole([number, of_item, person, *(each for each in (face, takes_back) if each is not None)])
        role, *at = map(text, by)
        if verdict == TAKEN_BACK:
            made.pop(takes_back, None)
        elif of_item not in hidden:
            face = present.get(face, face)
            at_utc, at_local, tz = at
            about = (of_item, face, Verdict(verdict), role)
            made[number] = Decision(*about, at_utc, at_local, tz, person, number)
    latest = {(each.item, each.face, each.person): each for each in made.values()}
    return tuple(sorted(latest.values(), key=lambda each: each.number))


def present_numbers(pairs: Iterable[tuple[int, int | None]]) -> dict[int | None, int]:
    """Return the present number of each face that was found again, by every number that it had.

    Args:
        pairs: Old and new number, oldest first; None where a scan did not find the face again.
    """
    present: dict[int | None, int] = {}
    for old, new in pairs:
        if new is not None:
            for earlier, number in present.items():
                if number == old:
                    present[earlier] = new
            present[old] = new
    return present


def stored_decisions(db: Database) -> Iterator[StoredDecision]:
    """All rows, oldest first, without validation: somebody else may have written them."""
    for number, item, face, person, verdict, takes_back, role, at_utc in db.execute(_STORED):
        texts = ((each or b"").decode("utf-8", "replace") for each in (verdict, role, at_utc))
        said, by, at = texts
        yield StoredDecision(number, item, face, person, said, takes_back, by, at)
