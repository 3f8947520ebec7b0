import hashlib
import random
from pathlib import Path

import pytest

from storage.bundle import bag
from storage.bundle.stamp import NotAStampError, StampKind, read_stamp
from tests.storage.bundle.programs import openssl, run, seven_zip, unpacked
from tests.storage.bundle.samples import PHRASE, found, verified, write

CONFIG = """
[ req ]
distinguished_name = name
x509_extensions = stamping
prompt = no
[ name ]
CN = A clock that only the tests trust
[ stamping ]
extendedKeyUsage = critical,timeStamping
[ tsa ]
default_tsa = clock
[ clock ]
serial = serial
signer_cert = cert.pem
signer_key = key.pem
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256, sha384, sha512
"""


def answer(folder: Path, digest: str, algorithm: str = "sha512") -> bytes:
    """What a time-stamping authority answers, by OpenSSL."""
    folder.mkdir(exist_ok=True)
    (folder / "clock.cnf").write_text(CONFIG)
    (folder / "serial").write_text("01")
    key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-noenc")
    made = ("-keyout", "key.pem", "-out", "cert.pem", "-config", "clock.cnf")
    run("openssl", "req", "-x509", *key, *made, cwd=folder)
    asked = ("-digest", digest, f"-{algorithm}", "-cert", "-out", "query.tsq")
    run("openssl", "ts", "-query", *asked, cwd=folder)
    options = ("-config", "clock.cnf", "-queryfile", "query.tsq", "-out", "answer.tsr")
    run("openssl", "ts", "-reply", *options, cwd=folder)
    return (folder / "answer.tsr").read_bytes()


def proof(digest: bytes) -> bytes:
    """The beginning of an OpenTimestamps proof, as `ots stamp` writes it."""
    head = bytes.fromhex("004f70656e54696d657374616d7073000050726f6f6600bf89e2e884e89294")
    return head + b"\x01\x08" + digest + b"\xf0\x10" + bytes(16)


@openssl
@pytest.mark.parametrize("algorithm", ["sha256", "sha384", "sha512"])
def test_an_answer_of_an_authority_is_read(tmp_path: Path, algorithm: str) -> None:
    digest = hashlib.new(algorithm, b"x").hexdigest()
    data = answer(tmp_path / "clock", digest, algorithm)
    stamp = read_stamp(data)
    assert (stamp.kind, stamp.algorithm, stamp.digest) == (StampKind.RFC3161, algorithm, digest)
    assert stamp.at_utc is not None
    assert stamp.at_utc.endswith("+00:00")
    token = ("-reply", "-in", "answer.tsr", "-token_out", "-out", "token")
    run("openssl", "ts", *token, cwd=tmp_path / "clock")
    assert read_stamp((tmp_path / "clock/token").read_bytes()) == stamp


def test_a_proof_of_open_timestamps_is_read() -> None:
    digest = hashlib.sha256(b"x").digest()
    stamp = read_stamp(proof(digest))
    assert (stamp.kind, stamp.digest, stamp.at_utc) == (
        *(StampKind.OPENTIMESTAMPS, digest.hex(), None),
    )


@pytest.mark.parametrize("data", [b"", b"0", b"0\x80", b"\x30\x84\xff\xff\xff\xff", b"x" * 999])
def test_other_bytes_are_none(data: bytes) -> None:
    with pytest.raises(NotAStampError):
        read_stamp(data)
    with pytest.raises(NotAStampError):
        read_stamp(proof(b"")[:33])


@openssl
def test_a_damaged_answer_is_refused_or_read_and_never_a_crash(tmp_path: Path) -> None:
    whole = answer(tmp_path / "clock", "00" * 64)
    chance = random.Random(1)  # noqa: S311 - which bytes are damaged
    for _ in range(2000):
        data = bytearray(whole)
        data[chance.randrange(len(data))] = chance.randrange(256)
        cut = bytes(data[: chance.randrange(len(data))])
        for damaged in (bytes(data), cut):
            try:
                read_stamp(damaged)
            except NotAStampError:
                continue


@openssl
@seven_zip
def test_one_inside_the_unpacked_bag_has_to_be_over_it(tmp_path: Path) -> None:
    written = write(tmp_path / "b.zip")
    assert verified(tmp_path / "b.zip").digest == written.digest
    folder = unpacked(tmp_path / "b.zip", PHRASE, tmp_path / "out")
    stamped = folder / bag.STAMPS[0]
    stamped.write_bytes(answer(tmp_path / "clock", written.digest))
    (folder / bag.STAMPS[1]).write_bytes(
        proof(hashlib.sha256((folder / bag.TAG_MANIFEST).read_bytes()).digest())
    )
    good = verified(folder)
    assert good.ok
    assert set(good.stamps) == set(bag.STAMPS)
    stamped.write_bytes(answer(tmp_path / "clock", "11" * 64))
    assert found(folder) == {(bag.STAMPS[0], "stamp")}
    stamped.write_bytes(b"anything")
    assert found(folder) == {(bag.STAMPS[0], "stamp")}
    assert set(verified(folder).stamps) == {bag.STAMPS[1]}
