"""Read which digest a timestamp over a bundle is for.

An RFC 3161 answer (TimeStampResp, or the token in it) and an OpenTimestamps proof can be read. Who
signed the first is checked in `timestamp_signer`; which block chain the second leads to takes a
network: `ots verify` does that.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from storage.bundle.der import (
    CONTEXT_0,
    INTEGER,
    OCTETS,
    OID,
    SEQUENCE,
    TIME,
    Element,
    content_of,
    elements,
    first_of,
)

MAX_TIMESTAMP_BYTES = 1 << 20
"""Longest timestamp that is read; usual ones have a few thousand bytes."""

SUFFIXES = (".tsr", ".ots")

_OTS = b"\x00OpenTimestamps\x00\x00Proof\x00\xbf\x89\xe2\xe8\x84\xe8\x92\x94\x01"
_OTS_SHA256 = 0x08
_OTS_FORK, _OTS_ATTESTATION = 0xFF, 0x00
_OTS_JOINED = (0xF0, 0xF1)
"""Operations that append bytes to the message, or prepend them."""
_OTS_HASHED = (0x02, 0x03, 0x08, 0x67, 0xF2, 0xF3)
"""Operations without bytes: SHA-1, RIPEMD-160, SHA-256, Keccak-256, reverse, hexlify."""

_SIGNED_DATA = bytes.fromhex("2a864886f70d010702")
_GRANTED = (0, 1)
"""What an authority answers with a token: as asked, or with modifications."""
TST_INFO = bytes.fromhex("2a864886f70d0109100104")
"""The kind of content that a timestamp signs."""
_HASHES = {
    bytes.fromhex("608648016503040201"): "sha256",
    bytes.fromhex("608648016503040202"): "sha384",
    bytes.fromhex("608648016503040203"): "sha512",
}


class TimestampKind(StrEnum):
    """The format of a timestamp. The message keys are "verify.stamp.NAME"."""

    RFC3161 = "rfc3161"
    OPENTIMESTAMPS = "opentimestamps"


class NotATimestampError(ValueError):
    """The bytes are no timestamp that can be read, or a server's refusal to make one."""


@dataclass(frozen=True, slots=True)
class Timestamp:
    """What a timestamp says.

    Attributes:
        algorithm: "sha256", "sha384" or "sha512".
        digest: The digest that was timestamped, lowercase hex.
        at_utc: The time in it (ISO 8601); None for OpenTimestamps, where a block holds the time.
        token: All of its bytes.
    """

    kind: TimestampKind
    algorithm: str
    digest: str
    at_utc: str | None
    token: bytes = field(repr=False, compare=False)


def read_timestamp(data: bytes) -> Timestamp:
    """Read a timestamp.

    Raises:
        NotATimestampError: The bytes are something else, or so many that they may be cut off.
    """
    if len(data) >= MAX_TIMESTAMP_BYTES:
        raise NotATimestampError
    try:
        return _opentimestamps(data) if data.startswith(_OTS) else _rfc3161(data)
    except (IndexError, KeyError, ValueError) as error:
        raise NotATimestampError from error


def _opentimestamps(data: bytes) -> Timestamp:
    at = len(_OTS) + 1
    digest = data[at : at + 32]
    if data[at - 1] != _OTS_SHA256 or _end_of_steps(data, at + 32) != len(data):
        raise NotATimestampError
    return Timestamp(TimestampKind.OPENTIMESTAMPS, "sha256", digest.hex(), None, data)


def _end_of_steps(data: bytes, at: int) -> int:
    """Offset behind the tree of operations that leads from the digest to its attestations.

    A fork begins another branch; an attestation ends one.
    """
    ways = 1
    while ways:
        step, at = data[at], at + 1
        if step == _OTS_FORK:
            ways, step, at = ways + 1, data[at], at + 1
        if step == _OTS_ATTESTATION:
            ways, at = ways - 1, _end_of_bytes(data, at + 8)
        elif step in _OTS_JOINED:
            at = _end_of_bytes(data, at)
        elif step not in _OTS_HASHED:
            raise NotATimestampError
    return at


def _end_of_bytes(data: bytes, at: int) -> int:
    """Offset behind a byte string with its length in front, seven bits a byte, lowest first."""
    length = 0
    for shift in (0, 7, 14):
        byte, at = data[at], at + 1
        length |= (byte & 0x7F) << shift
        if byte < 0x80:
            return at + length
    raise NotATimestampError


def _rfc3161(data: bytes) -> Timestamp:
    """Read an RFC 3161 answer or token. Source: RFC 3161, section 2.4.2; RFC 5652, section 5."""
    info = elements(first_of(_tst_info(signed_data_of(data)), SEQUENCE))
    algorithm, digest = elements(content_of(info[2], SEQUENCE))
    name = _HASHES[first_of(content_of(algorithm, SEQUENCE), OID)]
    hexes, at_utc = content_of(digest, OCTETS).hex(), _time(content_of(info[4], TIME))
    return Timestamp(TimestampKind.RFC3161, name, hexes, at_utc, data)


def signed_data_of(data: bytes) -> list[Element]:
    """Return the parts of the SignedData in an answer or token.

    Raises:
        ValueError, IndexError: It is neither.
    """
    (whole,) = elements(data)
    token = elements(content_of(whole, SEQUENCE))
    if token[0].tag == SEQUENCE:  # the answer: status, then the token
        if int.from_bytes(first_of(token[0].content, INTEGER)) not in _GRANTED:
            raise NotATimestampError
        token = elements(content_of(token[1], SEQUENCE))
    if content_of(token[0], OID) != _SIGNED_DATA:
        raise NotATimestampError
    return elements(first_of(content_of(token[1], CONTEXT_0), SEQUENCE))


def _tst_info(signed: list[Element]) -> bytes:
    content = elements(content_of(signed[2], SEQUENCE))
    if content_of(content[0], OID) != TST_INFO:
        raise NotATimestampError
    return first_of(content_of(content[1], CONTEXT_0), OCTETS)


def _time(text: bytes) -> str | None:
    seconds = text.decode("ascii").split(".")[0].rstrip("Z")
    try:
        return datetime.strptime(f"{seconds}+0000", "%Y%m%d%H%M%S%z").isoformat()
    except ValueError:
        return None
