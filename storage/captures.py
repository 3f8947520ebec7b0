"""Screen captures: pictures that a person took of the place where an item was seen.

The `operation` that was stated last of an item marks it as a capture. The item that it shows is
named by `parent_sha256` or, where that has no content, by its number at the end of the operation.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sqlite_utils import Database

from storage.custody import Details
from storage.items import require_item
from storage.logged_rows import log, log_leftovers
from storage.originals import store_original
from storage.statements import state, stated_of_all, stated_of_item


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


_BY_SHA256 = "SELECT id FROM item WHERE sha256 = ?"
_BY_NUMBER = """
    SELECT coalesce(became, id) FROM item LEFT JOIN superseded ON superseded.item = item.id
    WHERE id = ? AND (superseded.item IS NULL OR became IS NOT NULL)
"""
_OPERATION = re.compile(r"(screen-capture|screen-capture-covered)(?: of item (\d+))?")


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
        found = (self._capture(*made) for made in stated_of_all(self._db, "operation"))
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
            said = {"item": item, "kind": str(kind), "shows": shows}
            self._state(item, operation, parent, role, "capture", said)
        return Capture(item, kind, shows)

    def unmark(self, item: int, role: str = "") -> bool:
        """Take the mark back; returns False when the item was no capture."""
        with self._db.atomic():
            if item not in {each.item for each in self.all()}:
                return False
            self._state(item, None, None, role, "capture-taken-back", {"item": item})
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
        operation = stated_of_item(self._db, item, "operation")
        if operation and capture_kind_of(operation) is None:
            raise ValueError(operation)

    def _shown(self, item: int, shows: int) -> str | None:
        require_item(self._db, shows)
        if shows == item or shows in {each.item for each in self.all()}:
            raise ValueError(shows)
        row = self._db.execute("SELECT sha256 FROM item WHERE id = ?", (shows,)).fetchone()
        sha256: str | None = row[0]
        return sha256

    def _state(
        self,
        item: int,
        operation: str | None,
        parent: str | None,
        role: str,
        action: str,
        said: Details,
    ) -> None:
        log_leftovers(self._db)
        made = (("operation", operation), ("parent_sha256", parent))
        state(self._db, item, None, made, role)
        log(self._db, action, role, said)

    def _capture(self, item: int, operation: str) -> Capture | None:
        found = _OPERATION.fullmatch(operation)
        if found is None:
            return None
        shown = None
        parent = stated_of_item(self._db, item, "parent_sha256")
        if parent is not None:
            shown = self._number(_BY_SHA256, parent)
        elif found[2]:
            shown = self._number(_BY_NUMBER, int(found[2]))
        return Capture(item, CaptureKind(found[1]), shown)

    def _number(self, statement: str, value: object) -> int | None:
        row = self._db.execute(statement, (value,)).fetchone()
        return row and int(row[0])
