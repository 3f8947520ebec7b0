"""Look up whether files were added before, for many files one after the other."""

from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database

from storage.sources import STATED_COLUMNS
from storage.statements import statements_on
from storage.text import Stored, to_stored

_FACTS = f"id, path, mtime_ns, size, {', '.join(STATED_COLUMNS)}"
_THIS_FILE = f"""
    SELECT {_FACTS} FROM source WHERE path = ? AND mtime_ns IS ? AND size = ?
    AND item NOT IN (SELECT item FROM superseded)
"""  # noqa: S608 - our own columns
_FOLLOWING = f"""
    SELECT {_FACTS} FROM source WHERE id > ? AND item NOT IN (SELECT item FROM superseded)
    ORDER BY id LIMIT ?
"""  # noqa: S608 - our own columns
_FIRST_DETAIL = 4
_FEWEST, _MOST = 2, 256

_File = tuple[Stored, ...]


class SourceLookup:
    """Looks sources up by file, with prefetching.

    A folder that is added again has its files in the order in which they were added before, and
    reading the next row costs a tenth of looking a row up. A prefetched row may be out of date, so
    that each walk through a folder needs a lookup of its own.
    """

    def __init__(self, db: Database) -> None:
        self._db = db
        self._ahead: dict[_File, tuple[Stored, ...]] = {}
        self._used = 0
        self._most = _FEWEST

    def knows(self, path: str, size: int, mtime_ns: int | None, said: Mapping[str, Any]) -> bool:
        """Return whether this very file was added before, with everything that is
        now stated about it.

        What was stated once and corrected since is known: the file says no more than it did.

        Args:
            said: Values by the names in STATED_COLUMNS. A note is known when the stored note begins
                with it.
        """
        file = (to_stored(path), mtime_ns, size)
        row = self._ahead.get(file)
        if row is not None and _has_details(row, said):
            self._used += 1
            return True
        for found in self._db.execute(_THIS_FILE, file):
            if _has_details(found, said) or self._was_stated(found, said):
                self._read_ahead(found[0])
                return True
        return False

    def _was_stated(self, row: tuple[Stored, ...], said: Mapping[str, Any]) -> bool:
        """Whether what the row itself lacks was stated of it later."""
        ever = {
            name: [kept] for name, kept in zip(STATED_COLUMNS, row[_FIRST_DETAIL:], strict=True)
        }
        for each in statements_on(self._db, [int(str(row[0]))]):
            ever[each.field].append(to_stored(each.value))
        return all(
            any(_is_known(name, kept, to_stored(said[name])) for kept in ever[name])
            for name in STATED_COLUMNS
            if name in said
        )

    def _read_ahead(self, row: int) -> None:
        """Prefetch the rows behind a row: more than last time if half of those were used."""
        is_used = 2 * self._used >= len(self._ahead)
        self._most = min(_MOST, 2 * self._most) if is_used else _FEWEST
        rows = self._db.execute(_FOLLOWING, (row, self._most)).fetchall()
        self._ahead = {each[1:_FIRST_DETAIL]: each for each in rows}
        self._used = 0


def _has_details(row: tuple[Stored, ...], said: Mapping[str, Any]) -> bool:
    return all(
        _is_known(name, kept, to_stored(said[name]))
        for name, kept in zip(STATED_COLUMNS, row[_FIRST_DETAIL:], strict=True)
        if name in said
    )


def _is_known(name: str, stored: Stored, stated: Stored) -> bool:
    if name == "note" and isinstance(stored, str) and isinstance(stated, str):
        return stored.startswith(stated)
    return stored == stated
