"""A new passphrase: the case is written anew under a new key and salt, then takes its place.

SQLCipher's own PRAGMA rekey is not used; docs/decisions/0032-rekey.md says why.
"""

import os
from contextlib import ExitStack
from pathlib import Path

from sqlite_utils import Database

from storage.connection import raw_key
from storage.custody import Custody
from storage.errors import CaseDamagedError, DiskFailedError
from storage.keys import SALT_BYTES, wipe
from storage.lock import CaseLock
from storage.opening import (
    CaseFile,
    KeyOf,
    neighbours,
    open_file,
    remove_with_neighbours,
    reserve,
    sync_folder,
)
from storage.pages import PAGE_SIZE
from storage.schema import stamp_format


def unfinished(path: Path) -> Path:
    """Where the new file grows until it is whole."""
    return path.with_name(path.name + "-rekey")


def rekey(file: CaseFile, key_of: KeyOf) -> CaseFile:
    """Return the case, open under its new key. `file` is closed.

    Stopped at any moment, the case opens with the old passphrase, or, after the one rename, with
    the new one. When the new file cannot be written, `file` stays open and unchanged.
    """
    path, fresh = file.path, unfinished(file.path)
    remove_with_neighbours(fresh)
    with ExitStack() as undo:
        undo.callback(remove_with_neighbours, fresh)
        key = _write_anew(file, fresh, key_of)
        lock = CaseLock(fresh)
        undo.callback(lock.release)
        undo.callback(file.lock.release)
        file.close_but_locked()
        if any(each.exists() for each in neighbours(path)):
            raise DiskFailedError(str(path))  # its log must never meet the new file
        fresh.replace(path)
        undo.pop_all()
    sync_folder(path)
    file.lock.release()
    return open_file(path, lambda _salt: key, lock=lock)


def _write_anew(file: CaseFile, fresh: Path, key_of: KeyOf) -> bytearray:
    salt = os.urandom(SALT_BYTES)
    key = key_of(salt)
    try:
        _export(file.db, fresh, key, salt)
        new = open_file(fresh, lambda _salt: bytearray(key))
        try:
            if _row_counts(new.db) != _row_counts(file.db):
                raise CaseDamagedError(str(file.path))
            Custody(new.db).append("passphrase-changed", "program")
        finally:
            new.close()
    except BaseException:
        wipe(key)
        raise
    return key


def _export(db: Database, fresh: Path, key: bytearray, salt: bytes) -> None:
    reserve(fresh)
    literal = raw_key(key, salt)
    db.conn.execute("ATTACH DATABASE ? AS fresh KEY ?", (str(fresh), literal.decode()))
    try:
        db.conn.execute(f"PRAGMA fresh.cipher_page_size = {PAGE_SIZE}")
        db.conn.execute("SELECT sqlcipher_export('fresh')").fetchone()
        stamp_format(db, "fresh")
    finally:
        db.rollback()
        db.conn.execute("DETACH DATABASE fresh")
        wipe(literal)


def _row_counts(db: Database) -> dict[str, int]:
    return {name: db[name].count for name in db.table_names()}
