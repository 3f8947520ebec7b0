"""Provenance: details of places that a person adds or corrects after an item was added."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlite_utils import Database

from storage.errors import ItemMissingError
from storage.items import require_item
from storage.sources import STATED_COLUMNS, Place, known_values, places_of
from storage.statements import state, stated_of_item
from storage.text import from_stored, to_stored
from storage.types import FieldValue

MADE_FROM = "made-from-photo"
"""The `operation` of an item that was made from a photo; `parent_sha256` is that photo's."""

_LOCATIONS = """
    SELECT source.id, source.item, path, filename, sha256
    FROM source JOIN item ON item.id = source.item
    WHERE source.item NOT IN (SELECT item FROM superseded)
    AND source.item NOT IN (SELECT became FROM superseded WHERE became IS NOT NULL)
"""
_COMPLETED = """
    SELECT DISTINCT became, sha256 FROM superseded JOIN item ON item.id = became
"""
_ITEM_AT = """
    SELECT coalesce(became, source.item) FROM source
    LEFT JOIN superseded ON superseded.item = source.item
    WHERE path IS ? AND (superseded.item IS NULL OR became IS NOT NULL) ORDER BY id LIMIT 1
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
        found = [
            (number, item, from_stored(path), from_stored(filename), sha256)
            for number, item, path, filename, sha256 in self._db.execute(_LOCATIONS)
        ]
        for item, sha256 in self._db.execute(_COMPLETED).fetchall():
            found += [
                (each.number, item, each.source.path, each.source.filename, sha256)
                for each in places_of(self._db, item)
            ]
        counts: dict[int, int] = {}
        locations = []
        for _, item, path, filename, sha256 in sorted(found, key=lambda each: each[0]):
            number = counts.get(item, 0)
            counts[item] = number + 1
            locations.append(SourceLocation(item, number, path, filename, sha256))
        return locations

    def item_at(self, path: str) -> int | None:
        """Return the item that was first seen at a path, or None."""
        found = self._db.execute(_ITEM_AT, (to_stored(path),)).fetchone()
        return found and int(found[0])

    def known(self, item: int, place: int = 0) -> dict[str, FieldValue | None]:
        """Return the details of one place, by the names in `storage.sources.STATED_COLUMNS`.

        Raises:
            ItemMissingError: There is no such item, or it has no such place.
        """
        return known_values(self._place(item, place).source, STATED_COLUMNS)

    def photo(self, item: int) -> str | None:
        """Return the SHA-256 of the photo that an item was made from, if somebody stated it.

        Raises:
            ItemMissingError: There is no such item.
        """
        operation, sha256 = self._made(item)
        return sha256 if operation == MADE_FROM else None

    def change(
        self, item: int, said: Mapping[str, FieldValue | None], place: int = 0, role: str = ""
    ) -> frozenset[str]:
        """State details of one place of an item anew; None takes a detail back.

        What was stated before stays, and the statement names what it corrects. The caller logs it
        (`Case.log`), in the same transaction.

        Args:
            said: New values by the names in `storage.sources.STATED_COLUMNS`.
            role: Who states it.

        Returns:
            The names of the details that are different now.

        Raises:
            ItemMissingError: There is no such item, or it has no such place.
            ValueError: A name is not one of the details that people state.
        """
        if not said.keys() <= set(STATED_COLUMNS):
            raise ValueError(sorted(said.keys() - set(STATED_COLUMNS)))
        known = self._place(item, place)
        news = {name: value for name, value in said.items() if getattr(known.source, name) != value}
        with self._db.atomic():
            state(self._db, known.item, known.number, news.items(), role)
        return frozenset(news)

    def made_from(self, item: int, photo: str | None, role: str = "") -> bool:
        """State which photo an item was made from, by its SHA-256 (lowercase hex); None: unknown.

        The caller logs it, as for `change`.

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
            said = (("operation", photo and MADE_FROM), ("parent_sha256", photo))
            state(self._db, item, None, said, role)
        return True

    def _made(self, item: int) -> tuple[str | None, str | None]:
        require_item(self._db, item)
        operation, parent = (
            stated_of_item(self._db, item, field) for field in ("operation", "parent_sha256")
        )
        return operation, parent

    def _place(self, item: int, place: int) -> Place:
        require_item(self._db, item)
        places = places_of(self._db, item)
        if not 0 <= place < len(places):
            raise ItemMissingError(item)
        return places[place]
