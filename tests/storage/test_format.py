"""docs/case-format.md holds: files of this format keep opening, new files are what it says."""

import hashlib
import sqlite3
import zlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from face.types import FrameHash, Reason
from storage.captures import Capture, CaptureKind
from storage.case import Case
from storage.schema import STAMP
from storage.types import ItemState, Verdict
from tests.storage.independent_reader import plain_database, sealed_database
from tests.support.case_samples import FULL, add, embedding_of, make_case, scan_of

PASSPHRASE = "거울아 거울아"  # noqa: S105 - of the vectors only
SALT = bytes(range(16))
KEY = bytes.fromhex("e06e6031f45cc413474de28bb1fb1383b91938d36bf81052212f6de72a4524bf")
CODE = "W1Q6-0CFM-BK21-6HTD-WA5V-3YRK-GEWH-JE6K-DFW1-0MH1-5XPY-EAJ5-4JZH-XA1F"


ID = "53631e88b19258396a8239aceb49c729"
VECTOR = Path(__file__).parent / "vectors" / "case-3.0.sqlite.zlib"
"""The tables of a case of format 3.0, in the clear. Never made again."""
SHA256 = "722ae4b0bcb82353b7e8c7f435ffa68182960a6927df5f55f276214dae32cb15"
"""Of the case file that they give under KEY and SALT."""


@pytest.fixture
def kept(path: Path) -> Path:
    """The case file of the vector, byte for byte the same every time."""
    content = sealed_database(zlib.decompress(VECTOR.read_bytes()), KEY, SALT)
    assert hashlib.sha256(content).hexdigest() == SHA256
    path.write_bytes(content)
    return path


def test_a_case_of_this_format_opens_with_passphrase_and_code(kept: Path) -> None:
    Case.open(kept, PASSPHRASE).close()
    Case.open_with_recovery_code(kept, CODE).close()


def test_everything_in_a_case_of_this_format_is_read(kept: Path) -> None:
    with Case.open_with_recovery_code(kept, CODE) as case:
        info = case.info()
        assert (info.id, info.format) == (ID, (3, 0))
        assert (info.faces, info.tracks, info.custody_ok) == (2, 2, True)
        assert not case.contradictions()
        states = [(item.item, item.name, item.state, item.reason) for item in case.items()]
        assert states == [
            (2, "사진.jpg", ItemState.DONE, None),
            (3, "b.jpg", ItemState.UNCHECKED, Reason.TRUNCATED),
            (4, "c.jpg", ItemState.PENDING, None),
        ]
        detail = case.item(2)
        assert detail.faces[1].face.traits == scan_of("y").tracks[0].faces[0].face.traits
        assert detail.frame_hashes == (FrameHash(1040, "0f" * 32, 90),)
        assert case.original(2).read() == b"content"
        index = case.tracks("open", "1")
        np.testing.assert_allclose(index.embeddings[1], embedding_of("y"), atol=1e-3)
        np.testing.assert_array_equal(detail.faces[1].face.embedding, index.embeddings[1])


def test_every_event_in_a_case_of_this_format_is_read(kept: Path) -> None:
    with Case.open_with_recovery_code(kept, CODE) as case:
        detail = case.item(2)
        assert detail.sources == (replace(FULL, search_keywords="before", platform="line"),)
        said = [(each.value, each.role, each.corrects) for each in detail.statements]
        assert said == [("signal", "self", None), ("line", "counsellor", 1)]
        made = [(each.face, each.person, each.verdict) for each in case.decisions()]
        face = detail.tracks[1].face
        assert made == [(face, 1, Verdict.CONFIRM), (face, 2, Verdict.REJECT)]
        assert case.renumbered()[2] == face == 4
        assert case.captures.all() == (Capture(4, CaptureKind.WHOLE, 2),)


def test_it_can_be_written_on(kept: Path) -> None:
    with Case.open_with_recovery_code(kept, CODE) as case:
        entries = case.custody.head().entries
        case.store_scan(3, scan_of("z"))
        assert add(case, "d.jpg") == 5
        assert case.custody.append("viewed", "self").entries == entries + 1
        case.change_passphrase("new")
    with Case.open(kept, "new") as case:
        assert len(case.tracks("open", "1")) == 3


def test_a_new_case_is_what_the_format_says(path: Path) -> None:
    case, _ = make_case(path)
    key = bytes(case._file.key)
    case.store_scan(add(case, "a.jpg"), scan_of("x"))
    case.close()
    plain = connected(plain_database(path, key))
    assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert plain.execute("PRAGMA user_version").fetchone() == (STAMP,)
    assert plain.execute("PRAGMA application_id").fetchone() == (0,)
    assert plain.execute("SELECT filename FROM source").fetchone() == ("a.jpg",)
    tables = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name"
    made = plain.execute(tables).fetchall()
    plain.close()
    vector = connected(zlib.decompress(VECTOR.read_bytes()))
    assert vector.execute(tables).fetchall() == made
    vector.close()


def connected(content: bytes) -> sqlite3.Connection:
    """Open a plain database from memory (as a rollback-journal one: there is no log)."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(content[:18] + b"\x01\x01" + content[20:])
    return connection
