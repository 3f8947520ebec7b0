"""Who signed a timestamp is checked against given roots; OpenSSL makes the answers."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID

from storage.bundle.der import elements
from storage.bundle.timestamp import NotATimestampError, read_timestamp
from storage.bundle.timestamp_signer import NOT_CHECKED, SignerAnswer, check_signer
from tests.support.timestamp_authority import STAMPING, Authority, Signer
from tests.support.timestamps import answer, proof
from tests.support.unpackers import openssl, run

pytestmark = openssl

DIGEST = "5a" * 64


@pytest.fixture(scope="module")
def clock(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """An authority as it should be."""
    return Authority(tmp_path_factory.mktemp("clock"))


@pytest.fixture(scope="module")
def good(clock: Authority) -> bytes:
    """Its answer."""
    return clock.answer(DIGEST)


def told(data: bytes, *authorities: Authority) -> SignerAnswer:
    return check_signer(read_timestamp(data), [each.root for each in authorities]).answer


def test_the_signer_is_trusted_where_it_leads_to_a_given_root(
    clock: Authority, good: bytes, tmp_path: Path
) -> None:
    stranger = Authority(tmp_path)
    signer = check_signer(read_timestamp(good), [stranger.root, clock.root])
    assert (signer.answer, signer.name) == (SignerAnswer.TRUSTED, "CN=Test clock")
    assert told(good, stranger) is SignerAnswer.CHAIN
    assert check_signer(read_timestamp(good), [stranger.root]).name is None


def test_openssl_says_the_same(clock: Authority, good: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.tsr").write_bytes(good)
    options = ("-digest", DIGEST, "-in", tmp_path / "x.tsr", "-CAfile", clock.roots_file)
    assert "Verification: OK" in run("openssl", "ts", "-verify", *options)


def test_without_roots_nothing_is_checked(good: bytes) -> None:
    assert check_signer(read_timestamp(good), []) == NOT_CHECKED


def test_a_proof_of_open_timestamps_has_no_signer(clock: Authority) -> None:
    assert told(proof(bytes(32)), clock) is SignerAnswer.NOT_CHECKED


@pytest.mark.parametrize(
    "signer",
    [
        Signer(key="rsa"),
        Signer(key="p384", signer_digest="sha384"),
        Signer(signer_digest="sha512", named_by="sha512"),
        Signer(named_by="sha1"),
        Signer(key="rsa", signer_digest="sha512", named_by="sha384"),
    ],
    ids=["rsa", "p384", "sha512", "named by sha1", "rsa with sha512"],
)
def test_kinds_of_signatures(tmp_path: Path, signer: Signer) -> None:
    clock = Authority(tmp_path, signer)
    assert told(clock.answer(DIGEST), clock) is SignerAnswer.TRUSTED


def test_the_token_alone_is_checked_as_the_answer(
    clock: Authority, good: bytes, tmp_path: Path
) -> None:
    (tmp_path / "x.tsr").write_bytes(good)
    run("openssl", "ts", "-reply", "-in", "x.tsr", "-token_out", "-out", "token", cwd=tmp_path)
    assert told((tmp_path / "token").read_bytes(), clock) is SignerAnswer.TRUSTED


@pytest.mark.parametrize(
    ("signer", "says"),
    [
        (Signer(days=(-9, -1)), SignerAnswer.CHAIN),
        (Signer(days=(1, 9)), SignerAnswer.CHAIN),
        (Signer(issuer_is_authority=False), SignerAnswer.CHAIN),
    ],
    ids=["over", "not yet", "issuer may not"],
)
def test_a_chain_that_was_not_valid_then_is_none(
    tmp_path: Path, signer: Signer, says: SignerAnswer
) -> None:
    clock = Authority(tmp_path, signer)
    assert told(clock.answer(DIGEST), clock) is says


@pytest.mark.parametrize(
    ("usage", "is_critical"),
    [
        ((), True),
        (STAMPING, False),
        ((ExtendedKeyUsageOID.SERVER_AUTH,), True),
        ((*STAMPING, ExtendedKeyUsageOID.SERVER_AUTH), True),
    ],
    ids=["nothing said", "not critical", "servers", "servers, too"],
)
def test_a_certificate_for_something_else_is_none(
    clock: Authority,
    good: bytes,
    usage: tuple[x509.ObjectIdentifier, ...],
    *,
    is_critical: bool,
) -> None:
    other = clock.twin(usage, is_critical=is_critical)
    data = with_other(good, clock.leaf, other)
    assert told(data, clock) is SignerAnswer.CERTIFICATE


def test_another_certificate_of_the_same_name_and_key_is_not_the_signed_one(
    clock: Authority, good: bytes
) -> None:
    data = with_other(good, clock.leaf, clock.twin(STAMPING))
    assert told(data, clock) is SignerAnswer.SIGNATURE


def with_other(data: bytes, one: x509.Certificate, other: x509.Certificate) -> bytes:
    """The answer with another certificate in the place of one."""
    made = exchanged(data, one.public_bytes(Encoding.DER), other.public_bytes(Encoding.DER))
    assert made != data
    return made


def exchanged(data: bytes, one: bytes, other: bytes) -> bytes:
    """DER with another element in the place of one, and the lengths around it."""
    made = b""
    for each in elements(data):
        if each.whole == one:
            made += other
        elif each.tag & 0x20 and one in each.content:
            content = exchanged(each.content, one, other)
            made += bytes([each.tag]) + b"\x82" + len(content).to_bytes(2) + content
        else:
            made += each.whole
    return made


def test_an_answer_without_its_certificate_is_not_trusted(clock: Authority) -> None:
    assert told(clock.answer(DIGEST, certificates=False), clock) is SignerAnswer.CERTIFICATE


def test_a_certificate_that_signed_itself_leads_to_no_other_root(
    clock: Authority, tmp_path: Path
) -> None:
    assert told(answer(tmp_path / "own", DIGEST), clock) is SignerAnswer.CHAIN


def damaged(data: bytes) -> Iterator[tuple[int, bytes]]:
    for at in range(len(data)):
        for change in (0x01, 0x80):
            yield at, data[:at] + bytes([data[at] ^ change]) + data[at + 1 :]


def test_no_damage_is_trusted_and_says_something_else(clock: Authority, good: bytes) -> None:
    """What stays trusted says the same: what is outside of the signature says nothing."""
    right = read_timestamp(good)
    refused = 0
    for at, data in damaged(good):
        with contextlib.suppress(NotATimestampError):
            stamp = read_timestamp(data)
            if told(data, clock) is SignerAnswer.TRUSTED:
                assert stamp == right, at
                continue
        refused += 1
    assert refused > 1.7 * len(good)
