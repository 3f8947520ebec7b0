"""Screen captures: pictures that a person took of the place where an item was seen.

The `operation` of an item marks it as a capture. The item that it shows is named by `parent_sha256`
or, where the shown item has no content, by its number at the end of the operation.
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
    """How much a capture shows, as stated by the person who marks it; the start of `operation`.

    COVERED: Nothing sexual and nobody else's face can be seen any more.
    """

    WHOLE = "screen-capture"
    COVERED = "screen-capture-covered"


@dataclass(frozen=True, slots=True)
class Capture:
    """An item that is a screen capture.

    Attributes:
        item: The number of the capture itself.
        shows: The number of the item that it shows; None where that was not stated, or where that
            item is no longer in the case.
    """

    item: int
    kind: CaptureKind
    shows: int | None


_OPERATION = re.compile(r"(screen-capture|screen-capture-covered)(?: of item (\d+))?")
_ALL = """
    SELECT id, operation, parent_sha256 FROM item
    WHERE operation LIKE 'screen-capture%' ORDER BY id
"""


def capture_kind_of(operation: str | None) -> CaptureKind | None:
    """Return the kind of capture that an item's `operation` names; None where the
    item is no capture.
    """
    found = _OPERATION.fullmatch(operation or "")
    return CaptureKind(found[1]) if found else None


class Captures:
    """The screen captures of one open case."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> tuple[Capture, ...]:
        """Return all captures, in the order of their item numbers."""
        rows = self._db.execute(_ALL).fetchall()
        found = (self._capture(*row) for row in rows)
        return tuple(each for each in found if each is not None)

    def of(self, items: Iterable[int]) -> tuple[int, ...]:
        """Return the item numbers of the captures that show one of these items."""
        shown = frozenset(items)
        return tuple(each.item for each in self.all() if each.shows in shown)

    def mark(
        self, item: int, kind: CaptureKind, shows: int | None = None, role: str = ""
    ) -> Capture:
        """Mark an item as a capture of another item, and note that in the custody log.

        Args:
            shows: The number of the item that it shows, if known.

        Raises:
            ItemMissingError: There is no such item.
            ValueError: The item would show itself or another capture, or is a derivative of
                another kind.
        """
        with self._db.atomic():
            require_item(self._db, item)
            self._require_no_other_operation(item)
            operation, parent = str(kind), None
            if shows is not None:
                parent = self._shown(item, shows)
                operation += "" if parent else f" of item {shows}"
            self._write(item, operation, parent)
            said = {"item": item, "kind": str(kind), "shows": shows}
            Custody(self._db).append("capture", role, said)
        return Capture(item, kind, shows)

    def unmark(self, item: int, role: str = "") -> bool:
        """Take the mark back; returns False when the item was no capture."""
        with self._db.atomic():
            if item not in {each.item for each in self.all()}:
                return False
            self._write(item, None, None)
            Custody(self._db).append("capture-taken-back", role, {"item": item})
        return True

    def keep(self, item: int, chunks: Iterable[bytes]) -> None:
        """Store the original bytes of a covered capture, even in a case that keeps no originals.

        Raises:
            ItemMissingError, ContentChangedError: As `Case.store_original` does.
            ValueError: The item is no covered capture.
        """
        with self._db.atomic():
            kinds = {each.item: each.kind for each in self.all()}
            if kinds.get(item) is not CaptureKind.COVERED:
                raise ValueError(item)
            store_original(self._db, item, chunks)

    def _require_no_other_operation(self, item: int) -> None:
        row = self._db.execute("SELECT operation FROM item WHERE id = ?", (item,)).fetchone()
        if row[0] and capture_kind_of(row[0]) is None:
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
