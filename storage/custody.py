"""The custody log: who did what, when. Entries are only ever added, each sealing the one before.

Each holds the SHA-256 of the body before it, the first that of the case's id.

The head (count and last hash) stands in a table of its own, and `custody_seal` in `meta` is an HMAC
over it under a key that comes from the key of the file. So a log that was cut and whose head was
set back with SQL is found, too; a seal that is missing or does not fit is never made to fit by
going on.

How far this goes: it shows edits, removals, reordering and cuts made by accident or by someone who
does not know how the file works. Who knows the passphrase and this program can write a new chain
and seal it. Only a head that is noted elsewhere - on paper, in a report, with the police - proves
that what came before it is unchanged: `verify(known=...)`.
"""

import hmac
import re
from collections.abc import Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from storage.clock import SOURCE, now
from storage.custody_entry import (
    MOST_BYTES,
    CustodyEntry,
    Details,
    Link,
    canonical,
    link_of,
    read_entry,
    sha256_of,
)
from storage.errors import CaseDamagedError

_SEAL = "custody_seal"
"""Its name in `meta`."""

_BROKEN = "broken"

PROGRAM = "program"
"""The role of what the program itself writes down."""


@dataclass(frozen=True, slots=True)
class Head:
    """How long the log is and the SHA-256 of its last entry: what is worth noting on paper."""

    entries: int
    sha256: str


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
            ValueError: They are longer than an entry may be.
            CaseDamagedError: Somebody removed the head.
        """
        with self._db.atomic():
            head = self.head()
            whole = self._is_sealed(head)
            last = self._past_what_is_there(head.entries)
            moment = now()
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
            if len(body) > MOST_BYTES:
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
            CaseDamagedError: Somebody removed it, or its number.
        """
        row = self._db.execute(
            "SELECT CAST(entries AS BLOB), CAST(sha256 AS BLOB) FROM custody_head"
        ).fetchone()
        if row is None or not re.fullmatch(rb"[0-9]{1,15}", row[0]):
            raise CaseDamagedError(getattr(self._db.conn, "case_path", ""))
        return Head(int(row[0]), row[1].decode("utf-8", "replace"))

    def entries(self) -> Iterator[CustodyEntry]:
        """All entries that can be read, oldest first.

        What somebody put in the place of one is left out: she needs the rest of her case all the
        same, and `verify` says that it is there.
        """
        for _, body, sha256 in self._rows():
            entry = read_entry(body, sha256)
            if entry is not None:
                yield entry

    def bodies(self) -> Iterator[bytes]:
        """The sealed text of every entry, oldest first, whatever it is."""
        return (body for _, body, _ in self._rows())

    def verify(self, known: Head | None = None) -> CustodyReport:
        """Walk the whole chain. `known`: a head noted earlier, to be found in it unchanged.

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
        """Seal this log, a copy of another under another key, as far as that was sealed."""
        whole = before._is_sealed(before.head())  # noqa: SLF001 - of the same class
        self._write_seal(self._seal_of(self.head()) if whole else _BROKEN)

    def _seal_of(self, head: Head) -> str:
        text = f"{head.entries} {head.sha256}".encode()
        key: bytes = getattr(self._db.conn, "log_key", b"")
        return hmac.digest(key, text, "sha256").hex()

    def _is_sealed(self, head: Head) -> bool:
        """Whether this head is the one that was sealed last."""
        row = self._db.execute(
            "SELECT CAST(value AS BLOB) FROM meta WHERE name = ?", (_SEAL,)
        ).fetchone()
        return row is not None and hmac.compare_digest(row[0], self._seal_of(head).encode())

    def _write_seal(self, seal: str) -> None:
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_SEAL, seal))

    def _rows(self) -> Iterator[tuple[int, bytes, bytes]]:
        """Number, body and hash as they stand there: somebody may have put in what is no text."""
        rows: Iterator[tuple[int, bytes, bytes]] = self._db.execute(
            "SELECT seq, CAST(body AS BLOB), CAST(sha256 AS BLOB) FROM custody ORDER BY seq"
        )
        return rows

    def _past_what_is_there(self, last: int) -> int:
        """The number before the next free one.

        Where the head was set back its next number is taken, and nothing may be written over.
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
    """Return what the first entry seals: the case itself.

    Raises:
        CaseDamagedError: Somebody removed its id.
    """
    row = db.execute("SELECT CAST(value AS BLOB) FROM meta WHERE name = 'id'").fetchone()
    if row is None:
        raise CaseDamagedError(getattr(db.conn, "case_path", ""))
    return sha256_of(row[0])
