"""A new passphrase: the case is rewritten under a new key and salt, and then replaced.

SQLCipher's own PRAGMA rekey is not used; docs/decisions/0032-rekey.md says why.
"""

import os
from contextlib import ExitStack, closing
from pathlib import Path

from storage.connection import connect
from storage.custody import PROGRAM, Custody
from storage.errors import DiskFailedError
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

PAGES = 1024
"""Pages that are copied at once."""


def unfinished(path: Path) -> Path:
    """Return the path at which the new file is written until it is complete."""
    return path.with_name(path.name + "-rekey")


def rekey(file: CaseFile, key_of: KeyOf) -> CaseFile:
    """Close `file`, rewrite it under a new key, and return it opened with that key.

    If the program is killed at any moment, the case opens with the old passphrase or, after the one
    rename, with the new one. When the new file cannot be written, `file` stays open and unchanged.
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
    """Copy all pages (free ones too, which secure_delete has zeroed), then read them back."""
    salt = os.urandom(SALT_BYTES)
    with ExitStack() as undo:
        key = key_of(salt)
        undo.callback(wipe, key)
        reserve(fresh)
        with closing(connect(fresh, key, salt)) as new:
            new.execute("PRAGMA journal_mode = OFF")
            file.db.conn.backup(new, pages=PAGES)
        with closing(open_file(fresh, lambda _salt: bytearray(key))) as written:
            if written.db.execute("PRAGMA cipher_integrity_check").fetchone():
                raise DiskFailedError(str(fresh))
            log = Custody(written.db)
            log.take_over(Custody(file.db))
            log.append("passphrase-changed", PROGRAM)
        undo.pop_all()
    return key
