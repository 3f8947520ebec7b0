"""Where a content was seen, and what is known of that place."""

from dataclasses import fields
from typing import Any

from sqlite_utils import Database

from storage.text import Stored, from_stored, to_stored
from storage.types import Source

COLUMNS = tuple(field.name for field in fields(Source))
_PLACE = frozenset({"path", "filename", "mtime_ns"})
_ACQUIRED = frozenset({"acquired_at_utc", "acquired_at_local", "tz"})
TOLD = tuple(name for name in COLUMNS if name not in _PLACE | _ACQUIRED)
"""What somebody says about a source; the rest the program sees by itself."""

_SAME_FILE = """
    SELECT * FROM source WHERE path IS :path AND mtime_ns IS :mtime_ns AND item = :item ORDER BY id
"""


_INSERT = (
    f"INSERT INTO source (item, size, {', '.join(COLUMNS)})"  # noqa: S608 - our own columns
    f" VALUES (:item, :size, {', '.join(f':{name}' for name in COLUMNS)})"
)


def add_source(db: Database, item: int, size: int, source: Source) -> None:
    """Note where a content was seen.

    The same file is the same source as long as nothing that is said about it contradicts what was
    said before: then it only fills what was not known. The first time of taking it in stays.
    """
    row = {name: to_stored(getattr(source, name)) for name in COLUMNS}
    row |= {"item": item, "size": size}
    for known in db.query(_SAME_FILE, row):
        news = {name: row[name] for name in TOLD if row[name] is not None}
        if all(known[name] in (None, said) for name, said in news.items()):
            _fill(db, known, news)
            return
    db.execute(_INSERT, row)


def add_first_source(db: Database, item: int, size: int, source: Source) -> None:
    """Note where a content was seen that was seen nowhere before."""
    row = {name: to_stored(getattr(source, name)) for name in COLUMNS}
    db.execute(_INSERT, row | {"item": item, "size": size})


def _fill(db: Database, known: dict[str, Any], news: dict[str, Stored]) -> None:
    missing = {name: said for name, said in news.items() if known[name] is None}
    if missing:
        db.table("source").update(known["id"], missing)


def known_source(db: Database, path: str, size: int, mtime_ns: int) -> int | None:
    """Return the item that this very file became before, or None."""
    found = db.execute(
        "SELECT item FROM source WHERE path = ? AND mtime_ns = ? AND size = ? LIMIT 1",
        (to_stored(path), mtime_ns, size),
    ).fetchone()
    return found[0] if found else None


def sources_of(db: Database, item: int) -> tuple[Source, ...]:
    """Return where an item was seen, first seen first."""
    rows = db.query("SELECT * FROM source WHERE item = ? ORDER BY id", (item,))
    return tuple(Source(**{name: from_stored(row[name]) for name in COLUMNS}) for row in rows)
