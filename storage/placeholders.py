"""Items without content: something was reported, but nothing of it could be read.

Such an item has no hash, no size and no look; it is unchecked, so that no list and no check
forgets it. It goes when what lies at its path is taken in at last, and the custody log says so.
"""

from dataclasses import dataclass

from sqlite_utils import Database

from face.types import Reason
from storage.custody import PROGRAM, Custody
from storage.errors import ItemMissingError
from storage.sources import add_source
from storage.text import from_stored, to_stored
from storage.types import Source, State

_ALL = """
    SELECT item.id, path, reason FROM item JOIN source ON source.item = item.id
    WHERE state = 'unchecked' AND sha256 IS NULL ORDER BY item.id
"""
_AT_PATH = """
    SELECT item.id FROM source CROSS JOIN item ON item.id = source.item
    WHERE path = ? AND mtime_ns IS NULL AND sha256 IS NULL
"""  # CROSS: the path first, since many items may have no content

_FOUND = """
    SELECT 1 FROM source CROSS JOIN item ON item.id = source.item
    WHERE path = ? AND sha256 IS NOT NULL LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One of them, where it should be, and what hides it."""

    item: int
    path: str
    reason: Reason


class Placeholders:
    """The items of a case that have no content."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, source: Source, reason: Reason, detail: str = "") -> bool:
        """Note something that could not be read; the same path again is the same item.

        Returns:
            True when it was not noted before.
        """
        with self._db.atomic():
            known = _at_path(self._db, source.path)
            item = known
            if item is None:
                item = int(self._db.execute("INSERT INTO item DEFAULT VALUES").lastrowid or 0)
            self._db.execute(
                "UPDATE item SET state = ?, reason = ?, detail = ? WHERE id = ?",
                (State.UNCHECKED, reason, detail, item),
            )
            add_source(self._db, item, 0, source)
        return known is None

    def is_found(self, path: str) -> bool:
        """Whether what was missing at this path is in the case by now."""
        return self._db.execute(_FOUND, (to_stored(path),)).fetchone() is not None

    def items(self) -> list[Placeholder]:
        """Return all of them by number."""
        return [
            Placeholder(item, from_stored(path), Reason(reason))
            for item, path, reason in self._db.execute(_ALL)
        ]

    def drop(self, item: int) -> None:
        """Forget one, and what was decided about it. Its number is not used again.

        Raises:
            ItemMissingError: There is no such item, or it has content.
        """
        with self._db.atomic():
            if item not in {each.item for each in self.items()}:
                raise ItemMissingError(item)
            _drop(self._db, item)


def give_over(db: Database, item: int, size: int, source: Source, instead_of: str | None) -> bool:
    """What was out of reach at the path of a source, or at another, was read and is `item`: so is
    what was said of it. True when there was such a thing."""
    places = (_at_path(db, path) for path in (source.path, instead_of) if path)
    missing = {each for each in places if each is not None}
    for each in sorted(missing):
        db.execute(
            "UPDATE source SET item = ?, size = ?, mtime_ns = ? WHERE item = ?",
            (item, size, source.mtime_ns, each),
        )
        _drop(db, each)
    return bool(missing)


def _at_path(db: Database, path: str) -> int | None:
    found = db.execute(_AT_PATH, (to_stored(path),)).fetchone()
    return found[0] if found else None


def _drop(db: Database, item: int) -> None:
    for table in ("decision", "source"):
        db.table(table).delete_where("item = ?", (item,))
    db.execute("DELETE FROM item WHERE id = ?", (item,))
    Custody(db).append("forgotten", PROGRAM, {"item": item})
