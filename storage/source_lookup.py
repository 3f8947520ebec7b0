"""Whether files were taken in before, asked of many one after the other."""

from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database

from storage.sources import TOLD
from storage.text import Stored, to_stored

_FACTS = f"id, path, mtime_ns, size, {', '.join(TOLD)}"
_THIS_FILE = f"""
    SELECT {_FACTS} FROM source WHERE path = ? AND mtime_ns IS ? AND size = ?
"""  # noqa: S608 - our own columns
_FOLLOWING = f"SELECT {_FACTS} FROM source WHERE id > ? ORDER BY id LIMIT ?"  # noqa: S608
_FIRST_TOLD = 4
_FEWEST, _MOST = 2, 256

_File = tuple[Stored, ...]


class SourceLookup:
    """Reads ahead: a folder that is added again has its files in the order in which they were
    taken in, and a row that follows costs a tenth of one that is looked for. It is read as it was
    when it was read ahead, so an object of this kind is for one walk.
    """

    def __init__(self, db: Database) -> None:
        self._db = db
        self._ahead: dict[_File, tuple[Stored, ...]] = {}
        self._used = 0
        self._most = _FEWEST

    def knows(self, path: str, size: int, mtime_ns: int | None, said: Mapping[str, Any]) -> bool:
        """Whether this very file was taken in, and everything that is said of it is known.

        Args:
            said: By the names in TOLD. A note is known when what is kept begins with it.
        """
        file = (to_stored(path), mtime_ns, size)
        row = self._ahead.get(file)
        if row is not None and _says(row, said):
            self._used += 1
            return True
        for found in self._db.execute(_THIS_FILE, file):
            if _says(found, said):
                self._read_ahead(found[0])
                return True
        return False

    def _read_ahead(self, row: int) -> None:
        """More when what was read ahead was asked for, else less."""
        is_used = 2 * self._used >= len(self._ahead)
        self._most = min(_MOST, 2 * self._most) if is_used else _FEWEST
        rows = self._db.execute(_FOLLOWING, (row, self._most)).fetchall()
        self._ahead = {each[1:_FIRST_TOLD]: each for each in rows}
        self._used = 0


def _says(row: tuple[Stored, ...], said: Mapping[str, Any]) -> bool:
    return all(
        _is_said(name, kept, to_stored(said[name]))
        for name, kept in zip(TOLD, row[_FIRST_TOLD:], strict=True)
        if name in said
    )


def _is_said(name: str, kept: Stored, news: Stored) -> bool:
    if name == "note" and isinstance(kept, str) and isinstance(news, str):
        return kept.startswith(news)
    return kept == news
