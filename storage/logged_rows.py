"""What the custody log says of the rows of items, places and statements.

The log does not repeat what they hold: it goes along with every bundle, also with one that is about
other items. An entry names the rows that it covers and holds an HMAC over them, so that a row that
is missing, or another one in its place, contradicts the log. The key of the HMAC is random and
stays in the case: without it nobody can try which values would fit.
"""

import hmac
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass
from hashlib import sha256
from typing import Any

from sqlite_utils import Database

from storage.custody import PROGRAM, Custody, Details
from storage.errors import CaseDamagedError
from storage.text import from_stored

ROWS = "rows"
"""Name in the details of an entry."""

UNFINISHED = "add-unfinished"
"""Action of the entry that covers what an interrupted add left."""

_KEY = "rows_key"
"""Name of the key in the table `meta`."""

_TABLES = {
    "items": "SELECT id, sha256, sha512, md5, sha1, size FROM item",
    "places": "SELECT * FROM source",
    "statements": "SELECT * FROM statement",
}


@dataclass(frozen=True, slots=True)
class Upto:
    """The last row of each table that something covers."""

    items: int = 0
    places: int = 0
    statements: int = 0


@dataclass(frozen=True, slots=True)
class Coverage:
    """What one entry says of rows: those behind `after`, up to `through`, have this HMAC."""

    after: Upto
    through: Upto
    hmac: str

    def details(self) -> dict[str, object]:
        """Return it as it stands in the log."""
        pairs = zip(_TABLES, astuple(self.after), astuple(self.through), strict=True)
        return {**{name: [after, through] for name, after, through in pairs}, "hmac": self.hmac}


def make_key() -> dict[str, str]:
    """Return the setting of a new case."""
    return {_KEY: os.urandom(32).hex()}


def log(db: Database, action: str, role: str, details: Details | None = None) -> None:
    """Append an entry that covers every row that no entry covers yet; none need be there."""
    with db.atomic():
        covered = dict(details or {})
        if (coverage := _uncovered(db)) is not None:
            covered[ROWS] = coverage.details()
        Custody(db).append(action, role, covered)


def log_leftovers(db: Database) -> None:
    """Cover what an interrupted add left, before somebody else states anything."""
    with db.atomic():
        if _uncovered(db) is not None:
            log(db, UNFINISHED, PROGRAM)


def coverage_of(details: Mapping[str, Any]) -> Coverage | None:
    """Read what an entry says of rows; None where it says nothing that the program writes."""
    rows = details.get(ROWS)
    if not isinstance(rows, Mapping):
        return None
    pairs = [rows.get(name) for name in _TABLES]
    sealed = rows.get("hmac")
    if not isinstance(sealed, str) or not all(map(_is_pair, pairs)):
        return None
    after, through = zip(*(pair for pair in pairs if pair is not None), strict=True)
    return Coverage(Upto(*after), Upto(*through), sealed)


def fits(db: Database, coverage: Coverage) -> bool:
    """Whether the rows are those that were covered."""
    sealed = _hmac(db, coverage.after, coverage.through)
    return hmac.compare_digest(sealed.encode(), coverage.hmac.encode("utf-8", "replace"))


def last_covered(db: Database) -> Upto:
    """Return up to where the log covers rows."""
    found = db.execute(
        "SELECT CAST(body AS BLOB) FROM custody WHERE body LIKE ? ORDER BY seq DESC",
        (f'%"{ROWS}":{{"hmac"%',),
    )
    for (body,) in found:
        try:
            coverage = coverage_of(json.loads(body)["details"])
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            continue  # somebody changed it, and `Custody.verify` says so
        if coverage is not None:
            return coverage.through
    return Upto()


def _is_pair(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) == len(("after", "through"))
        and all(isinstance(each, int) and 0 <= each < 1 << 62 for each in value)
    )


def _uncovered(db: Database) -> Coverage | None:
    after = last_covered(db)
    used = dict(db.execute("SELECT name, seq FROM sqlite_sequence"))
    through = Upto(
        *(
            max(before, used.get(table, 0))
            for table, before in zip(("item", "source", "statement"), astuple(after), strict=True)
        )
    )
    return None if through == after else Coverage(after, through, _hmac(db, after, through))


def _hmac(db: Database, after: Upto, through: Upto) -> str:
    row = db.execute("SELECT value FROM meta WHERE name = ?", (_KEY,)).fetchone()
    try:
        made = hmac.new(bytes.fromhex(row[0]), digestmod=sha256)
    except (TypeError, ValueError) as error:
        raise CaseDamagedError(getattr(db.conn, "case_path", "")) from error
    for line in _lines(db, after, through):
        made.update(line)
    return made.hexdigest()


def _lines(db: Database, after: Upto, through: Upto) -> Iterator[bytes]:
    """Yield each row as a line of JSON, a line with its name before each table."""
    bounds = zip(astuple(after), astuple(through), strict=True)
    for (name, select), within in zip(_TABLES.items(), bounds, strict=True):
        yield f"{name}\n".encode()
        for row in db.execute(f"{select} WHERE id > ? AND id <= ? ORDER BY id", within):
            yield json.dumps([_plain(value) for value in row]).encode() + b"\n"


def _plain(value: Any) -> Any:
    """Return a value as JSON can say it; what no program of ours wrote as its own words."""
    try:
        value = from_stored(value)
    except UnicodeDecodeError:
        return {"bytes": value.hex()}
    return value if isinstance(value, str | int | None) else {"value": repr(value)}
