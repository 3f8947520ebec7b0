"""Statements: what somebody said of an item, or of a place of it, after it was taken in.

A statement is never changed. A correction is a later statement, which names the one that it
corrects; what counts is the latest of each field. A statement with the value None takes what was
said back.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlite_utils import Database

from storage import rows
from storage.clock import Moment, now
from storage.text import from_stored, to_stored
from storage.types import FieldValue, Statement

_COLUMNS = "id, item, source, field, value, corrects, role, at_utc, at_local, tz"

_INSERT = """
    INSERT INTO statement (item, source, field, value, corrects, role, at_utc, at_local, tz)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_LATEST = """
    SELECT id, value FROM statement WHERE item = ? AND field = ? AND source IS ?
    ORDER BY id DESC LIMIT 1
"""
_OF_ITEM = f"""
    SELECT {_COLUMNS} FROM statement WHERE item = ? OR item IN
    (SELECT item FROM superseded WHERE became = ?) ORDER BY id
"""  # noqa: S608 - our own columns
_ALL_LATEST = """
    SELECT item, value FROM statement WHERE id IN
    (SELECT max(id) FROM statement WHERE field = ? AND source IS NULL GROUP BY item)
    AND value IS NOT NULL ORDER BY item
"""


def state(
    db: Database,
    item: int,
    source: int | None,
    said: Iterable[tuple[str, FieldValue | None]],
    role: str,
    moment: Moment | None = None,
) -> None:
    """Append a statement for each field and value; the caller holds the transaction.

    Args:
        source: The row of the place that they are about; None for the item itself.
        role: Who states it.
        moment: When; now, if it is not given.
    """
    moment = moment or now()
    for field, value in said:
        before = db.execute(_LATEST, (item, field, source)).fetchone()
        db.execute(
            _INSERT,
            (
                *(item, source, field, to_stored(value), before and before[0]),
                *(role, moment.utc, moment.local, moment.tz),
            ),
        )


def stated_of_item(db: Database, item: int, field: str) -> Any:
    """Return what was stated last of the item itself in a field; None where nothing was."""
    found = db.execute(_LATEST, (item, field, None)).fetchone()
    return found and from_stored(found[1])


def stated_of_all(db: Database, field: str) -> list[tuple[int, Any]]:
    """Return item and value of what was stated last in a field of items themselves, in order."""
    return [(item, from_stored(value)) for item, value in db.execute(_ALL_LATEST, (field,))]


def statements_of(db: Database, item: int) -> tuple[Statement, ...]:
    """Return all statements on an item and on its places, oldest first."""
    return tuple(_statement(row) for row in db.execute(_OF_ITEM, (item, item)))


def statements_on(db: Database, sources: Iterable[int]) -> Iterator[Statement]:
    """Yield all statements on these places, oldest first."""
    numbers = list(sources)
    marks = ", ".join("?" * len(numbers))
    query = f"SELECT {_COLUMNS} FROM statement WHERE source IN ({marks}) ORDER BY id"  # noqa: S608
    yield from (_statement(row) for row in db.execute(query, numbers))


def _statement(row: tuple[Any, ...]) -> Statement:
    number, item, source, field, value, corrects, *by = row
    rows.whole(each for each in (number, item, source, corrects) if each is not None)
    said = from_stored(value)
    if not isinstance(said, str | int | None):
        raise TypeError(type(said))
    role, at_utc, at_local, tz = map(rows.text, by)
    about = (number, item, source, rows.text(field))
    return Statement(*about, said, corrects, role, at_utc, at_local, tz)
