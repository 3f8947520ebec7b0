"""Decisions of a person. The latest one counts; without it, the one before counts again.

The custody log also keeps decisions that were taken back.
"""

from collections.abc import Iterator

from sqlite_utils import Database

from storage.clock import now
from storage.errors import FaceMissingError
from storage.types import Decision, Verdict

_LATEST = """
    SELECT item, face, verdict, role, at_utc, at_local, tz FROM decision
    WHERE id IN (SELECT max(id) FROM decision GROUP BY item, face)
"""


_STORED = """
    SELECT CAST(item AS INTEGER), CAST(face AS INTEGER), CAST(verdict AS BLOB), CAST(role AS BLOB)
    FROM decision WHERE id IN (SELECT max(id) FROM decision GROUP BY item, face)
"""


def decide(db: Database, item: int, verdict: Verdict, face: int | None, role: str) -> None:
    """Record a decision about an existing item, or about one face of it.

    Raises:
        FaceMissingError: The item has no such face.
    """
    if face is not None and not _has_face(db, item, face):
        raise FaceMissingError(item, face)
    moment = now()
    db.execute(
        "INSERT INTO decision (item, face, verdict, role, at_utc, at_local, tz)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (item, face, verdict, role, moment.utc, moment.local, moment.tz),
    )


def undecide(db: Database, item: int, face: int | None) -> bool:
    """Remove the latest decision about an item or a face; returns False when there is none."""
    taken = db.execute(
        "DELETE FROM decision WHERE id ="
        " (SELECT max(id) FROM decision WHERE item = ? AND face IS ?)",
        (item, face),
    )
    return taken.rowcount > 0


def _has_face(db: Database, item: int, face: int) -> bool:
    found = db.execute(
        "SELECT 1 FROM face WHERE id = :face AND item = :item UNION ALL"
        " SELECT 1 FROM track WHERE face = :face AND item = :item",  # all a check copy has
        {"face": face, "item": item},
    )
    return found.fetchone() is not None


def decisions(db: Database, item: int | None = None) -> tuple[Decision, ...]:
    """Return the latest decision about each item and each face, oldest first."""
    where, values = ("", ()) if item is None else ("AND item = ?", (item,))
    rows = db.execute(f"{_LATEST} {where} ORDER BY id", values)
    return tuple(Decision(row[0], row[1], Verdict(row[2]), *row[3:]) for row in rows)


def stored_decisions(db: Database) -> Iterator[tuple[int, int | None, str, str]]:
    """Item, face, verdict and role of each latest decision, without validation."""
    for item, face, verdict, role in db.execute(_STORED):
        yield item, face, verdict.decode("utf-8", "replace"), role.decode("utf-8", "replace")
