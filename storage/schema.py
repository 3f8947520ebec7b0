"""The tables of a case, format 3. docs/case-format.md describes them; they are frozen.

Two kinds of tables: what was stated or decided is appended and never changed (`EVENTS`); what was
computed from the contents may be computed again, and is replaced.
"""

from collections.abc import Iterable
from contextlib import closing
from functools import cache
from typing import TypeAlias

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from storage.errors import CaseDamagedError, CaseTooNewError, CaseTooOldError

MAJOR = 3
"""A program refuses another number. Formats 1 and 2 rewrote what had been stated."""

MINOR = 0
"""Raised when tables are added, which older programs of the same major number ignore."""

STAMP = 1000 * MAJOR + MINOR
"""The `user_version` of a case file."""

_Row: TypeAlias = tuple[str, str, str, str | None, bool]

EVENTS = ("source", "statement", "superseded", "decision", "renumbered")
"""Tables whose rows are never changed or removed; triggers refuse it."""

TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256 TEXT UNIQUE, sha512 TEXT, md5 TEXT, sha1 TEXT, size INTEGER,
    state TEXT NOT NULL DEFAULT 'pending', reason TEXT, detail TEXT NOT NULL DEFAULT '',
    mime TEXT, width INTEGER, height INTEGER, duration_ms INTEGER, frames INTEGER,
    pdq TEXT, pdq_quality INTEGER,
    original_kept INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX item_state ON item (state);
CREATE TABLE superseded (
    item INTEGER PRIMARY KEY REFERENCES item (id), became INTEGER REFERENCES item (id),
    at_utc TEXT NOT NULL, at_local TEXT NOT NULL, tz TEXT NOT NULL
);
CREATE INDEX superseded_became ON superseded (became);

CREATE TABLE source (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    item INTEGER NOT NULL REFERENCES item (id),
    size INTEGER NOT NULL,
    path NOT NULL, filename NOT NULL, mtime_ns INTEGER,
    acquired_at_utc, acquired_at_local, tz, role, how_obtained,
    platform, room_title, room_type, room_id, room_link,
    message_id, message_time_unix INTEGER,
    sender_display, sender_id, sender_username, forwarded_from,
    url, post_title, search_keywords, personal_data, note
);
CREATE INDEX source_item ON source (item);
CREATE INDEX source_path ON source (path, mtime_ns);
CREATE TABLE statement (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    item INTEGER NOT NULL REFERENCES item (id), source INTEGER REFERENCES source (id),
    field TEXT NOT NULL, value, corrects INTEGER REFERENCES statement (id),
    role TEXT NOT NULL, at_utc TEXT NOT NULL, at_local TEXT NOT NULL, tz TEXT NOT NULL
);
CREATE INDEX statement_item ON statement (item, field);
CREATE INDEX statement_source ON statement (source);

CREATE TABLE frame_hash (
    item INTEGER NOT NULL REFERENCES item (id),
    time_ms INTEGER NOT NULL, pdq TEXT NOT NULL, quality INTEGER NOT NULL,
    PRIMARY KEY (item, time_ms)
) WITHOUT ROWID;

CREATE TABLE original (
    item INTEGER NOT NULL REFERENCES item (id), seq INTEGER NOT NULL, bytes BLOB NOT NULL,
    UNIQUE (item, seq)
);

CREATE TABLE model (
    id INTEGER PRIMARY KEY, pack TEXT NOT NULL, pipeline TEXT NOT NULL,
    dimension INTEGER,
    UNIQUE (pack, pipeline)
);
CREATE TABLE scan (
    item INTEGER PRIMARY KEY REFERENCES item (id),
    model INTEGER NOT NULL REFERENCES model (id),
    tracks INTEGER NOT NULL, faces INTEGER NOT NULL, at_utc TEXT
);
CREATE TABLE track (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    item INTEGER NOT NULL, model INTEGER NOT NULL, face INTEGER NOT NULL,
    first_ms INTEGER NOT NULL, last_ms INTEGER NOT NULL, samples INTEGER NOT NULL,
    embedding BLOB NOT NULL
);
CREATE INDEX track_item ON track (item);
CREATE TABLE face (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    item INTEGER NOT NULL, track INTEGER NOT NULL,
    frame_index INTEGER NOT NULL, time_ms INTEGER NOT NULL,
    left REAL NOT NULL, top REAL NOT NULL, right REAL NOT NULL, bottom REAL NOT NULL,
    landmarks BLOB NOT NULL, detection_score REAL NOT NULL, quality REAL NOT NULL,
    size_px REAL NOT NULL, sharpness REAL NOT NULL, brightness REAL NOT NULL,
    yaw REAL NOT NULL, roll REAL NOT NULL,
    embedding BLOB NOT NULL
);
CREATE INDEX face_item ON face (item);
CREATE TABLE crop (face INTEGER PRIMARY KEY, jpeg BLOB NOT NULL);

