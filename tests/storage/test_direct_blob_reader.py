"""Blobs read past SQLite are those that SQLite gives, or none."""

import os
from pathlib import Path

import pytest

from storage.case import Case
from storage.direct_blob_reader import DirectBlobReader
from storage.sqlcipher_pages import PAGE_SIZE
from storage.types import KeptMedia
from tests.support.case_samples import CHEAP, PASSPHRASE, add

LENGTHS = (1 << 20, 100_000, 16_300, 32_600, 40_000, 18_321, 18_322, 16_000, 200, 0)


@pytest.fixture
def rows(keeping: Case) -> dict[int, bytes]:
    """Blobs by rowid, on several leaves below one interior page; all of it in the file."""
    item = add(keeping, "a")
    blobs = [os.urandom(length) for length in (*LENGTHS, *LENGTHS)]
    for seq, content in enumerate(blobs):
        keeping._db.execute("INSERT INTO original VALUES (?, ?, ?)", (item, seq, content))
    keeping._file.checkpoint()
    return {
        rowid: blobs[seq] for rowid, seq in keeping._db.execute("SELECT rowid, seq FROM original")
    }


def read(case: Case, rowid: int) -> bytes | None:
    memory = memoryview(bytearray(1 << 20))
    length = case._file.blob_reader("original").read(rowid, memory)
    return None if length is None else bytes(memory[:length])


def test_blobs_of_every_length_come_as_they_were(keeping: Case, rows: dict[int, bytes]) -> None:
    found = {rowid: read(keeping, rowid) for rowid in rows}
    long = {rowid for rowid, content in rows.items() if len(content) > 16_269}
    assert {rowid for rowid, content in found.items() if content is not None} >= long
    assert all(content in (None, rows[rowid]) for rowid, content in found.items())


def test_a_row_that_is_not_there_is_not_found(keeping: Case, rows: dict[int, bytes]) -> None:
    assert [read(keeping, rowid) for rowid in (0, -1, max(rows) + 1, 1 << 40)] == [None] * 4


def test_what_lies_in_pieces_is_left_to_sqlite(keeping: Case, rows: dict[int, bytes]) -> None:
    keeping._db.execute("DELETE FROM original WHERE rowid % 2")
    content = os.urandom(1 << 20)
    keeping._db.execute("INSERT INTO original VALUES (1, 99, ?)", (content,))
    keeping._file.checkpoint()
    (rowid,) = keeping._db.execute("SELECT rowid FROM original WHERE seq = 99").fetchone()
    assert read(keeping, rowid) in (None, content)


def test_nothing_is_believed_of_a_damaged_way_to_it(
    keeping: Case, rows: dict[int, bytes], path: Path
) -> None:
    (root,) = keeping._db.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'original'"
    ).fetchone()
    with keeping.path.open("r+b") as file:
        file.seek((root - 1) * PAGE_SIZE + 200)
        file.write(b"damaged")
    assert {read(keeping, rowid) for rowid in rows} == {None}


def test_a_file_that_was_cut_off_gives_nothing(tmp_path: Path) -> None:
    case, _ = Case.create(tmp_path / "x", PASSPHRASE, media=KeptMedia.ORIGINALS, cost=CHEAP)
    with case:
        blobs = DirectBlobReader(case.path, case._file.key, 10_000)
        assert blobs.read(1, memoryview(bytearray(9))) is None
        blobs.close()
