"""The custody log: who did what, when. Entries are only ever added, each sealing the one before.

An entry's body is one line of canonical JSON (keys sorted, no spaces, UTF-8) that holds the
SHA-256 of the body before it; the first holds that of the case's id. What is hashed is the stored
text itself, so nobody has to write the same JSON again to verify it.

The head (count and last hash) stands in a table of its own, and `custody_seal` in `meta` is an HMAC
over it under a key that comes from the key of the file. So a log that was cut and whose head was
set back with SQL is found, too; a seal that does not fit is never made to fit by going on.

How far this goes: it shows edits, removals, reordering and cuts made by accident or by someone who
does not know how the file works. Who knows the passphrase and this program can write a new chain
and seal it. Only a head that is noted elsewhere - on paper, in a report, with the police - proves
that what came before it is unchanged: `verify(known=...)`.
"""

import hashlib
import hmac
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlite_utils import Database

from storage.clock import SOURCE, now
from storage.errors import CaseDamagedError

Details: TypeAlias = Mapping[str, Any]
"""JSON without fractions: text, whole numbers, true, false, null, lists and objects of these."""


SEAL = "custody_seal"
"""Its name in `meta`; a case that was made before there was one gets it with its next entry."""

SEALED = "sealed"
"""In the details of the first entry: there has been a seal from the first day."""

_BROKEN = "broken"

PROGRAM = "program"
"""The role of what the program itself writes down."""


@dataclass(frozen=True, slots=True)
class Head:
    """How long the log is and the SHA-256 of its last entry: what is worth noting on paper."""

    entries: int
    sha256: str


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


@dataclass(frozen=True, slots=True)
class CustodyReport:
    """What verifying found.

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
    """The log of one open case."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def append(self, action: str, role: str, details: Details | None = None) -> Head:
        """Add an entry, durable when the transaction around it (or this call) has ended.

        Raises:
            TypeError: The details hold something that has no one way to be written.
        """
        with self._db.atomic():
            head = self.head()
            whole = self._is_sealed(head)
            moment = now()
            entry = {
                "seq": head.entries + 1,
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
            new = Head(head.entries + 1, sha256_of(body))
            self._db.execute(
                "INSERT INTO custody VALUES (?, ?, ?)", (new.entries, body, new.sha256)
            )
            self._db.execute("UPDATE custody_head SET entries = ?, sha256 = ?", _row(new))
            self._write_seal(self._seal_of(new) if whole else _BROKEN)
        return new

    def head(self) -> Head:
        """Return the present head.

        Raises:
            CaseDamagedError: Somebody removed it.
        """
        row = self._db.execute("SELECT entries, sha256 FROM custody_head").fetchone()
        if row is None:
            raise CaseDamagedError(getattr(self._db.conn, "case_path", ""))
        return Head(*row)

    def entries(self) -> Iterator[CustodyEntry]:
        """All entries, oldest first.

        Raises:
            CaseDamagedError: Somebody put something else in the place of one.
        """
        rows = self._db.execute("SELECT body, sha256 FROM custody ORDER BY seq")
        for body, sha256 in rows:
            try:
                entry = CustodyEntry(**json.loads(body), sha256=sha256, body=body)
            except (ValueError, TypeError) as error:
                raise CaseDamagedError(getattr(self._db.conn, "case_path", "")) from error
            yield entry

    def verify(self, known: Head | None = None) -> CustodyReport:
        """Walk the whole chain. `known`: a head noted earlier, to be found in it unchanged."""
        head = self.head()
        previous = first_link(self._db)
        seq = 0
        rows = self._db.execute("SELECT seq, body, sha256 FROM custody ORDER BY seq")
        for seq, (number, body, sha256) in enumerate(rows, 1):
            noted = known is not None and known.entries == seq and known.sha256 != sha256
            if number != seq or noted or not is_sealed(body, sha256, seq, previous):
                return CustodyReport(head, seq)
            previous = sha256
        longest = max(head.entries, known.entries if known else 0)
        whole = seq == head.entries >= longest and previous == head.sha256
        return CustodyReport(head, None if whole and self._is_sealed(head) else seq + 1)

    def take_over(self, before: "Custody") -> None:
        """Seal this log, a copy of another under another key, as far as that was sealed."""
        whole = before._is_sealed(before.head())  # noqa: SLF001 - of the same class
        self._write_seal(self._seal_of(self.head()) if whole else _BROKEN)

    def _seal_of(self, head: Head) -> str:
        text = f"{head.entries} {head.sha256}".encode()
        key: bytes = getattr(self._db.conn, "log_key", b"")
        return hmac.digest(key, text, "sha256").hex()

    def _is_sealed(self, head: Head) -> bool:
        """Whether this head is the one that was sealed last."""
        row = self._db.execute("SELECT value FROM meta WHERE name = ?", (SEAL,)).fetchone()
        if row is None:
            return not self._had_seal()
        return hmac.compare_digest(str(row[0]), self._seal_of(head))

    def _had_seal(self) -> bool:
        row = self._db.execute("SELECT body FROM custody WHERE seq = 1").fetchone()
        return row is not None and f'"{SEALED}":true' in str(row[0])

    def _write_seal(self, seal: str) -> None:
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (SEAL, seal))


def start_log(db: Database) -> None:
    """Write the head of an empty log."""
    db.execute("INSERT INTO custody_head VALUES (1, 0, ?)", (first_link(db),))


def first_link(db: Database) -> str:
    """Return what the first entry seals: the case itself."""
    (case_id,) = db.execute("SELECT value FROM meta WHERE name = 'id'").fetchone()
    return sha256_of(case_id)


def canonical(value: object) -> str:
    """Write JSON in the one way that is sealed."""
    _refuse_fractions(value)
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def sha256_of(text: str) -> str:
    """Return the SHA-256 of the text's UTF-8, lowercase hex."""
    return hashlib.sha256(text.encode()).hexdigest()


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


def is_sealed(body: object, sha256: str, seq: int, previous: str) -> bool:
    """Whether an entry has that number and hash and seals the one before."""
    if not isinstance(body, str):
        return False
    try:
        entry = json.loads(body)
    except ValueError:
        return False
    sealed = isinstance(entry, dict) and (entry.get("seq"), entry.get("previous"))
    return sha256_of(body) == sha256 and sealed == (seq, previous)


def _row(head: Head) -> tuple[int, str]:
    return head.entries, head.sha256
