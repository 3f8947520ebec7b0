"""Screen captures: pictures that a person made of where an item was seen, not the item itself.

An item is a capture by its `operation`. The item that it shows is named by `parent_sha256` or,
where that has no content, by its number at the end of the operation.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sqlite_utils import Database

from storage.custody import Custody
from storage.items import require_item
from storage.originals import store_original


class CaptureKind(StrEnum):
    """How much can be seen on it, as the person says who marks it; the start of `operation`."""

    WHOLE = "screen-capture"
    COVERED = "screen-capture-covered"


@dataclass(frozen=True, slots=True)
class Capture:
    """An item that is a capture.

    Attributes:
        kind: COVERED: nothing sexual and nobody else's face is left to be seen.
        shows: The number of the item that it shows; None where that is not said, or forgotten.
    """

    item: int
    kind: CaptureKind
    shows: int | None


_OPERATION = re.compile(r"(screen-capture|screen-capture-covered)(?: of item (\d+))?")
_ALL = """
    SELECT id, operation, parent_sha256 FROM item
    WHERE operation LIKE 'screen-capture%' ORDER BY id
"""


def kind_of(operation: str | None) -> CaptureKind | None:
    """What an item's operation says; None where it is no capture."""
    found = _OPERATION.fullmatch(operation or "")
    return CaptureKind(found[1]) if found else None


class Captures:
    """The captures of one open case."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> tuple[Capture, ...]:
        """Every capture, by number."""
        rows = self._db.execute(_ALL).fetchall()
        found = (self._capture(*row) for row in rows)
        return tuple(each for each in found if each is not None)

    def of(self, items: Iterable[int]) -> tuple[int, ...]:
        """The numbers of the captures that show one of these items."""
        shown = frozenset(items)
        return tuple(each.item for each in self.all() if each.shows in shown)

    def mark(
        self, item: int, kind: CaptureKind, shows: int | None = None, role: str = ""
    ) -> Capture:
        """Say that an item is a capture, and of what; noted in the custody log.

        Raises:
            ItemMissingError
            ValueError: It would show itself, or another capture; or it was made otherwise.
        """
        with self._db.atomic():
            require_item(self._db, item)
            self._require_free(item)
            operation, parent = str(kind), None
            if shows is not None:
                parent = self._shown(item, shows)
                operation += "" if parent else f" of item {shows}"
            self._write(item, operation, parent)
            said = {"item": item, "kind": str(kind), "shows": shows}
            Custody(self._db).append("capture", role, said)
        return Capture(item, kind, shows)

    def unmark(self, item: int, role: str = "") -> bool:
        """Take that back; False when it was none."""
        with self._db.atomic():
            if item not in {each.item for each in self.all()}:
                return False
            self._write(item, None, None)
            Custody(self._db).append("capture-taken-back", role, {"item": item})
        return True

    def keep(self, item: int, chunks: Iterable[bytes]) -> None:
        """Keep the untouched bytes of a covered capture, also in a case that keeps no content.

        Raises:
            ItemMissingError, ContentChangedError
            ValueError: It is no covered capture.
        """
        with self._db.atomic():
            kinds = {each.item: each.kind for each in self.all()}
            if kinds.get(item) is not CaptureKind.COVERED:
                raise ValueError(item)
            store_original(self._db, item, chunks)

    def _require_free(self, item: int) -> None:
        row = self._db.execute("SELECT operation FROM item WHERE id = ?", (item,)).fetchone()
        if row[0] and kind_of(row[0]) is None:
            raise ValueError(row[0])

    def _shown(self, item: int, shows: int) -> str | None:
        require_item(self._db, shows)
        if shows == item or shows in {each.item for each in self.all()}:
            raise ValueError(shows)
        row = self._db.execute("SELECT sha256 FROM item WHERE id = ?", (shows,)).fetchone()
        sha256: str | None = row[0]
        return sha256

    def _write(self, item: int, operation: str | None, parent: str | None) -> None:
        self._db.execute(
            "UPDATE item SET operation = ?, parent_sha256 = ? WHERE id = ?",
            (operation, parent, item),
        )

    def _capture(self, item: int, operation: str, parent: str | None) -> Capture | None:
        found = _OPERATION.fullmatch(operation)
        if found is None:
            return None
        shown = None
        if parent is not None:
            shown = self._number("sha256 = ?", parent)
        elif found[2]:
            shown = self._number("id = ?", int(found[2]))
        return Capture(item, CaptureKind(found[1]), shown)

    def _number(self, where: str, value: object) -> int | None:
        statement = f"SELECT id FROM item WHERE {where}"  # noqa: S608 - a condition of ours
        row = self._db.execute(statement, (value,)).fetchone()
        return row and int(row[0])
