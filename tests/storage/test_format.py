"""docs/case-format.md holds: old files keep opening, new files are what it says."""

import hashlib
import sqlite3
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from face.types import FrameHash, Reason
from storage.case import Case
from storage.schema import MAJOR, MINOR, STAMP
from storage.types import ItemState, Verdict
from tests.storage.independent_reader import plain_database, sealed_database
from tests.support.case_samples import DIMENSION, FULL, add, embedding_of, make_case, scan_of

PASSPHRASE = "거울아 거울아"  # noqa: S105 - of the vectors only
SALT = bytes(range(16))
KEY = bytes.fromhex("e06e6031f45cc413474de28bb1fb1383b91938d36bf81052212f6de72a4524bf")
CODE = "W1Q6-0CFM-BK21-6HTD-WA5V-3YRK-GEWH-JE6K-DFW1-0MH1-5XPY-EAJ5-4JZH-XA1F"


@dataclass(frozen=True)
class Vector:
    """The tables of a case of a format, in the clear. Never made again.

    Attributes:
        sha256: Of the case file that they give under KEY and SALT.
        custody_ok: That of 1.0 is older than the seal of the log: as one that was taken away.
        float_bytes: Of a number in an embedding.
    """

    format: tuple[int, int]
    sha256: str
    id: str
    custody_ok: bool
    float_bytes: int

    @property
    def plain(self) -> bytes:
        major, minor = self.format
        name = f"case-{major}.{minor}.sqlite.zlib"
        return zlib.decompress((Path(__file__).parent / "vectors" / name).read_bytes())

    def written(self, path: Path) -> Path:
        """As a case file, byte for byte the same every time."""
        content = sealed_database(self.plain, KEY, SALT)
        assert hashlib.sha256(content).hexdigest() == self.sha256
        path.write_bytes(content)
        return path


VECTORS = (
    Vector(
        (1, 0),
        "169e5afc1ab52b92ba31adb130aa53778db9ce28a43c92493cf98eae212d9fc6",
        "4bbe29999c097aa580fa5617af6fb115",
        custody_ok=False,
        float_bytes=4,
    ),
    Vector(
        (2, 0),
        "28f0405b5254e3b06b08ddaf9bb0c652b17cd0a805a8f7e35d61734375b018f5",
        "2c498bf2ec9fe1f6a67ccc9b66a64528",
        custody_ok=True,
        float_bytes=2,
    ),
)
FIRST, LATEST = VECTORS[0], VECTORS[-1]

of_every_format = pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: str(vector.format))


@of_every_format
def test_a_case_of_every_format_opens_with_passphrase_and_code(path: Path, vector: Vector) -> None:
    Case.open(vector.written(path), PASSPHRASE).close()
    Case.open_with_recovery_code(path, CODE).close()


@of_every_format
def test_everything_in_a_case_of_every_format_is_read(path: Path, vector: Vector) -> None:
    with Case.open_with_recovery_code(vector.written(path), CODE) as case:
        info = case.info()
        assert (info.id, info.format) == (vector.id, vector.format)
        assert (info.custody_entries, info.faces, info.tracks) == (3, 2, 2)
        assert info.custody_ok is vector.custody_ok
        states = [(item.name, item.state, item.reason) for item in case.items()]
        assert states == [
            ("사진.jpg", ItemState.DONE, None),
            ("b.jpg", ItemState.UNCHECKED, Reason.TRUNCATED),
            ("c.jpg", ItemState.PENDING, None),
        ]
        detail = case.item(1)
        assert detail.sources == (FULL,)
        assert [(each.face, each.verdict) for each in detail.decisions] == [(2, Verdict.CONFIRM)]
        assert detail.faces[1].face.traits == scan_of("y").tracks[0].faces[0].face.traits
        assert detail.frame_hashes == (FrameHash(1040, "0f" * 32, 90),)
        assert case.original(1).read() == b"content"
        index = case.tracks("open", "1")
        np.testing.assert_allclose(index.embeddings[1], embedding_of("y"), atol=1e-3)
        np.testing.assert_array_equal(detail.faces[1].face.embedding, index.embeddings[1])
        assert bytes_of_embeddings(case) == {DIMENSION * vector.float_bytes}


@of_every_format
def test_it_can_be_written_on(path: Path, vector: Vector) -> None:
    with Case.open_with_recovery_code(vector.written(path), CODE) as case:
        case.store_scan(3, scan_of("z"))
        assert add(case, "d.jpg") == 4
        assert case.custody.append("viewed", "self").entries == 4
        case.change_passphrase("new")
    with Case.open(path, "new") as case:
        assert len(case.tracks("open", "1")) == 3


def test_a_case_of_format_1_is_of_format_2_once_a_scan_is_stored(path: Path) -> None:
    with Case.open_with_recovery_code(FIRST.written(path), CODE) as case:
        add(case, "d.jpg")
        case.decide(1, Verdict.REJECT, face=1)
        assert case.info().format == (1, 0)
        with pytest.raises(ZeroDivisionError):
            stored_but_interrupted(case)
        assert case.info().format == (1, 0)
        case.store_scan(3, scan_of("z"))
        assert case.info().format == (2, 0)
        assert bytes_of_embeddings(case) == {DIMENSION * 4, DIMENSION * 2}
    with Case.open_with_recovery_code(path, CODE) as case:
        wanted = np.stack([embedding_of(name) for name in ("x", "y", "z")])
        np.testing.assert_allclose(case.tracks("open", "1").embeddings, wanted, atol=1e-3)


@of_every_format
def test_a_check_copy_has_the_vectors_of_a_case_of_every_format(
    path: Path, tmp_path: Path, vector: Vector
) -> None:
    with Case.open_with_recovery_code(vector.written(path), CODE) as case:
        code = case.write_check_copy(tmp_path / "copy", "new")
        wanted = case.tracks("open", "1").embeddings
    with Case.open_with_recovery_code(tmp_path / "copy", code) as copy:
        assert copy.info().format == (MAJOR, MINOR)
        np.testing.assert_array_equal(copy.tracks("open", "1").embeddings, wanted)


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
    for vector in VECTORS:
        kept = connected(vector.plain)
        assert kept.execute(tables).fetchall() == made
        kept.close()
    assert LATEST.format == (MAJOR, MINOR)


def stored_but_interrupted(case: Case) -> None:
    with case.transaction():
        case.store_scan(3, scan_of("z"))
        raise ZeroDivisionError


def bytes_of_embeddings(case: Case) -> set[int]:
    """How long those of tracks and faces are."""
    lengths = "SELECT length(embedding) FROM track UNION SELECT length(embedding) FROM face"
    return {length for (length,) in case._db.execute(lengths)}


def connected(content: bytes) -> sqlite3.Connection:
    """Open a plain database from memory (as a rollback-journal one: there is no log)."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(content[:18] + b"\x01\x01" + content[20:])
    return connection
