"""Making, opening and closing the file: lock, key, connection, checks, in this order."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from sqlite_utils import Database

from storage.connection import PAGE_SIZE, CaseConnection, configure, connect
from storage.errors import (
    CaseDamagedError,
    CaseExistsError,
    CaseMissingError,
    CaseReadOnlyError,
    DiskFullError,
    WrongPassphraseError,
)
from storage.keys import SALT_BYTES, wipe
from storage.lock import CaseLock
from storage.schema import create_tables, format_of

KeyOf: TypeAlias = Callable[[bytes], bytearray]
"""Makes the key from the file's salt."""


class CaseFile:
    """An open file: what is locked, keyed and has to be closed."""

    def __init__(
        self, path: Path, lock: CaseLock, connection: CaseConnection, key: bytearray
    ) -> None:
        self.path = path
        self.key = key
        self.db = Database(connection, execute_plugins=False)
        self._lock = lock
        self.closed = False

    def close(self) -> None:
        """Move everything into the one file, close it, wipe the key.

        Raises:
            DiskFullError, DiskFailedError: The last of it stays in the file's "-wal" neighbour
                and is taken in when the case is opened the next time. Nothing is lost.
        """
        if self.closed:
            return
        self.closed = True
        try:
            self.db.rollback()
            self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            self.db.conn.close()
            self._lock.release()
            wipe(self.key)


def make_file(path: Path, key_of: KeyOf, fill: Callable[[Database], None]) -> CaseFile:
    """Make a file whose tables `fill` completes; whatever goes wrong, no file is left.

    Raises:
        CaseExistsError, CaseReadOnlyError, CaseMissingError (the folder), DiskFullError
    """
    salt = os.urandom(SALT_BYTES)
    key = key_of(salt)
    _reserve(path)
    try:
        lock = CaseLock(path)
        try:
            connection = connect(path, key, salt)
            try:
                configure(connection)
                file = CaseFile(path, lock, connection, key)
                with file.db.atomic():
                    create_tables(file.db)
                    fill(file.db)
            except BaseException:
                connection.close()
                raise
        except BaseException:
            lock.release()
            raise
    except BaseException:
        remove_with_neighbours(path)
        wipe(key)
        raise
    sync_folder(path)
    return file


def _reserve(path: Path) -> None:
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
    except FileExistsError:
        raise CaseExistsError(str(path)) from None
    except (FileNotFoundError, NotADirectoryError):
        raise CaseMissingError(str(path)) from None
    except OSError as error:
        raise CaseReadOnlyError(str(path)) from error
    os.close(descriptor)


def open_file(
    path: Path, key_of: KeyOf, wrong: type[WrongPassphraseError] = WrongPassphraseError
) -> CaseFile:
    """Open a file that was made before; `wrong` is raised when the key is not its key."""
    lock = CaseLock(path)
    try:
        key = key_of(_salt(path, wrong))
        try:
            connection = connect(path, key)
            try:
                _unlock(connection, wrong)
                configure(connection)
                file = CaseFile(path, lock, connection, key)
                format_of(file.db, str(path))
                _require_whole(file)
            except BaseException:
                connection.close()
                raise
        except BaseException:
            wipe(key)
            raise
    except BaseException:
        lock.release()
        raise
    return file


def _salt(path: Path, wrong: type[WrongPassphraseError]) -> bytes:
    """Only while SQLite has not opened the file: see storage/lock.py."""
    with path.open("rb") as stream:
        salt = stream.read(SALT_BYTES)
    if path.stat().st_size < PAGE_SIZE:
        raise wrong(str(path))
    return salt


def _unlock(connection: CaseConnection, wrong: type[WrongPassphraseError]) -> None:
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except CaseDamagedError:
        raise wrong(connection.case_path) from None


def _require_whole(file: CaseFile) -> None:
    """Take in what a crash left in the write-ahead log, then compare the length."""
    try:
        file.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except DiskFullError:
        return  # nothing is wrong with the case, and it can be read
    (pages,) = file.db.execute("PRAGMA page_count").fetchone()
    if file.path.stat().st_size < pages * PAGE_SIZE:
        raise CaseDamagedError(str(file.path))


def neighbours(path: Path) -> tuple[Path, ...]:
    """What SQLite may put beside a file while it is open."""
    return tuple(path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal"))


def remove_with_neighbours(path: Path) -> None:
    """Remove a file that was not finished."""
    for each in (path, *neighbours(path)):
        each.unlink(missing_ok=True)


def sync_folder(path: Path) -> None:
    """Make the file's name durable, where the system knows how."""
    if os.name != "posix":
        return
    descriptor = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
