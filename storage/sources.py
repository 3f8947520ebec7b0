"""The sources of an item: where its content was seen, and what is known of that place."""

from dataclasses import fields
from typing import Any

from sqlite_utils import Database

from storage.text import Stored, from_stored, to_stored
from storage.types import Source

COLUMNS = tuple(field.name for field in fields(Source))
_PLACE = frozenset({"path", "filename", "mtime_ns"})
_ACQUIRED = frozenset({"acquired_at_utc", "acquired_at_local", "tz"})
DETAIL_COLUMNS = tuple(name for name in COLUMNS if name not in _PLACE | _ACQUIRED)
"""Fields that somebody states about a source; the program observes the others by itself."""

_SAME_FILE = """
    SELECT * FROM source WHERE path IS :path AND mtime_ns IS :mtime_ns AND item = :item ORDER BY id
"""


_INSERT = (
    f"INSERT INTO source (item, size, {', '.join(COLUMNS)})"  # noqa: S608 - our own columns
    f" VALUES (:item, :size, {', '.join(f':{name}' for name in COLUMNS)})"
)


def add_source(db: Database, item: int, size: int, source: Source) -> None:
    """Record where content of `size` bytes was seen.

    The same file is the same source unless a stated field contradicts what was stated before; then
    only the fields that were unknown are filled in. The time at which it was first acquired stays.
    """
    row = {name: to_stored(getattr(source, name)) for name in COLUMNS}
    row |= {"item": item, "size": size}
    for known in db.query(_SAME_FILE, row):
        news = {name: row[name] for name in DETAIL_COLUMNS if row[name] is not None}
        if all(known[name] in (None, said) for name, said in news.items()):
            _fill(db, known, news)
            return
    db.execute(_INSERT, row)


def add_first_source(db: Database, item: int, size: int, source: Source) -> None:
    """Record where content without a source was seen."""
    row = {name: to_stored(getattr(source, name)) for name in COLUMNS}
    db.execute(_INSERT, row | {"item": item, "size": size})


def _fill(db: Database, known: dict[str, Any], news: dict[str, Stored]) -> None:
    missing = {name: said for name, said in news.items() if known[name] is None}
    if missing:
        db.table("source").update(known["id"], missing)


def sources_of(db: Database, item: int) -> tuple[Source, ...]:
    """Return the sources of an item, first seen first."""
    rows = db.query("SELECT * FROM source WHERE item = ? ORDER BY id", (item,))
    return tuple(Source(**{name: from_stored(row[name]) for name in COLUMNS}) for row in rows)
