"""Cases and check copies of somebody who knows the format and means harm: any value anywhere."""

import shutil
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from hypothesis import strategies as st

from face.types import Floats, Reason
from storage.case import Case
from storage.connection import CaseConnection, connect
from storage.errors import StorageError
from storage.keys import SALT_BYTES, derive_key
from storage.types import Verdict
from tests.support.case_samples import CHEAP, PASSPHRASE, add, make_case, open_case, scan_of
from tools.fuzz.mutation import Change, changes, edited

VALUES: tuple[object, ...] = (
    *(None, 0, 1, -1, 2**31, 2**62, -(2**62), 0.5, float("inf"), -1e308),
    *("", "x", "done", "case", "\u202e", "a" * 100_000),
    *(b"", bytes(7), bytes(32), bytes(64), b"\xff" * 32, b"\xff" * 64, b"\xed\xa0\x80"),
)
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"


@dataclass(frozen=True, slots=True)
class Forgery:
    """A case or check copy, with values put in and bytes changed.

    Attributes:
        values: Table, column, row and value, by number.
        changes: To the bytes of the file, which has the right key no more then.
    """

    is_copy: bool
    values: tuple[tuple[int, int, int, int], ...]
    changes: tuple[Change, ...]


def forgeries() -> st.SearchStrategy[Forgery]:
    """Generate any forgery."""
    number = st.integers(0, 1000)
    values = st.lists(st.tuples(number, number, number, number), min_size=1, max_size=3)
    damage = st.one_of(st.just(()), st.lists(changes(), max_size=1).map(tuple))
    return st.builds(Forgery, st.booleans(), values.map(tuple), damage)


class Cases:
    """Keeps honest cases, made once, to be forged."""

    def __init__(self, scratch: Path) -> None:
        self._forged = scratch / "forged"
        self._honest = {False: scratch / "honest", True: scratch / "copy"}
        case, _ = make_case(self._honest[False])
        with case:
            case.store_scan(add(case, "a"), scan_of("x", "y"))
            case.mark_unchecked(add(case, "b"), Reason.DAMAGED, "x")
            case.decide(1, Verdict.CONFIRM)
            case.write_check_copy(self._honest[True], PASSPHRASE)

    def check(self, forgery: Forgery) -> None:
        """Open a forged case and read everything in it. Raises whatever is no error of cases."""
        shutil.copy(self._honest[forgery.is_copy], self._forged)
        try:
            with closing(_opened(self._forged)) as connection:
                for value in forgery.values:
                    _forge(connection, *value)
            for change in forgery.changes:
                self._forged.write_bytes(edited(self._forged.read_bytes(), change))
            with suppress(StorageError), open_case(self._forged) as case:
                _read(case)
        finally:
            for each in self._forged.parent.glob("forged*"):
                each.unlink()


def _opened(path: Path) -> CaseConnection:
    return connect(path, derive_key(PASSPHRASE, path.read_bytes()[:SALT_BYTES], CHEAP))


def _forge(connection: CaseConnection, table: int, column: int, row: int, value: int) -> None:
    """Put a value in, unless SQLite itself refuses it (a second key, a foreign one)."""
    tables = [name for (name,) in connection.execute(f"{_TABLES} ORDER BY name").fetchall()]
    name = tables[table % len(tables)]
    columns = connection.execute(f"PRAGMA table_info({name})").fetchall()
    own, key = columns[column % len(columns)][1], columns[0][1]
    rows: Sequence[tuple[object]] = connection.execute(f"SELECT {key} FROM {name}").fetchall()  # noqa: S608
    if rows:
        with suppress(StorageError):
            connection.execute(
                f"UPDATE {name} SET {own} = ? WHERE {key} = ?",  # noqa: S608
                (VALUES[value % len(VALUES)], rows[row % len(rows)][0]),
            )


def _read(case: Case) -> None:
    packs = case.info().packs
    (
        case.pending(),
        case.not_fully_checked(),
        case.decisions(),
        case.scanned_with_others(("open", "1")),
    )
    for item in case.items():
        for seen in case.item(item.item).faces:
            _require_unit_length(seen.face.embedding[None])
    for pack in packs:
        _require_unit_length(case.tracks(pack.pack, pack.pipeline).embeddings)


def _require_unit_length(vectors: Floats) -> None:
    if not np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=0.011):
        raise AssertionError(vectors)
