"""docs/bundle-format.md holds: old bundles keep verifying, new ones are what it says."""

import hashlib
import zlib
from pathlib import Path

import pytest

from storage.bundle.bag import CUSTODY
from storage.bundle.signing import fingerprint
from tests.storage.bundle import independent_verifier
from tests.storage.bundle.samples import KEY, PHRASE, found, verified, write

VECTOR = Path(__file__).parent.parent / "vectors" / "bundle-1.0.zip.zlib"
"""A bundle of format 1.0, packed so that it is no ZIP in the repository. Never made again."""

DIGEST = (
    "3579c43df68c18cfd10cf2e6002b3826d3258b1bf7aef81c76bfc7d9f25c035f"
    "28f4b4631c4f031591d82ccca131cd051cf3604e0727804a426c1bb808f3f026"
)
FINGERPRINT = "a050837d85070582ccf7394b0988847cc312cb88259b894899f6f239cf1791a5"


@pytest.fixture
def vector(tmp_path: Path) -> Path:
    path = tmp_path / "bundle-1.0.zip"
    path.write_bytes(zlib.decompress(VECTOR.read_bytes()))
    return path


def test_a_bundle_of_format_1_0_verifies(vector: Path) -> None:
    verification = verified(vector)
    assert verification.ok
    assert verification.fingerprint == FINGERPRINT == fingerprint(KEY.public_key())
    files = independent_verifier.members(vector.read_bytes(), PHRASE)
    assert hashlib.sha512(files["tagmanifest-sha512.txt"]).hexdigest() == DIGEST
    assert independent_verifier.problems(files) == []
    assert independent_verifier.fingerprint(files["signing-key.pem"]) == FINGERPRINT


def test_another_verifier_agrees_about_a_new_one(tmp_path: Path) -> None:
    written = write(tmp_path / "x.zip")
    assert independent_verifier.verify(tmp_path / "x.zip", PHRASE) == []
    assert written.digest == DIGEST  # made of the same, it is the same


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
