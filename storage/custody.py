"""The custody log: who did what, when. Entries are only ever added, each sealing the one before.

The body of an entry is one line of canonical JSON (keys sorted, no spaces, UTF-8). Each holds the
SHA-256 of the body before it, the first that of the case's id. What is hashed is the stored text
itself, so that nobody has to write the same JSON again to verify it.

The head (count and last hash) stands in a table of its own, and `custody_seal` in `meta` is an HMAC
over it under a key that comes from the key of the file. So a log that was cut and whose head was
set back with SQL is found, too; a seal that is missing or does not fit is never repaired by later
entries.

How far this goes: it shows edits, removals, reordering and cuts made by accident or by someone who
does not know how the file works. Who knows the passphrase and this program can write a new chain
and seal it. Only a head that is noted elsewhere - on paper, in a report, with the police - proves
that what came before it is unchanged: `verify(known=...)`.
"""

import hashlib
import hmac
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

from sqlite_utils import Database

from storage.clock import SOURCE, Moment, now
from storage.errors import CaseDamagedError

Details: TypeAlias = Mapping[str, Any]
"""JSON without fractions: text, whole numbers, true, false, null, lists and objects of these."""

MAX_ENTRY_BYTES = 1 << 24
"""Longest entry. The longest that is needed lists what was handed over: two million items."""


@dataclass(frozen=True, slots=True)
class CustodyEntry:
    """One entry of the log. `body` is the sealed text that the other fields were read from."""

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
    """How an entry continues the chain: its number, and the hash of the entry before it."""

    seq: object
    previous: object


def canonical(value: object) -> str:
    """Write a value as canonical JSON.

    Raises:
        TypeError: The value holds a fraction or something else that has no one way to be written.
    """
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
    """Return the link of an entry; None where the body is no JSON object (others
    may have written it).
    """
    entry = None if b"\n" in body else _object_in(body)
    return Link(entry.get("seq"), entry.get("previous")) if entry is not None else None


def _object_in(body: bytes) -> dict[str, Any] | None:
    """Return the JSON object in a body, or None."""
    if len(body) > MAX_ENTRY_BYTES:
        return None
    try:
        entry = json.loads(body.decode())
    except (ValueError, RecursionError):
        return None
    return entry if isinstance(entry, dict) else None


def read_entry(body: bytes, sha256: bytes) -> CustodyEntry | None:
    """Return the entry in a body, or None where a field has the wrong type or cannot be UTF-8."""
    fields = _object_in(body)
    if fields is None or {name: type(value) for name, value in fields.items()} != _TYPES:
        return None
    try:
        json.dumps(fields, ensure_ascii=False).encode()
    except (UnicodeEncodeError, RecursionError):
        return None
    return CustodyEntry(**fields, sha256=sha256.decode("utf-8", "replace"), body=body.decode())


_SEAL = "custody_seal"
"""Name of the seal in the table `meta`."""

_BROKEN = "broken"

PROGRAM = "program"
"""The role of entries that the program writes by itself."""


@dataclass(frozen=True, slots=True)
class Head:
    """Length of the log and the SHA-256 of its last entry: what is worth noting on paper."""

    entries: int
    sha256: str


@dataclass(frozen=True, slots=True)
class CustodyReport:
    """Result of verifying a custody log.

    Attributes:
        broken_at: The first entry that is wrong or missing, or None. Where only the seal does not
            fit, the one after the last: how much was cut off is not known.
    """

    head: Head
    broken_at: int | None

    @property
    def ok(self) -> bool:
        return self.broken_at is None


