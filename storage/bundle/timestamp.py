"""Read which digest a timestamp over a bundle is for. The timestamp itself is not verified.

An RFC 3161 answer (TimeStampResp, or the token in it) and an OpenTimestamps proof can be read. To
check who signed the first, or which block chain the second leads to, takes roots of trust and a
network: `openssl ts -verify` and `ots verify` do that.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

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
_TST_INFO = bytes.fromhex("2a864886f70d0109100104")
_HASHES = {
    bytes.fromhex("608648016503040201"): "sha256",
    bytes.fromhex("608648016503040202"): "sha384",
    bytes.fromhex("608648016503040203"): "sha512",
}
_OCTETS, _OID, _TIME, _SEQUENCE, _CONTEXT_0 = 4, 6, 24, 48, 160


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
    """

    kind: TimestampKind
    algorithm: str
    digest: str
    at_utc: str | None


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
    return Timestamp(TimestampKind.OPENTIMESTAMPS, "sha256", digest.hex(), None)


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
    (whole,) = _parts(data)
    token = _parts(_of(whole, _SEQUENCE))
    if token[0][0] == _SEQUENCE:  # the answer: status, then the token
        token = _parts(_of(token[1], _SEQUENCE))
    if _of(token[0], _OID) != _SIGNED_DATA:
        raise NotATimestampError
    signed = _parts(_only(_of(token[1], _CONTEXT_0), _SEQUENCE))
    content = _parts(_of(signed[2], _SEQUENCE))
    if _of(content[0], _OID) != _TST_INFO:
        raise NotATimestampError
    info = _parts(_only(_only(_of(content[1], _CONTEXT_0), _OCTETS), _SEQUENCE))
    algorithm, digest = _parts(_of(info[2], _SEQUENCE))
    name = _HASHES[_of(_parts(_of(algorithm, _SEQUENCE))[0], _OID)]
    return Timestamp(
        TimestampKind.RFC3161, name, _of(digest, _OCTETS).hex(), _time(_of(info[4], _TIME))
    )


_Part = tuple[int, bytes]


def _parts(data: bytes) -> list[_Part]:
    """The elements of a DER sequence, each with its tag."""
    parts, at = [], 0
    while at < len(data):
        tag, length, at = data[at], data[at + 1], at + 2
        if length & 0x80:
            count = length & 0x7F
            if not 1 <= count <= 4:
                raise NotATimestampError
            length, at = int.from_bytes(data[at : at + count]), at + count
        if at + length > len(data):
            raise NotATimestampError
        parts.append((tag, data[at : at + length]))
        at += length
    return parts


def _of(part: _Part, tag: int) -> bytes:
    if part[0] != tag:
        raise NotATimestampError
    return part[1]


def _only(data: bytes, tag: int) -> bytes:
    (part,) = _parts(data)[:1] or [(0, b"")]
    return _of(part, tag)


def _time(text: bytes) -> str | None:
    seconds = text.decode("ascii").split(".")[0].rstrip("Z")
    try:
        return datetime.strptime(f"{seconds}+0000", "%Y%m%d%H%M%S%z").isoformat()
    except ValueError:
        return None
