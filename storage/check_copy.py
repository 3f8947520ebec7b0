"""Check copies: cases of embeddings and reference numbers that show and name nobody.

A check copy holds no media, crops, hashes, sizes, names, links, times, notes or decisions. Items,
tracks and faces keep the numbers of the case, so that a decision can be carried back by number. Of
the faces it holds only one number for each track.
"""

from pathlib import Path

from sqlite_utils import Database

from storage.meta import start_case
from storage.opening import CaseFile, KeyOf, make_file
from storage.recovery import recovery_code
from storage.types import CaseKind, KeptMedia

_COPIES = (
    (
        "SELECT id, state, reason FROM item WHERE id NOT IN (SELECT item FROM superseded)",
        "INSERT INTO item (id, state, reason) VALUES (?, ?, ?)",
    ),
    (
        "SELECT id, pack, pipeline, dimension FROM model",
        "INSERT INTO model (id, pack, pipeline, dimension) VALUES (?, ?, ?, ?)",
    ),
    (
        "SELECT item, model, tracks, faces FROM scan",
        "INSERT INTO scan (item, model, tracks, faces) VALUES (?, ?, ?, ?)",
    ),
    (
        "SELECT id, item, model, face, 0, 0, 0, embedding FROM track",
        "INSERT INTO track (id, item, model, face, first_ms, last_ms, samples, embedding)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    ),
)


def copy_index(case: Database, copy: Database) -> None:
    """Fill an empty check copy; the caller holds its transaction."""
    for read, write_row in _COPIES:
        copy.conn.executemany(write_row, case.conn.execute(read))


def write(case: CaseFile, origin: str, path: Path, key_of: KeyOf) -> str:
    """Write a check copy of `case`, whose id is `origin`, and return the copy's recovery code."""

    def fill(copy: Database) -> None:
        start_case(copy, CaseKind.CHECK_COPY, KeptMedia.NONE, crops=False, origin=origin)
        copy_index(case.db, copy)

    made = make_file(path, key_of, fill)
    try:
        return recovery_code(made.key)
    finally:
        made.close()
