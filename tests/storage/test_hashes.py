import hashlib
import io
from pathlib import Path

from storage.hashes import Hashes, hash_chunks, hash_stream, sha256_of


def test_the_known_hashes_of_abc() -> None:
    assert hash_stream(io.BytesIO(b"abc")) == Hashes(
        sha256="ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        sha512="ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
        md5="900150983cd24fb0d6963f7d28e17f72",
        sha1="a9993e364706816aba3e25717850c26c9cd0d89d",
    )


def test_a_long_stream_is_hashed_to_its_end() -> None:
    content = bytes(range(256)) * 10_000
    hashes = hash_stream(io.BytesIO(content))
    assert hashes.sha256 == hashlib.sha256(content).hexdigest()
    assert hashes == hash_chunks([content[:5], b"", content[5:]])


def test_nothing_has_hashes_too() -> None:
    assert hash_stream(io.BytesIO()).md5 == "d41d8cd98f00b204e9800998ecf8427e"


def test_one_hash_alone_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc" * 500_000)
    with (tmp_path / "a").open("rb") as stream:
        assert sha256_of(stream) == hash_chunks([b"abc" * 500_000]).sha256
    assert sha256_of(io.BytesIO(b"abc")) == hash_chunks([b"abc"]).sha256
