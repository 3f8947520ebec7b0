import contextlib
import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.bundle import bag
from storage.bundle.timestamp import (
    MAX_TIMESTAMP_BYTES,
    NotATimestampError,
    TimestampKind,
    read_timestamp,
)
from tests.support.bundle_samples import PHRASE, found, verified, write
from tests.support.timestamps import HEAD, answer, proof
from tests.support.unpackers import openssl, run, seven_zip, unpacked


def der(tag: int, *parts: bytes) -> bytes:
    """An element, of up to 65,535 bytes."""
    content = b"".join(parts)
    size = len(content)
    length = bytes([size]) if size < 128 else b"\x82" + size.to_bytes(2)
    return bytes([tag]) + length + content


IMPRINT = (der(48, der(6, bytes.fromhex("608648016503040201"))), der(4, bytes(32)))


def made(*imprint: bytes) -> bytes:
    """The answer of an authority, without its certificate and signature.

    Args:
        imprint: The parts of its messageImprint.
    """
    number, policy = der(2, b"\1"), der(6, b"\x2a\x03")
    info = der(48, number, policy, der(48, *imprint), number, der(24, b"20260101000000Z"))
    content = der(48, der(6, bytes.fromhex("2a864886f70d0109100104")), der(160, der(4, info)))
    signed = der(160, der(48, number, der(49), content, der(49)))
    token = der(48, der(6, bytes.fromhex("2a864886f70d010702")), signed)
    return der(48, der(48, der(2, b"\0")), token)


def damaged(data: bytes) -> Iterator[bytes]:
    """Every byte as every other; every cut."""
    yield from (data[:length] for length in range(len(data)))
    for at in range(len(data)):
        yield from (data[:at] + bytes([value]) + data[at + 1 :] for value in range(256))


@openssl
@pytest.mark.parametrize("algorithm", ["sha256", "sha384", "sha512"])
def test_an_answer_of_an_authority_is_read(tmp_path: Path, algorithm: str) -> None:
    digest = hashlib.new(algorithm, b"x").hexdigest()
    data = answer(tmp_path / "clock", digest, algorithm)
    stamp = read_timestamp(data)
    assert (stamp.kind, stamp.algorithm, stamp.digest) == (TimestampKind.RFC3161, algorithm, digest)
    assert stamp.at_utc is not None
    assert stamp.at_utc.endswith("+00:00")
    token = ("-reply", "-in", "answer.tsr", "-token_out", "-out", "token")
    run("openssl", "ts", *token, cwd=tmp_path / "clock")
    assert read_timestamp((tmp_path / "clock/token").read_bytes()) == stamp


def test_a_proof_of_open_timestamps_is_read() -> None:
    digest = hashlib.sha256(b"x").digest()
    stamp = read_timestamp(proof(digest))
    assert (stamp.kind, stamp.digest, stamp.at_utc) == (
        *(TimestampKind.OPENTIMESTAMPS, digest.hex(), None),
    )


@pytest.mark.parametrize("data", [b"", b"0", b"0\x80", b"\x30\x84\xff\xff\xff\xff", b"x" * 999])
def test_other_bytes_are_none(data: bytes) -> None:
    with pytest.raises(NotATimestampError):
        read_timestamp(data)
    with pytest.raises(NotATimestampError):
        read_timestamp(proof(b"")[:33])


@pytest.mark.parametrize("whole", [made(*IMPRINT), proof(bytes(32))], ids=["tsr", "ots"])
def test_a_damaged_one_is_refused_or_read_and_never_a_crash(whole: bytes) -> None:
    read = read_timestamp(whole)
    refused = 0
    for data in damaged(whole):
        try:
            assert data == whole or read_timestamp(data).kind is read.kind
        except NotATimestampError:
            refused += 1
    assert refused > len(whole)


@openssl
def test_an_answer_with_any_byte_damaged_is_no_crash(tmp_path: Path) -> None:
    whole = answer(tmp_path / "clock", "00" * 64)
    for at in range(len(whole)):
        for value in (0x00, 0x30, 0x7F, 0x80, 0x84, 0xA0, 0xFF):
            with contextlib.suppress(NotATimestampError):
                read_timestamp(whole[:at] + bytes([value]) + whole[at + 1 :])


@pytest.mark.parametrize("parts", [(), IMPRINT[:1], IMPRINT[1:], (*IMPRINT, IMPRINT[0])])
def test_an_imprint_of_other_parts_is_none(parts: tuple[bytes, ...]) -> None:
    assert read_timestamp(made(*IMPRINT)).digest == "00" * 32
    with pytest.raises(NotATimestampError):
        read_timestamp(made(*parts))


@pytest.mark.parametrize("whole", [made(*IMPRINT), proof(bytes(32))], ids=["tsr", "ots"])
def test_nothing_is_behind_it(whole: bytes) -> None:
    for more in (b"\0", b"hidden", whole, bytes(MAX_TIMESTAMP_BYTES)):
        with pytest.raises(NotATimestampError):
            read_timestamp(whole + more)


@pytest.mark.parametrize(
    "steps",
    [b"", b"\x08", b"\x09", b"\xf0\x80\x80\x80\x01", b"\xff\xff", b"\x00" + bytes(8) + b"\x05abcd"],
    ids=["none", "no attestation", "unknown", "too long", "fork of a fork", "cut"],
)
def test_a_proof_that_leads_nowhere_is_none(steps: bytes) -> None:
    with pytest.raises(NotATimestampError):
        read_timestamp(HEAD + b"\x01\x08" + bytes(32) + steps)


def test_one_that_is_too_long_is_none() -> None:
    step = b"\xf0\x10" + bytes(16)
    end = b"\x00" + bytes(8) + b"\x00"
    start = HEAD + b"\x01\x08" + bytes(32)
    most = (MAX_TIMESTAMP_BYTES - len(start + end)) // len(step)
    assert read_timestamp(start + step * (most - 1) + end).digest == "00" * 32
    with pytest.raises(NotATimestampError):
        read_timestamp(start + step * (most + 1) + end)


@openssl
@seven_zip
def test_one_inside_the_unpacked_bag_has_to_be_over_it(tmp_path: Path) -> None:
    written = write(tmp_path / "b.zip")
    assert verified(tmp_path / "b.zip").digest == written.digest
    folder = unpacked(tmp_path / "b.zip", PHRASE, tmp_path / "out")
    stamped = folder / bag.TIMESTAMPS[0]
    stamped.write_bytes(answer(tmp_path / "clock", written.digest))
    (folder / bag.TIMESTAMPS[1]).write_bytes(
        proof(hashlib.sha256((folder / bag.TAG_MANIFEST).read_bytes()).digest())
    )
    good = verified(folder)
    assert good.is_whole
    assert set(good.stamps) == set(bag.TIMESTAMPS)
    stamped.write_bytes(answer(tmp_path / "clock", "11" * 64))
    assert found(folder) == {(bag.TIMESTAMPS[0], "stamp")}
    stamped.write_bytes(b"anything")
    assert found(folder) == {(bag.TIMESTAMPS[0], "stamp")}
    assert set(verified(folder).stamps) == {bag.TIMESTAMPS[1]}
