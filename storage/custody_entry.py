"""One entry of the custody log: how it is written, and read again.

Its body is one line of canonical JSON (keys sorted, no spaces, UTF-8). What is hashed is the stored
text itself, so nobody has to write the same JSON again to verify it.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

Details: TypeAlias = Mapping[str, Any]
"""JSON without fractions: text, whole numbers, true, false, null, lists and objects of these."""

MOST_BYTES = 1 << 24
"""Of an entry. The longest one numbers what was handed over: two million items."""


@dataclass(frozen=True, slots=True)
class CustodyEntry:
    """One entry. `body` is the sealed text that the other fields were read from."""

    seq: int
    at_utc: str
    at_local: str
    tz: str
    clock: str
    role: str
    action: str
    details: Details
    previous: str
    sha256: str
    body: str


_TYPES = {
    **dict.fromkeys(("at_utc", "at_local", "tz", "clock", "role", "action", "previous"), str),
    "seq": int,
    "details": dict,
}


class Link(NamedTuple):
    """How an entry hangs on the chain: its number, and the hash of the one before."""

    seq: object
    previous: object


def canonical(value: object) -> str:
    """Write JSON in the one way that is sealed."""
    _refuse_fractions(value)
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def sha256_of(text: str | bytes) -> str:
    """Return the SHA-256 of the text's UTF-8, lowercase hex."""
    return hashlib.sha256(text.encode() if isinstance(text, str) else text).hexdigest()


def _refuse_fractions(value: object) -> None:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if not isinstance(key, str):
                raise TypeError(key)
            _refuse_fractions(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            _refuse_fractions(inner)
    elif not isinstance(value, str | int | None):
        raise TypeError(value)


def link_of(body: bytes) -> Link | None:
    """The link of an entry, or None where its body is none: somebody else may have written it."""
    entry = None if b"\n" in body else _object_in(body)
    return Link(entry.get("seq"), entry.get("previous")) if entry is not None else None


def _object_in(body: bytes) -> dict[str, Any] | None:
    """The JSON object that a body is."""
    if len(body) > MOST_BYTES:
        return None
    try:
        entry = json.loads(body.decode())
    except (ValueError, RecursionError):
        return None
    return entry if isinstance(entry, dict) else None


def read_entry(body: bytes, sha256: bytes) -> CustodyEntry | None:
    """An entry, or None where one of its fields is not what it has to be, or has no UTF-8."""
    fields = _object_in(body)
    if fields is None or {name: type(value) for name, value in fields.items()} != _TYPES:
        return None
    try:
        json.dumps(fields, ensure_ascii=False).encode()
    except (UnicodeEncodeError, RecursionError):
        return None
    return CustodyEntry(**fields, sha256=sha256.decode("utf-8", "replace"), body=body.decode())
