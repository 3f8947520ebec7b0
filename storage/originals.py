"""The original bytes of items, stored in chunks of 1 MiB."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import suppress

from sqlite_utils import Database
from typing_extensions import Buffer

from face.streams import FetchedStream
from storage.errors import (
    CaseDamagedError,
    ContentChangedError,
    DiskFullError,
    ItemMissingError,
    WrongModeError,
)
from storage.opening import CaseFile

CHUNK = 1 << 20
CHUNKS_PER_COMMIT = 64
"""Limits the write-ahead log to about 64 MiB while a long video is stored."""


def store_original(db: Database, item: int, chunks: Iterable[bytes]) -> None:
    """Store the bytes of an item, which must be those that were hashed.

    Inside a transaction they are part of it. Outside they are committed step by step and count only
    once all are stored: whatever an interruption leaves is replaced the next time.

    Raises:
        ItemMissingError: There is no such item.
        ContentChangedError: The bytes are others than those that were hashed.
    """
    found = db.execute("SELECT sha256, original_kept FROM item WHERE id = ?", (item,)).fetchone()
    if not found:
        raise ItemMissingError(item)
    sha256, kept = found
    if kept:
        return
    if db.conn.in_transaction:
        with db.atomic():
            _write(db, item, sha256, chunks)
        return
    try:
        _write(db, item, sha256, chunks)
    except BaseException:
        db.rollback()
        drop_original(db, item)
        raise


def drop_original(db: Database, item: int) -> None:
    """Remove the stored chunks of an original."""
    db.execute("DELETE FROM original WHERE item = ?", (item,))
    db.execute("UPDATE item SET original_kept = 0 WHERE id = ?", (item,))


def drop_unfinished(db: Database) -> None:
    """Remove the chunks of originals whose storing was interrupted.

    On a full disk even that is impossible; then it is left to the next time.
    """
    with suppress(DiskFullError):
        db.execute(
            "DELETE FROM original WHERE item IN"
            " (SELECT DISTINCT item FROM original INTERSECT"
            " SELECT id FROM item WHERE original_kept = 0)"
        )


def _write(db: Database, item: int, sha256: str, chunks: Iterable[bytes]) -> None:
    drop_original(db, item)
    digest = hashlib.sha256()
    outer = db.conn.in_transaction
    for seq, chunk in enumerate(evenly_chunked(chunks)):
        if not db.conn.in_transaction:
            db.begin()
        digest.update(chunk)
        db.execute("INSERT INTO original VALUES (?, ?, ?)", (item, seq, chunk))
        if not outer and (seq + 1) % CHUNKS_PER_COMMIT == 0:
            db.commit()
    if digest.hexdigest() != sha256:
        raise ContentChangedError(item)
    db.execute("UPDATE item SET original_kept = 1 WHERE id = ?", (item,))
    if not outer:
        db.commit()


def evenly_chunked(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Cut or join chunks to exactly CHUNK bytes each; only the last may be shorter."""
    rest = bytearray()
    for chunk in chunks:
        rest += chunk
        while len(rest) >= CHUNK:
            yield bytes(rest[:CHUNK])
            del rest[:CHUNK]
    if rest:
        yield bytes(rest)


class OriginalReader(FetchedStream):
    """A stream over the bytes of an original, which holds one chunk in memory.

    Raises:
        ItemMissingError, WrongModeError: There is no such item, or its original is not kept.
        CaseDamagedError: From its methods, when a chunk is missing.
    """

    def __init__(self, db: Database, item: int) -> None:
        found = db.execute("SELECT size, original_kept FROM item WHERE id = ?", (item,)).fetchone()
        if not found:
            raise ItemMissingError(item)
        size, kept = found
        if not kept:
            raise WrongModeError
        super().__init__(self._fetch_part, size)
        self._db = db
        self._item = item
        self._loaded = -1
        self._chunk = b""

    def _fetch_part(self, offset: int, length: int) -> bytes:
        seq, start = divmod(offset, CHUNK)
        if seq != self._loaded:
            self._chunk = self._read_chunk(seq)
            self._loaded = seq
        return self._chunk[start : start + length]

    def _read_chunk(self, seq: int) -> bytes:
        found = self._db.execute(
            "SELECT bytes FROM original WHERE item = ? AND seq = ?", (self._item, seq)
        ).fetchone()
        if not found:
            _, _, path = self._db.execute("PRAGMA database_list").fetchone()
            raise CaseDamagedError(path)
        chunk: bytes = found[0]
        return chunk


class UnverifiedReader(OriginalReader):
    """A stream over an original, three times as fast, for callers who verify its SHA-256.

    It reads whole chunks from the pages of the file itself while nothing is pending in the
    write-ahead log, and asks SQLite where that is not possible.
    """

    def __init__(self, file: CaseFile, item: int) -> None:
        super().__init__(file.db, item)
        self._file = file
        if not file.db.conn.in_transaction:
            with suppress(DiskFullError):  # then SQLite is asked
                file.checkpoint()

    def readinto(self, buffer: Buffer, /) -> int:
        view = memoryview(buffer).cast("B")
        seq, start = divmod(self._at, CHUNK)
        if start or len(view) < CHUNK or self._at >= self._size:
            return super().readinto(view)
        count = self._from_pages(seq, view)
        if count is None:
            return super().readinto(view)
        self._at += count
        return count

    def _from_pages(self, seq: int, view: memoryview) -> int | None:
        """Fill the memory with a whole chunk; returns None where SQLite has to be asked."""
        found = self._db.execute(
            "SELECT rowid FROM original WHERE item = ? AND seq = ?", (self._item, seq)
        ).fetchone()
        try:
            if not found or self._db.conn.in_transaction or self._file.has_pending_log():
                return None
            return self._file.blob_reader("original").read(found[0], view)
        except OSError:
            return None  # SQLite reports the error