class Custody:
    """The custody log of one open case."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def append(
        self,
        action: str,
        role: str,
        details: Details | None = None,
        at: Moment | None = None,
    ) -> Head:
        """Add an entry; it is durable when the transaction around it (or this call) has ended.

        Args:
            at: When it happened; now, if it is not given.

        Returns:
            The new head.

        Raises:
            TypeError: The details hold something that has no one way to be written.
            ValueError: The entry would be longer than MAX_ENTRY_BYTES.
            CaseDamagedError: Somebody removed the head.
        """
        with self._db.atomic():
            head = self.head()
            whole = self._is_sealed(head)
            last = self._last_number_used(head.entries)
            moment = at or now()
            entry = {
                "seq": last + 1,
                "at_utc": moment.utc,
                "at_local": moment.local,
                "tz": moment.tz,
                "clock": SOURCE,
                "role": role,
                "action": action,
                "details": dict(details or {}),
                "previous": head.sha256,
            }
            body = canonical(entry)
            if len(body) > MAX_ENTRY_BYTES:
                raise ValueError(action)
            new = Head(last + 1, sha256_of(body))
            self._db.execute(
                "INSERT INTO custody VALUES (?, ?, ?)", (new.entries, body, new.sha256)
            )
            self._db.execute(
                "UPDATE custody_head SET entries = ?, sha256 = ?", (new.entries, new.sha256)
            )
            self._write_seal(self._seal_of(new) if whole else _BROKEN)
        return new

    def head(self) -> Head:
        """Return the present head.

        Raises:
            CaseDamagedError: Somebody removed the head, or its number.
        """
        row = self._db.execute(
            "SELECT CAST(entries AS BLOB), CAST(sha256 AS BLOB) FROM custody_head"
        ).fetchone()
        if row is None or not re.fullmatch(rb"[0-9]{1,15}", row[0]):
            raise CaseDamagedError(getattr(self._db.conn, "case_path", ""))
        return Head(int(row[0]), row[1].decode("utf-8", "replace"))

    def entries(self, after: int = 0) -> Iterator[CustodyEntry]:
        """Yield all entries that can be read, behind number `after`, oldest first.

        An entry that somebody replaced with something else is left out: the rest of the case is
        still needed, and `verify` reports the replacement.
        """
        for _, body, sha256 in self._rows(after):
            entry = read_entry(body, sha256)
            if entry is not None:
                yield entry

    def bodies(self) -> Iterator[bytes]:
        """Return the sealed text of every entry, oldest first, even where it is no valid entry."""
        return (body for _, body, _ in self._rows())

    def verify(self, known: Head | None = None) -> CustodyReport:
        """Follow the whole chain.

        Args:
            known: A head that was noted earlier and has to be part of the chain.

        Raises:
            CaseDamagedError: Somebody removed the head.
        """
        head = self.head()
        previous = first_link(self._db)
        seq = 0
        for seq, (number, body, sha256) in enumerate(self._rows(), 1):
            noted = known is not None and known.entries == seq and known.sha256.encode() != sha256
            follows = number == seq and link_of(body) == Link(seq, previous)
            previous = sha256_of(body)
            if noted or not follows or previous.encode() != sha256:
                return CustodyReport(head, seq)
        longest = max(head.entries, known.entries if known else 0)
        whole = seq == head.entries >= longest and previous == head.sha256
        return CustodyReport(head, None if whole and self._is_sealed(head) else seq + 1)

    def take_over(self, before: "Custody") -> None:
        """Seal this log, a copy of `before` under another key, if that log was sealed."""
        whole = before._is_sealed(before.head())  # noqa: SLF001 - of the same class
        self._write_seal(self._seal_of(self.head()) if whole else _BROKEN)

    def _seal_of(self, head: Head) -> str:
        text = f"{head.entries} {head.sha256}".encode()
        key: bytes = getattr(self._db.conn, "log_key", b"")
        return hmac.digest(key, text, "sha256").hex()

    def _is_sealed(self, head: Head) -> bool:
        """Return whether this head is the one that was sealed last."""
        row = self._db.execute(
            "SELECT CAST(value AS BLOB) FROM meta WHERE name = ?", (_SEAL,)
        ).fetchone()
        return row is not None and hmac.compare_digest(row[0], self._seal_of(head).encode())

    def _write_seal(self, seal: str) -> None:
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_SEAL, seal))

    def _rows(self, after: int = -(1 << 63)) -> Iterator[tuple[int, bytes, bytes]]:
        """Number, body and hash as stored: somebody may have put in something that is no text."""
        rows: Iterator[tuple[int, bytes, bytes]] = self._db.execute(
            "SELECT seq, CAST(body AS BLOB), CAST(sha256 AS BLOB) FROM custody"
            " WHERE seq > ? ORDER BY seq",
            (after,),
        )
        return rows

    def _last_number_used(self, last: int) -> int:
        """Return the last number in use.

        Where the head was set back the number after it is in use, and nothing may be overwritten.
        """
        taken = "SELECT seq FROM custody WHERE seq > ? ORDER BY seq"
        for (seq,) in self._db.execute(taken, (last,)).fetchall():
            if seq != last + 1:
                break
            last = seq
            self._db.execute("UPDATE custody_head SET entries = ?", (last,))
        return last


def start_log(db: Database) -> None:
    """Write the head of an empty log, and seal it."""
    db.execute("INSERT INTO custody_head VALUES (1, 0, ?)", (first_link(db),))
    log = Custody(db)
    log._write_seal(log._seal_of(log.head()))  # noqa: SLF001 - of this file


def first_link(db: Database) -> str:
    """Return what the first entry seals: the SHA-256 of the case's id.

    Raises:
        CaseDamagedError: Somebody removed the id.
    """
    row = db.execute("SELECT CAST(value AS BLOB) FROM meta WHERE name = 'id'").fetchone()
    if row is None:
        raise CaseDamagedError(getattr(db.conn, "case_path", ""))
    return sha256_of(row[0])
