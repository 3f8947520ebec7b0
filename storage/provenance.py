"""Provenance: details of sources that a person adds or corrects after an item was added."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from storage.errors import ItemMissingError
from storage.items import require_item
from storage.sources import DETAIL_COLUMNS
from storage.text import from_stored, to_stored
from storage.types import FieldValue

MADE_FROM = "made-from-photo"
"""The `operation` of an item that was made from a photo; `parent_sha256` is that photo's."""

_LOCATIONS = """
    SELECT source.item, path, filename, sha256 FROM source JOIN item ON item.id = source.item
    ORDER BY source.id
"""


@dataclass(frozen=True, slots=True)
class SourceLocation:
    """Where an item was seen: the path and name of one of its sources.

    Attributes:
        number: Which of the item's places it is, from 0 on.
        sha256: Hash of the content, lowercase hex; None for a placeholder.
    """

    item: int
    number: int
    path: str
    filename: str
    sha256: str | None


class Provenance:
    """The provenance of the items of one open case."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def locations(self) -> list[SourceLocation]:
        """Return all places of all items, first seen first."""
        counts: dict[int, int] = {}
        found = []
        for item, path, filename, sha256 in self._db.execute(_LOCATIONS):
            number = counts.get(item, 0)
            counts[item] = number + 1
            found.append(
                SourceLocation(item, number, from_stored(path), from_stored(filename), sha256)
            )
        return found

    def item_at(self, path: str) -> int | None:
        """Return the item that was first seen at a path, or None."""
        statement = "SELECT item FROM source WHERE path IS ? ORDER BY id LIMIT 1"
        found = self._db.execute(statement, (to_stored(path),)).fetchone()
        return found and int(found[0])

    def known(self, item: int, place: int = 0) -> dict[str, FieldValue | None]:
        """Return the details of one place of an item, by the names in
        `storage.sources.DETAIL_COLUMNS`.

        Raises:
            ItemMissingError: There is no such item, or it has no such place.
        """
        row = self._source(item, place)
        return {name: from_stored(row[name]) for name in DETAIL_COLUMNS}

    def photo(self, item: int) -> str | None:
        """Return the SHA-256 of the photo that an item was made from, if somebody stated it.

        Raises:
            ItemMissingError: There is no such item.
        """
        operation, sha256 = self._made(item)
        return sha256 if operation == MADE_FROM else None

    def change(
        self, item: int, said: Mapping[str, FieldValue | None], place: int = 0
    ) -> frozenset[str]:
        """Change details of one place of an item; None removes a detail.

        Args:
            said: New values by the names in `storage.sources.DETAIL_COLUMNS`.

        Returns:
            The names of the details that are different now.

        Raises:
            ItemMissingError: There is no such item, or it has no such place.
            ValueError: A name is not one of the details that people state.
        """
        if not said.keys() <= set(DETAIL_COLUMNS):
            raise ValueError(sorted(said.keys() - set(DETAIL_COLUMNS)))
        known = self._source(item, place)
        new = {name: to_stored(value) for name, value in said.items()}
        news = {name: value for name, value in new.items() if known[name] != value}
        if news:
            columns = ", ".join(
                f"{name} = :{name}" for name in news
            )  # names in DETAIL_COLUMNS only
            statement = f"UPDATE source SET {columns} WHERE id = :id"  # noqa: S608
            with self._db.atomic():
                self._db.execute(statement, {**news, "id": known["id"]})
        return frozenset(news)

    def made_from(self, item: int, photo: str | None) -> bool:
        """State which photo an item was made from, by its SHA-256 (lowercase hex); None: unknown.

        Returns:
            True when that is different now.

        Raises:
            ItemMissingError: There is no such item.
            ValueError: The item is a derivative of another kind, such as a screen capture.
        """
        with self._db.atomic():
            operation, known = self._made(item)
            if operation not in (None, MADE_FROM):
                raise ValueError(operation)
            if known == photo:
                return False
            self._db.execute(
                "UPDATE item SET operation = ?, parent_sha256 = ? WHERE id = ?",
                (photo and MADE_FROM, photo, item),
            )
        return True

    def _made(self, item: int) -> tuple[str | None, str | None]:
        require_item(self._db, item)
        statement = "SELECT operation, parent_sha256 FROM item WHERE id = ?"
        operation, parent = self._db.execute(statement, (item,)).fetchone()
        return operation, parent

    def _source(self, item: int, place: int) -> dict[str, Any]:
        statement = "SELECT * FROM source WHERE item = ? ORDER BY id LIMIT 1 OFFSET ?"
        for row in self._db.query(statement, (item, place)):
            return row
        raise ItemMissingError(item)
