"""Everything known of one item, put together."""

from typing import Any

from sqlite_utils import Database

from storage import rows
from storage.decisions import decisions
from storage.items import one_item
from storage.scans import faces_of, frame_hashes_of, tracks_of
from storage.sources import sources_of
from storage.types import ItemDetail

_FACTS = """
    SELECT sha512, md5, sha1, width, height, duration_ms, frames, pdq, pdq_quality, detail,
        pack, pipeline, original_kept, parent_sha256, operation
    FROM item LEFT JOIN scan ON scan.item = item.id LEFT JOIN model ON model.id = scan.model
    WHERE item.id = ?
"""


_WHOLE = frozenset(("width", "height", "duration_ms", "frames", "pdq_quality", "original_kept"))
"""Which of them are whole numbers; the others are text."""


def item_detail(db: Database, number: int) -> ItemDetail:
    """Return everything known of one item; raises ItemMissingError."""
    item = one_item(db, number)
    facts = {name: _fact(name, value) for name, value in next(db.query(_FACTS, (number,))).items()}
    facts["original_kept"] = bool(facts["original_kept"])
    return ItemDetail(
        item=item,
        **facts,
        sources=sources_of(db, number),
        tracks=tracks_of(db, number),
        faces=faces_of(db, number),
        decisions=decisions(db, number),
        frame_hashes=frame_hashes_of(db, number),
    )


def _fact(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name in _WHOLE:
        return rows.whole([value])[0]
    return rows.pdq(value) if name == "pdq" else rows.text(value)
