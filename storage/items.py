"""Items and their sources: what was reported, and where it was seen."""

from dataclasses import fields
from typing import Any

from sqlite_utils import Database

from face.types import Reason
from storage.errors import ItemMissingError
from storage.hashes import Hashes
from storage.text import from_stored, to_stored
from storage.types import AddedItem, Item, Source, State

SOURCE_COLUMNS = tuple(field.name for field in fields(Source))
_SAME_SOURCE = """
    SELECT 1 FROM source WHERE item = :item AND path IS :path AND mtime_ns IS :mtime_ns
        AND url IS :url AND room_id IS :room_id AND message_id IS :message_id
"""

_LIST = """
    SELECT id, sha256, size, mime, state, reason,
        (SELECT filename FROM source WHERE item = item.id ORDER BY id LIMIT 1) AS name
    FROM item
"""


def add_content(db: Database, hashes: Hashes, size: int, source: Source) -> AddedItem:
    """Note a content and where it was seen; the same content again is another source of it."""
    found = db.execute("SELECT id FROM item WHERE sha256 = ?", (hashes.sha256,)).fetchone()
    if found:
        item = found[0]
    else:
        item = db.execute(
            "INSERT INTO item (sha256, sha512, md5, sha1, size) VALUES (?, ?, ?, ?, ?)",
            (hashes.sha256, hashes.sha512, hashes.md5, hashes.sha1, size),
        ).lastrowid
    return AddedItem(item, not found, _add_source(db, item, size, source))


def _add_source(db: Database, item: int, size: int, source: Source) -> bool:
    row = {name: to_stored(getattr(source, name)) for name in SOURCE_COLUMNS}
    row |= {"item": item, "size": size}
    if db.execute(_SAME_SOURCE, row).fetchone():
        return False
    db.table("source").insert(row)
    return True


def known_source(db: Database, path: str, size: int, mtime_ns: int) -> int | None:
    """Return the item that this very file became before, or None."""
    found = db.execute(
        "SELECT item FROM source WHERE path = ? AND mtime_ns = ? AND size = ? LIMIT 1",
        (to_stored(path), mtime_ns, size),
    ).fetchone()
    return found[0] if found else None


def require_item(db: Database, item: int) -> None:
    """Raise ItemMissingError unless there is such an item."""
    if not db.execute("SELECT 1 FROM item WHERE id = ?", (item,)).fetchone():
        raise ItemMissingError(item)


def set_state(db: Database, item: int, state: State, reason: Reason | None, detail: str) -> None:
    """Say how far an item has come."""
    db.execute(
        "UPDATE item SET state = ?, reason = ?, detail = ? WHERE id = ?",
        (state, reason, detail, item),
    )


def list_pending(db: Database) -> list[int]:
    """Return the items that nobody has looked at yet, in order."""
    rows = db.execute("SELECT id FROM item WHERE state = ? ORDER BY id", (State.PENDING,))
    return [item for (item,) in rows]


def list_items(db: Database, state: State | None) -> list[Item]:
    """Return all items, or those of one state, in order."""
    where, values = ("WHERE state = ?", (state,)) if state else ("", ())
    return [_item(row) for row in db.query(f"{_LIST} {where} ORDER BY id", values)]


def one_item(db: Database, item: int) -> Item:
    """Return one item as a list shows it; raises ItemMissingError."""
    for row in db.query(f"{_LIST} WHERE id = ?", (item,)):
        return _item(row)
    raise ItemMissingError(item)


def sources_of(db: Database, item: int) -> tuple[Source, ...]:
    """Return where an item was seen, first seen first."""
    rows = db.query("SELECT * FROM source WHERE item = ? ORDER BY id", (item,))
    return tuple(
        Source(**{name: from_stored(row[name]) for name in SOURCE_COLUMNS}) for row in rows
    )


def _item(row: dict[str, Any]) -> Item:
    return Item(
        item=row["id"],
        name=from_stored(row["name"]),
        sha256=row["sha256"],
        size=row["size"],
        mime=row["mime"],
        state=State(row["state"]),
        reason=Reason(row["reason"]) if row["reason"] else None,
    )
