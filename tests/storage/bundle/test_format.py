"""docs/bundle-format.md holds: old bundles keep verifying, new ones are what it says."""

import contextlib
import hashlib
import struct
import zlib
from pathlib import Path

import pytest

from storage.bundle.bag import CUSTODY
from storage.bundle.signing import fingerprint
from storage.bundle.tag_files import FORMAT
from storage.bundle.tar_archive import header
from tests.storage.bundle import independent_verifier
from tests.support.bundle_samples import (
    IDENTITY,
    KEY,
    PHRASE,
    found,
    to_identity,
    verified,
    write,
)
from tests.support.unpackers import age, run, seven_zip

VECTORS = Path(__file__).parent.parent / "vectors"
"""A bundle of each format, packed so that it is no ZIP in the repository. Never made again."""

FROZEN = {
    "1.0": "ec732ab34eab5ed3be66508f9bb34b8eb731fb00344b8b6a431414747c96b653",
    "1.1": "46df48bf75e1476e032142265bae8946d02170903b8b738b2bb552c7b96d849f",
}
DIGESTS = {
    "1.0": (
        "3579c43df68c18cfd10cf2e6002b3826d3258b1bf7aef81c76bfc7d9f25c035f"
        "28f4b4631c4f031591d82ccca131cd051cf3604e0727804a426c1bb808f3f026"
    ),
    "1.1": (
        "953c12e1bc3f5a156382753a7144c67bb6b8ca18a33f83849fc0ef3bfa45ab95"
        "7bb82636d2c31be01bf8c6f8bed677834263e05073a9dba03b82cbfd61718b8a"
    ),
}
FINGERPRINT = "a050837d85070582ccf7394b0988847cc312cb88259b894899f6f239cf1791a5"


def packed(number: str) -> bytes:
    return (VECTORS / f"bundle-{number}.zip.zlib").read_bytes()


@pytest.fixture(params=FROZEN)
def number(request: pytest.FixtureRequest) -> str:
    """Each format."""
    chosen: str = request.param
    return chosen


@pytest.fixture
def vector(tmp_path: Path, number: str) -> Path:
    path = tmp_path / "bundle.zip"
    path.write_bytes(zlib.decompress(packed(number)))
    return path


def test_a_bundle_of_each_format_verifies(vector: Path, number: str) -> None:
    verification = verified(vector)
    assert verification.is_whole
    assert verification.fingerprint == FINGERPRINT == fingerprint(KEY.public_key())
    files = independent_verifier.members(vector.read_bytes(), PHRASE)
    assert hashlib.sha512(files["tagmanifest-sha512.txt"]).hexdigest() == DIGESTS[number]
    assert independent_verifier.problems(files) == []
    assert independent_verifier.fingerprint(files["signing-key.pem"]) == FINGERPRINT


def test_the_vector_is_the_one_that_was_frozen(number: str) -> None:
    assert hashlib.sha256(packed(number)).hexdigest() == FROZEN[number]


@seven_zip
def test_7_zip_opens_the_vector(vector: Path) -> None:
    assert "Everything is Ok" in run("7z", "t", f"-p{PHRASE}", vector)


def test_another_verifier_finds_every_changed_byte(vector: Path) -> None:
    content = vector.read_bytes()
    end = len(content) - 300
    for at in (*range(0, end, 199), *range(end, len(content), 23)):
        changed = bytearray(content)
        changed[at] ^= 1
        with pytest.raises((AssertionError, ValueError, struct.error)):
            independent_verifier.members(bytes(changed), PHRASE)
    for more in (b"\0", content[:100]):
        with pytest.raises(AssertionError):
            independent_verifier.members(content + more, PHRASE)


@age
def test_another_verifier_reads_what_age_opened(tmp_path: Path) -> None:
    write(tmp_path / "x.age", to_identity())
    (tmp_path / "identity").write_text(IDENTITY)
    run("age", "-d", "-i", tmp_path / "identity", "-o", tmp_path / "x.tar", tmp_path / "x.age")
    opened = (tmp_path / "x.tar").read_bytes()
    files = independent_verifier.unpacked(opened)
    assert len(files) == 13
    assert independent_verifier.problems(files) == []
    for at in range(len(opened)):
        changed = opened[:at] + bytes([opened[at] ^ 1]) + opened[at + 1 :]
        read = None
        with contextlib.suppress(AssertionError, ValueError):
            read = independent_verifier.unpacked(changed)
        assert read != files, at
    for other in (opened + b"\0", opened[:-1], opened[:-512], opened[:-1024]):
        with pytest.raises((AssertionError, ValueError)):
            independent_verifier.unpacked(other)


@pytest.mark.parametrize("size", [0, 1, (1 << 33) - 1, 1 << 33, 10**10, 10**12])
def test_another_verifier_knows_every_header(size: int) -> None:
    made = independent_verifier.header(b"documents/data/items.json", size)
    assert made == header("documents/data/items.json", size)


def test_another_verifier_agrees_about_a_new_one(tmp_path: Path) -> None:
    written = write(tmp_path / "x.zip")
    assert independent_verifier.verify(tmp_path / "x.zip", PHRASE) == []
    assert written.digest == DIGESTS[FORMAT]  # made of the same, it is the same


def test_both_find_the_same(vector: Path) -> None:
    files = independent_verifier.members(vector.read_bytes(), PHRASE)
    for name in files:
        if files[name]:
            changed = {**files, name: bytes([files[name][0] ^ 1]) + files[name][1:]}
            assert damaged(changed), name
        assert damaged({n: c for n, c in files.items() if n != name}), name
    assert damaged({**files, "data/more": b""})
    assert found(vector) == set()
    assert CUSTODY in files


def damaged(files: dict[str, bytes]) -> bool:
    """Whether the other verifier has a complaint; it may stumble over it."""
    try:
        return bool(independent_verifier.problems(files))
    except (ValueError, KeyError):
        return True