CREATE TABLE decision (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    item INTEGER NOT NULL REFERENCES item (id), face INTEGER, person INTEGER NOT NULL,
    verdict TEXT NOT NULL, takes_back INTEGER UNIQUE REFERENCES decision (id),
    role TEXT NOT NULL, at_utc TEXT NOT NULL, at_local TEXT NOT NULL, tz TEXT NOT NULL
);
CREATE INDEX decision_item ON decision (item);
CREATE TABLE renumbered (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    item INTEGER NOT NULL REFERENCES item (id), old INTEGER NOT NULL, new INTEGER,
    at_utc TEXT NOT NULL, at_local TEXT NOT NULL, tz TEXT NOT NULL
);
CREATE INDEX renumbered_item ON renumbered (item);

CREATE TABLE custody (seq INTEGER PRIMARY KEY, body TEXT NOT NULL, sha256 TEXT NOT NULL);
CREATE TABLE custody_head (
    one INTEGER PRIMARY KEY CHECK (one = 1), entries INTEGER NOT NULL, sha256 TEXT NOT NULL
);
"""

_CUSTODY_TRIGGERS = """
CREATE TRIGGER custody_no_update BEFORE UPDATE ON custody
    BEGIN SELECT RAISE (ABORT, 'append only'); END;
CREATE TRIGGER custody_no_delete BEFORE DELETE ON custody
    BEGIN SELECT RAISE (ABORT, 'append only'); END;
CREATE TRIGGER custody_in_order BEFORE INSERT ON custody
    WHEN NEW.seq <> (SELECT entries + 1 FROM custody_head)
    BEGIN SELECT RAISE (ABORT, 'append only'); END;
CREATE TRIGGER custody_head_stays BEFORE DELETE ON custody_head
    BEGIN SELECT RAISE (ABORT, 'append only'); END;
CREATE TRIGGER custody_head_grows BEFORE UPDATE ON custody_head
    WHEN NEW.entries <> OLD.entries + 1
    BEGIN SELECT RAISE (ABORT, 'append only'); END;
"""

_EVENT_TRIGGERS = """
CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}
    BEGIN SELECT RAISE (ABORT, 'append only'); END;
CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}
    BEGIN SELECT RAISE (ABORT, 'append only'); END;
"""

_ITEM_TRIGGERS = """
CREATE TRIGGER item_stays BEFORE DELETE ON item
    BEGIN SELECT RAISE (ABORT, 'append only'); END;
CREATE TRIGGER item_content_stays BEFORE UPDATE OF id, sha256, sha512, md5, sha1, size ON item
    BEGIN SELECT RAISE (ABORT, 'append only'); END;
"""

TRIGGERS = (
    _CUSTODY_TRIGGERS + _ITEM_TRIGGERS + "".join(_EVENT_TRIGGERS.format(table=t) for t in EVENTS)
)

SCHEMA = TABLES + TRIGGERS


def create_tables(db: Database) -> None:
    """Create the empty tables; the caller holds the transaction."""
    statement = ""
    for line in SCHEMA.splitlines(keepends=True):
        statement += line
        if (line.rstrip().endswith(";") and "BEGIN" not in line) or line.rstrip().endswith("END;"):
            db.execute(statement)
            statement = ""
    db.execute(f"PRAGMA user_version = {STAMP}")


def format_of(db: Database, path: str) -> tuple[int, int]:
    """Return major and minor number.

    Raises:
        CaseTooNewError: A newer program made the case in a format unknown here.
        CaseTooOldError: A trial version made the case, in a format that rewrote what was stated.
        CaseDamagedError: The tables are missing, because making the case was interrupted.
    """
    (stamp,) = db.execute("PRAGMA user_version").fetchone()
    major, minor = divmod(stamp, 1000)
    if major > MAJOR:
        raise CaseTooNewError(path, found=major, known=MAJOR)
    if major < 1:
        raise CaseDamagedError(path)
    if major < MAJOR:
        raise CaseTooOldError(path, found=major, known=MAJOR)
    return major, minor


def require_own_schema(db: Database, path: str, found: tuple[int, int]) -> None:
    """Refuse a file whose tables, indexes and triggers are not those above, to the letter.

    Code in a file from somebody else would run with our own statements: a trigger, a view in the
    place of a table, an expression in an index. A newer minor format may have further tables.

    Args:
        found: Major and minor number of the file.

    Raises:
        CaseDamagedError: The schema is another one.
    """
    rows = _rows_of(db)
    own = _own_rows()
    added = set(rows) - own
    is_newer = found > (MAJOR, MINOR) and _are_further_tables(added, {name for _, name, *_ in own})
    if len(rows) != len(own | added) or (added and not is_newer):
        raise CaseDamagedError(path)


@cache
def _own_rows() -> frozenset[_Row]:
    with closing(dbapi2.connect(":memory:")) as connection:
        db = Database(connection, execute_plugins=False)
        create_tables(db)
        return frozenset(_rows_of(db))


def _rows_of(db: Database) -> list[_Row]:
    """Return the rows of the schema; the last column tells whether it has a page (no view has)."""
    rows = db.execute("SELECT type, name, tbl_name, sql, rootpage > 0 FROM sqlite_master")
    return [(*row[:4], bool(row[4])) for row in rows]


def _are_further_tables(added: Iterable[_Row], ours: set[str]) -> bool:
    return all(
        kind in ("table", "index") and table not in ours and has_page
        for kind, _, table, _, has_page in added
    )
