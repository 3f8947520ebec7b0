"""The encrypted connection: SQLCipher, configured, with its errors translated into ours."""

import hmac
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from sqlcipher3 import dbapi2

from storage.errors import (
    CaseClosedError,
    CaseDamagedError,
    CaseInternalError,
    CaseInUseError,
    CaseReadOnlyError,
    DiskFailedError,
    DiskFullError,
    StorageError,
)
from storage.sqlcipher_pages import PAGE_SIZE

R = TypeVar("R")

CACHE_KIB = 32 * 1024

_GUARDS = (
    "locking_mode = EXCLUSIVE",  # keeps the WAL index in memory, too
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
)
"""Settings made before the first page is read, because the file may come from somebody else.

sqlcipher3 offers neither SQLITE_DBCONFIG_DEFENSIVE nor limits; storage/schema.py makes up for it.
"""

_ERRORS: dict[int, type[StorageError]] = {
    sqlite3.SQLITE_BUSY: CaseInUseError,
    sqlite3.SQLITE_LOCKED: CaseInUseError,
    sqlite3.SQLITE_CORRUPT: CaseDamagedError,
    sqlite3.SQLITE_NOTADB: CaseDamagedError,
    sqlite3.SQLITE_FORMAT: CaseDamagedError,
    sqlite3.SQLITE_FULL: DiskFullError,
    sqlite3.SQLITE_READONLY: CaseReadOnlyError,
    sqlite3.SQLITE_PERM: CaseReadOnlyError,
    sqlite3.SQLITE_CANTOPEN: CaseReadOnlyError,
    sqlite3.SQLITE_IOERR: DiskFailedError,
}

_UNNUMBERED: dict[str, type[StorageError]] = {
    "Cannot operate on a closed database.": CaseClosedError,
    # messages of a backup about its target
    "database or disk is full": DiskFullError,
    "disk I/O error": DiskFailedError,
    "attempt to write a readonly database": CaseReadOnlyError,
    "unable to open database file": CaseReadOnlyError,
    "database is locked": CaseInUseError,
    "database disk image is malformed": CaseDamagedError,
}


class CaseCursor(dbapi2.Cursor):  # type: ignore[misc]  # the module has no types
    """A cursor that raises errors of storage.errors only."""

    def execute(self, *args: Any) -> Any:
        return self._translated(super().execute, *args)

    def executemany(self, *args: Any) -> Any:
        return self._translated(super().executemany, *args)

    def executescript(self, *args: Any) -> Any:
        return self._translated(super().executescript, *args)

    def fetchone(self) -> Any:
        return self._translated(super().fetchone)

    def fetchmany(self, *args: Any) -> Any:
        return self._translated(super().fetchmany, *args)

    def fetchall(self) -> Any:
        return self._translated(super().fetchall)

    def __next__(self) -> Any:
        return self._translated(super().__next__)

    def _translated(self, call: Callable[..., R], *args: Any) -> R:
        try:
            return call(*args)
        except dbapi2.Error as error:
            raise translate(error, getattr(self.connection, "case_path", "")) from error


class CaseConnection(dbapi2.Connection):  # type: ignore[misc]  # the module has no types
    """A connection that raises errors of storage.errors only."""

    case_path = ""
    log_key = b""
    """Key that seals the custody log; derived from the key of the file, and one-way."""

    def cursor(self, factory: type[CaseCursor] = CaseCursor) -> Any:
        try:
            return super().cursor(factory)
        except dbapi2.Error as error:
            raise translate(error, self.case_path) from error

    def backup(self, target: "CaseConnection", *, pages: int) -> None:
        try:
            super().backup(target, pages=pages)
        except dbapi2.Error as error:
            raise translate(error, self.case_path) from error


def translate(error: dbapi2.Error, path: str = "") -> StorageError:
    """Translate an error of SQLite into one of storage.errors."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    if code == sqlite3.SQLITE_IOERR_SHORT_READ:
        return CaseDamagedError(path)
    kind = _ERRORS.get(code & 0xFF) or _UNNUMBERED.get(str(error))
    if kind:
        return kind(path)
    return CaseInternalError(path, getattr(error, "sqlite_errorname", type(error).__name__))


def connect(path: Path, key: Iterable[int], salt: bytes = b"") -> CaseConnection:
    """Open the database without reading anything from it.

    Args:
        key: 32 raw bytes.
        salt: Only for a file that is still empty: the 16 bytes it is to begin with.
    """
    try:
        connection: CaseConnection = dbapi2.connect(
            str(path), isolation_level=None, timeout=0.2, factory=CaseConnection
        )
    except dbapi2.Error as error:
        raise translate(error, str(path)) from error
    connection.case_path = str(path)
    connection.log_key = hmac.digest(bytes(key), b"geoul custody log 1", "sha256")
    # Its messages would go to standard error and name pages; the errors say it already.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute("PRAGMA cipher_memory_security = ON")  # memory is wiped when given back
    literal = raw_key(key, salt)
    connection.set_key(literal)
    literal[:] = bytes(len(literal))
    connection.execute(f"PRAGMA cipher_page_size = {PAGE_SIZE}")
    for guard in _GUARDS:
        connection.execute(f"PRAGMA {guard}")
    return connection


def raw_key(key: Iterable[int], salt: bytes = b"") -> bytearray:
    """Write a key in the form that SQLCipher uses without deriving another key from it."""
    digits = b"0123456789abcdef"
    literal = bytearray(b"x'")
    for byte in (*key, *salt):
        literal += bytes((digits[byte >> 4], digits[byte & 15]))
    return literal + b"'"


def configure(connection: CaseConnection) -> None:
    """Set how the file is written. This is the first statement that needs the right key."""
    connection.execute("PRAGMA journal_mode = WAL")
    for setting in (
        "synchronous = FULL",
        "fullfsync = ON",  # macOS: past the drive's own cache
        "checkpoint_fullfsync = ON",
        "secure_delete = ON",
        "temp_store = MEMORY",
        "foreign_keys = ON",
        f"cache_size = -{CACHE_KIB}",
    ):
        connection.execute(f"PRAGMA {setting}")
