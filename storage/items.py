"""Items: the reported contents, the state of each, and everything known of one."""

import json
from collections.abc import Collection
from typing import Any

from sqlite_utils import Database

from face.types import Reason
from storage import rows
from storage.decisions import decisions
from storage.errors import ItemMissingError
from storage.hashes import Hashes
from storage.placeholders import resolve_placeholders
from storage.scans import faces_of, frame_hashes_of, tracks_of
from storage.sources import add_first_source, add_source, places_of
from storage.statements import stated_of_item, statements_of
from storage.text import from_stored
from storage.types import AddedItem, Item, ItemDetail, ItemState, Source

_LIST = """
    SELECT id, sha256, size, mime, state, reason, detail,
        (SELECT filename FROM source WHERE item = item.id ORDER BY id LIMIT 1) AS name
    FROM item WHERE id NOT IN (SELECT item FROM superseded)
"""

_EXISTS = "SELECT 1 FROM item WHERE id = ? AND id NOT IN (SELECT item FROM superseded)"

_OTHERS = """
    SELECT item FROM scan JOIN model ON model.id = model
    WHERE (pack, pipeline) NOT IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))
"""


def add_content(
    db: Database, hashes: Hashes, size: int, source: Source, instead_of: str | None = None
) -> AddedItem:
    """Add content with the place where it was seen; known content gets another source.

    Args:
        instead_of: Another path for which there may be a placeholder of this content.
    """
    found = db.execute("SELECT id FROM item WHERE sha256 = ?", (hashes.sha256,)).fetchone()
    if found:
        item = found[0]
    else:
        item = db.execute(
            "INSERT INTO item (sha256, sha512, md5, sha1, size) VALUES (?, ?, ?, ?, ?)",
            (hashes.sha256, hashes.sha512, hashes.md5, hashes.sha1, size),
        ).lastrowid
    resolve_placeholders(db, item, source.path, instead_of)
    (add_source if found else add_first_source)(db, item, size, source)
    return AddedItem(item, not found)


def require_item(db: Database, item: int) -> None:
    """Raise ItemMissingError unless there is such an item."""
    if not db.execute(_EXISTS, (item,)).fetchone():
        raise ItemMissingError(item)


def set_state(
    db: Database, item: int, state: ItemState, reason: Reason | None, detail: str
) -> None:
    """Set the state of an item."""
    db.execute(
        "UPDATE item SET state = ?, reason = ?, detail = ? WHERE id = ?",
        (state, reason, detail, item),
    )


def list_pending(db: Database) -> list[int]:
    """Return the numbers of the items that were not scanned yet, in order."""
    rows = db.execute("SELECT id FROM item WHERE state = ? ORDER BY id", (ItemState.PENDING,))
    return [item for (item,) in rows]


def list_items(db: Database, state: ItemState | None) -> list[Item]:
    """Return all items, or those in one state, in order."""
    where, values = ("AND state = ?", (state,)) if state else ("", ())
    return [_item(row) for row in db.query(f"{_LIST} {where} ORDER BY id", values)]


def list_items_after(db: Database, item: int, most: int) -> list[Item]:
    """Return at most `most` items with higher numbers than `item`, in order."""
    return [_item(row) for row in db.query(f"{_LIST} AND id > ? ORDER BY id LIMIT ?", (item, most))]


def list_not_fully_checked(db: Database) -> list[Item]:
    """Return the items that are pending, or of which not everything could be checked, in order."""
    where = "AND (state IN ('pending', 'unchecked') OR reason IS NOT NULL)"
    return [_item(row) for row in db.query(f"{_LIST} {where} ORDER BY id")]


def list_scanned_with_others(db: Database, made_with: Collection[tuple[str, str]]) -> list[Item]:
    """Return the items that were scanned, but with none of these (pack, pipeline) pairs."""
    rows = db.query(f"{_LIST} AND id IN ({_OTHERS}) ORDER BY id", (json.dumps(list(made_with)),))
    return [_item(row) for row in rows]


def one_item(db: Database, item: int) -> Item:
    """Return one item as a list shows it; raises ItemMissingError."""
    for row in db.query(f"{_LIST} AND id = ?", (item,)):
        return _item(row)
    raise ItemMissingError(item)


def _item(row: dict[str, Any]) -> Item:
    return Item(
        item=row["id"],
        name=from_stored(row["name"]),
        sha256=row["sha256"],
        size=row["size"],
        mime=row["mime"],
        state=ItemState(row["state"]),
        reason=Reason(row["reason"]) if row["reason"] else None,
        detail=row["detail"],
    )


_FACTS = """
    SELECT sha512, md5, sha1, width, height, duration_ms, frames, pdq, pdq_quality, detail,
        pack, pipeline, original_kept
    FROM item LEFT JOIN scan ON scan.item = item.id LEFT JOIN model ON model.id = scan.model
    WHERE item.id = ?
"""


_WHOLE = frozenset(("width", "height", "duration_ms", "frames", "pdq_quality", "original_kept"))
"""Columns that hold whole numbers; the others hold text."""


def item_detail(db: Database, number: int) -> ItemDetail:
    """Return everything known of one item; raises ItemMissingError."""
    item = one_item(db, number)
    facts = {name: _fact(name, value) for name, value in next(db.query(_FACTS, (number,))).items()}
    facts["original_kept"] = bool(facts["original_kept"])
    places = places_of(db, number)
    return ItemDetail(
        item=item,
        **facts,
        parent_sha256=_stated(db, number, "parent_sha256"),
        operation=_stated(db, number, "operation"),
        sources=tuple(place.source for place in places),
        tracks=tracks_of(db, number),
        faces=faces_of(db, number),
        decisions=decisions(db, number),
        frame_hashes=frame_hashes_of(db, number),
        statements=statements_of(db, number),
        places=tuple(place.number for place in places),
    )


def _stated(db: Database, item: int, field: str) -> str | None:
    said = stated_of_item(db, item, field)
    return None if said is None else rows.text(said)


def _fact(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name in _WHOLE:
        return rows.whole([value])[0]
    return rows.pdq(value) if name == "pdq" else rows.text(value)
