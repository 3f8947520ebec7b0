"""Placeholders: items that were reported, but whose content could not be read.

A placeholder has no hash, no size and no scan. It is unchecked, so that no list and no check omits
it. Once the content at its path can be read, another item supersedes it: the placeholder is shown
no more, and the custody log notes it. Its rows stay, and what was said of it counts for that item.
"""

from dataclasses import dataclass

from sqlite_utils import Database

from face.types import Reason
from storage.clock import now
from storage.custody import PROGRAM, Custody
from storage.errors import ItemMissingError
from storage.sources import add_source
from storage.text import from_stored, to_stored
from storage.types import ItemState, Source

_ALL = """
    SELECT item.id, path, reason FROM item JOIN source ON source.item = item.id
    WHERE state = 'unchecked' AND sha256 IS NULL
    AND item.id NOT IN (SELECT item FROM superseded) ORDER BY item.id
"""
_AT_PATH = """
    SELECT item.id FROM source CROSS JOIN item ON item.id = source.item
    WHERE path = ? AND mtime_ns IS NULL AND sha256 IS NULL
    AND item.id NOT IN (SELECT item FROM superseded)
"""  # CROSS: the path first, since many items may have no content

_FOUND = """
    SELECT 1 FROM source LEFT JOIN superseded ON superseded.item = source.item
    CROSS JOIN item ON item.id = coalesce(became, source.item)
    WHERE path = ? AND sha256 IS NOT NULL LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder: the path where its content should be, and why that cannot be read."""

    item: int
    path: str
    reason: Reason


class Placeholders:
    """The placeholders of one open case."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, source: Source, reason: Reason, detail: str = "") -> bool:
        """Add a placeholder, or update the one at the same path.

        Returns:
            True when there was none at that path before.
        """
        with self._db.atomic():
            known = _at_path(self._db, source.path)
            item = known
            if item is None:
                item = int(self._db.execute("INSERT INTO item DEFAULT VALUES").lastrowid or 0)
            self._db.execute(
                "UPDATE item SET state = ?, reason = ?, detail = ? WHERE id = ?",
                (ItemState.UNCHECKED, reason, detail, item),
            )
            add_source(self._db, item, 0, source)
        return known is None

    def is_found(self, path: str) -> bool:
        """Return whether the content that was missing at this path is in the case by now."""
        return self._db.execute(_FOUND, (to_stored(path),)).fetchone() is not None

    def items(self) -> list[Placeholder]:
        """Return all placeholders in the order of their item numbers."""
        return [
            Placeholder(item, from_stored(path), Reason(reason))
            for item, path, reason in self._db.execute(_ALL)
        ]

    def drop(self, item: int) -> None:
        """Show a placeholder no more, and no decision about it. Its number is not used again.

        Raises:
            ItemMissingError: There is no such item, or it has content.
        """
        with self._db.atomic():
            if item not in {each.item for each in self.items()}:
                raise ItemMissingError(item)
            _supersede(self._db, item, None)


def resolve_placeholders(db: Database, item: int, path: str, instead_of: str | None) -> bool:
    """Let an item whose content was read at last supersede its placeholders.

    Args:
        item: The item of the content.
        path: Where the content was read.
        instead_of: Another path that may have a placeholder of the content.

    Returns:
        True when there was a placeholder.
    """
    places = (_at_path(db, each) for each in (path, instead_of) if each)
    missing = {each for each in places if each is not None}
    for each in sorted(missing):
        _supersede(db, each, item)
    return bool(missing)


def _at_path(db: Database, path: str) -> int | None:
    found = db.execute(_AT_PATH, (to_stored(path),)).fetchone()
    return found[0] if found else None


def _supersede(db: Database, item: int, by: int | None) -> None:
    moment = now()
    at = (moment.utc, moment.local, moment.tz)
    db.execute("INSERT INTO superseded VALUES (?, ?, ?, ?, ?)", (item, by, *at))
    Custody(db).append("forgotten", PROGRAM, {"item": item, "became": by}, at=moment)
