"""Where items were seen, as a person says afterwards: what a reader did not know, or had wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from storage.errors import ItemMissingError
from storage.items import require_item
from storage.sources import TOLD
from storage.text import from_stored, to_stored
from storage.types import Value

MADE_FROM = "made-from-photo"
"""The `operation` of an item that was made from a photo; `parent_sha256` is that photo's."""

_PLACES = """
    SELECT source.item, path, filename, sha256 FROM source JOIN item ON item.id = source.item
    ORDER BY source.id
"""


@dataclass(frozen=True, slots=True)
class Place:
    """One place where an item was seen.

    Attributes:
        number: Which of the item's places, from 0 on.
        sha256: Of the content; None of an item without.
    """

    item: int
    number: int
    path: str
    filename: str
    sha256: str | None


class Provenance:
    """Of one open case."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def places(self) -> list[Place]:
        """Every place of every item, first seen first."""
        counts: dict[int, int] = {}
        found = []
        for item, path, filename, sha256 in self._db.execute(_PLACES):
            number = counts.get(item, 0)
            counts[item] = number + 1
            found.append(Place(item, number, from_stored(path), from_stored(filename), sha256))
        return found

    def item_at(self, path: str) -> int | None:
        """The item that was first seen at that path, or None."""
        statement = "SELECT item FROM source WHERE path IS ? ORDER BY id LIMIT 1"
        found = self._db.execute(statement, (to_stored(path),)).fetchone()
        return found and int(found[0])

    def known(self, item: int, place: int = 0) -> dict[str, Value | None]:
        """What is said of one place of an item, by the names in `storage.sources.TOLD`.

        Raises:
            ItemMissingError: There is no such item, or it has no such place.
        """
        row = self._source(item, place)
        return {name: from_stored(row[name]) for name in TOLD}

    def photo(self, item: int) -> str | None:
        """The SHA-256 of the photo that an item was made from, as far as somebody said.

        Raises:
            ItemMissingError
        """
        operation, sha256 = self._made(item)
        return sha256 if operation == MADE_FROM else None

    def change(self, item: int, said: Mapping[str, Value | None], place: int = 0) -> frozenset[str]:
        """Say something else of one place of an item; None takes back what was said.

        Args:
            said: By the names in `storage.sources.TOLD`.

        Returns:
            The names of what is different now.

        Raises:
            ItemMissingError: There is no such item, or it has no such place.
            ValueError: Something that is not said by people.
        """
        if not said.keys() <= set(TOLD):
            raise ValueError(sorted(said.keys() - set(TOLD)))
        known = self._source(item, place)
        new = {name: to_stored(value) for name, value in said.items()}
        news = {name: value for name, value in new.items() if known[name] != value}
        if news:
            columns = ", ".join(f"{name} = :{name}" for name in news)  # names in TOLD only
            statement = f"UPDATE source SET {columns} WHERE id = :id"  # noqa: S608
            with self._db.atomic():
                self._db.execute(statement, {**news, "id": known["id"]})
        return frozenset(news)

    def made_from(self, item: int, photo: str | None) -> bool:
        """Say which photo an item was made from, by its SHA-256 (lowercase hex); None: not known.

        Returns:
            True when that is different now.

        Raises:
            ItemMissingError
            ValueError: The item is something else that was made, such as a screen capture.
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
