"""docs/case-format.md holds: old files keep opening, new files are what it says."""

import hashlib
import sqlite3
import zlib
from pathlib import Path

import numpy as np

from face.types import FrameHash, Reason
from storage.case import Case
from storage.schema import MAJOR, MINOR
from storage.types import State, Verdict
from tests.storage.independent_reader import plain_database, sealed_database
from tests.storage.samples import add, embedding_of, make_case, scan_of
from tests.storage.test_items import FULL

VECTOR = Path(__file__).parent / "vectors" / "case-1.0.sqlite.zlib"
"""The tables of a case of format 1.0, in the clear. Never made again."""

PASSPHRASE = "거울아 거울아"  # noqa: S105 - of the vector only
SALT = bytes(range(16))
KEY = bytes.fromhex("e06e6031f45cc413474de28bb1fb1383b91938d36bf81052212f6de72a4524bf")
CODE = "W1Q6-0CFM-BK21-6HTD-WA5V-3YRK-GEWH-JE6K-DFW1-0MH1-5XPY-EAJ5-4JZH-XA1F"
SHA256 = "3f077a598acf88056fb9d73a851e1922b5edb0b4d94c68b14ca8ae3efb21c747"


def vector(path: Path) -> Path:
    """Write the vector as a case file, byte for byte the same every time."""
    content = sealed_database(zlib.decompress(VECTOR.read_bytes()), KEY, SALT)
    assert hashlib.sha256(content).hexdigest() == SHA256
    path.write_bytes(content)
    return path


def test_a_case_of_format_1_0_opens_with_passphrase_and_code(path: Path) -> None:
    Case.open(vector(path), PASSPHRASE).close()
    Case.open_with_recovery_code(path, CODE).close()


def test_everything_in_a_case_of_format_1_0_is_read(path: Path) -> None:
    with Case.open_with_recovery_code(vector(path), CODE) as case:
        info = case.info()
        assert (info.id, info.format) == ("4bbe29999c097aa580fa5617af6fb115", (1, 0))
        assert (info.custody_entries, info.faces, info.tracks) == (3, 2, 2)
        assert not info.custody_ok  # it has no seal: as one that was taken away
        states = [(item.name, item.state, item.reason) for item in case.items()]
        assert states == [
            ("사진.jpg", State.DONE, None),
            ("b.jpg", State.UNCHECKED, Reason.TRUNCATED),
            ("c.jpg", State.PENDING, None),
        ]
        detail = case.item(1)
        assert detail.sources == (FULL,)
        assert [(each.face, each.verdict) for each in detail.decisions] == [(2, Verdict.CONFIRM)]
        assert detail.faces[1].face.traits == scan_of("y").tracks[0].faces[0].face.traits
        assert detail.frame_hashes == (FrameHash(1040, "0f" * 32, 90),)
        assert case.original(1).read() == b"content"
        index = case.tracks("open", "1")
        np.testing.assert_allclose(index.embeddings[1], embedding_of("y"), atol=1e-3)


def test_it_can_be_written_on(path: Path) -> None:
    with Case.open_with_recovery_code(vector(path), CODE) as case:
        case.store_scan(3, scan_of("z"))
        assert add(case, "d.jpg") == 4
        assert case.custody.append("viewed", "self").entries == 4
        case.change_passphrase("new")
    with Case.open(path, "new") as case:
        assert len(case.tracks("open", "1")) == 3


def test_a_new_case_is_what_the_format_says(path: Path) -> None:
    case, _ = make_case(path)
    key = bytes(case._file.key)
    case.store_scan(add(case, "a.jpg"), scan_of("x"))
    case.close()
    plain = connected(plain_database(path, key))
    assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert plain.execute("PRAGMA user_version").fetchone() == (1000 * MAJOR + MINOR,)
    assert plain.execute("PRAGMA application_id").fetchone() == (0,)
    assert plain.execute("SELECT filename FROM source").fetchone() == ("a.jpg",)
    old = connected(zlib.decompress(VECTOR.read_bytes()))
    tables = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name"
    assert plain.execute(tables).fetchall() == old.execute(tables).fetchall()
    plain.close()
    old.close()


def connected(content: bytes) -> sqlite3.Connection:
    """Open a plain database from memory (as a rollback-journal one: there is no log)."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(content[:18] + b"\x01\x01" + content[20:])
    return connection
