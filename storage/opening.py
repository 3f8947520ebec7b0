"""Make, open and close a case file: lock, key, connection and checks, in this order."""

import os
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TypeAlias

from sqlite_utils import Database

from storage.connection import CaseConnection, configure, connect
from storage.direct_blob_reader import DirectBlobReader
from storage.errors import (
    CaseDamagedError,
    CaseExistsError,
    CaseMissingError,
    DiskFullError,
    WrongPassphraseError,
    of_os_error,
)
from storage.keys import SALT_BYTES, wipe
from storage.lock import CaseLock
from storage.schema import create_tables, format_of, require_own_schema
from storage.sqlcipher_pages import PAGE_SIZE, any_page_is_sealed
from storage.wal import is_foreign

KeyOf: TypeAlias = Callable[[bytes], bytearray]
"""Makes the key of a file from the file's salt."""


class CaseFile:
    """An open case file with its lock, key and database connection."""

    def __init__(
        self, path: Path, lock: CaseLock, connection: CaseConnection, key: bytearray
    ) -> None:
        self.path = path
        self.lock = lock
        self.key = key
        self.db = Database(connection, execute_plugins=False)
        self.closed = False
        self._blob_readers: dict[str, DirectBlobReader] = {}

    def blob_reader(self, table: str) -> DirectBlobReader:
        """Return a reader for the long blobs of a table that goes past SQLite; may raise OSError.

        It may be used only while nothing is pending in the write-ahead log.
        """
        if table not in self._blob_readers:
            wanted = "SELECT rootpage FROM sqlite_master WHERE name = ?"
            (root,) = self.db.execute(wanted, (table,)).fetchone()
            self._blob_readers[table] = DirectBlobReader(self.path, self.key, root)
        return self._blob_readers[table]

    def checkpoint(self) -> None:
        """Move everything in the write-ahead log into the file; raises DiskFullError."""
        self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()

    def has_pending_log(self) -> bool:
        """Return whether the write-ahead log holds changes that the file
        lacks; may raise OSError.
        """
        log, *_ = neighbours(self.path)
        return log.exists() and log.stat().st_size > 0

    def close(self) -> None:
        """Move everything into the one file, close it, wipe the key and release the lock.

        Raises:
            DiskFullError, DiskFailedError: The last changes stay in the "-wal" file and are taken
                in when the case is opened the next time. Nothing is lost.
        """
        try:
            self.close_but_locked()
        finally:
            self.lock.release()

    def close_but_locked(self) -> None:
        """Close the file, but keep the lock."""
        if self.closed:
            return
        self.closed = True
        try:
            self.db.rollback()
            self.checkpoint()
        finally:
            self.db.conn.close()
            for each in self._blob_readers.values():
                each.close()
            wipe(self.key)


def make_file(path: Path, key_of: KeyOf, fill: Callable[[Database], None]) -> CaseFile:
    """Make a file whose tables `fill` completes. Whatever goes wrong, no file is left behind.

    Raises:
        CaseExistsError, CaseReadOnlyError, CaseMissingError (the folder), DiskFullError
    """
    salt = os.urandom(SALT_BYTES)
    with ExitStack() as undo:
        key = key_of(salt)
        undo.callback(wipe, key)
        path = reserve(path)
        undo.callback(remove_with_neighbours, path)
        lock = CaseLock(path)
        undo.callback(lock.release)
        connection = connect(path, key, salt)
        undo.callback(connection.close)
        configure(connection)
        file = CaseFile(path, lock, connection, key)
        with file.db.atomic():
            create_tables(file.db)
            fill(file.db)
        # Space for all tables is used now, so that a log can be taken in even on a full disk.
        file.checkpoint()
        sync_folder(path)
        undo.pop_all()
    return file


def reserve(path: Path) -> Path:
    """Make an empty file that only this user may read, and return its path without links."""
    path = Path(os.path.realpath(path))
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        raise CaseExistsError(str(path)) from None
    except (FileNotFoundError, NotADirectoryError):
        raise CaseMissingError(str(path)) from None
    except OSError as error:
        raise of_os_error(error, path) from error
    return path


def open_file(
    path: Path,
    key_of: KeyOf,
    wrong: type[WrongPassphraseError] = WrongPassphraseError,
    lock: CaseLock | None = None,
) -> CaseFile:
    """Open a file that was made before.

    Args:
        wrong: The error to raise when the key does not open the file.
        lock: A lock that was taken before; None takes the lock.

    Raises:
        CaseMissingError, CaseReadOnlyError, CaseInUseError, CaseTooNewError, CaseDamagedError
    """
    path = Path(os.path.realpath(path))
    with ExitStack() as undo:
        lock = lock or CaseLock(path)
        undo.callback(lock.release)
        salt = _salt(path, wrong)
        key = key_of(salt)
        undo.callback(wipe, key)
        _require_own_log(path, key, salt, wrong)
        connection = connect(path, key)
        undo.callback(connection.close)
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except CaseDamagedError as error:
            connection.close()
            raise (error if any_page_is_sealed(path, key, salt) else wrong(str(path))) from None
        file = CaseFile(path, lock, connection, key)
        require_own_schema(file.db, str(path), format_of(file.db, str(path)))
        configure(connection)
        _require_whole(file)
        undo.pop_all()
    return file


def _salt(path: Path, wrong: type[WrongPassphraseError]) -> bytes:
    """Read the salt. To be called before SQLite opens the file: see storage/lock.py."""
    try:
        with path.open("rb") as stream:
            salt = stream.read(SALT_BYTES)
        if path.stat().st_size < PAGE_SIZE:
            raise wrong(str(path))
    except OSError as error:
        raise of_os_error(error, path) from error
    return salt


def _require_own_log(
    path: Path, key: bytearray, salt: bytes, wrong: type[WrongPassphraseError]
) -> None:
    """Refuse a foreign write-ahead log, before SQLite opens the file and takes in any log."""
    log, *_ = neighbours(path)
    try:
        foreign = is_foreign(log, key, salt)
    except OSError as error:
        raise of_os_error(error, path) from error
    if foreign:
        # With the wrong key the log looks as foreign as the case does.
        raise (
            CaseDamagedError(str(log)) if any_page_is_sealed(path, key, salt) else wrong(str(path))
        )


def _require_whole(file: CaseFile) -> None:
    """Take in what a crash left in the write-ahead log, then refuse a file that is cut off."""
    try:
        file.checkpoint()
    except DiskFullError:
        return  # nothing is wrong with the case, and it can be read
    (pages,) = file.db.execute("PRAGMA page_count").fetchone()
    if file.path.stat().st_size < pages * PAGE_SIZE:
        raise CaseDamagedError(str(file.path))


def neighbours(path: Path) -> tuple[Path, ...]:
    """Return the files that SQLite may create beside a database while it is open."""
    return tuple(path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal"))


def remove_with_neighbours(path: Path) -> None:
    """Remove an unfinished file and what SQLite put beside it."""
    for each in (path, *neighbours(path)):
        each.unlink(missing_ok=True)


def sync_folder(path: Path) -> None:
    """Make the name of a file durable, where the system can do that."""
    if os.name != "posix":
        return
    descriptor = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
