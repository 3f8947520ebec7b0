"""Read long blobs directly from the pages of a case file, past SQLite.

SQLCipher reads 0.4 GB a second: it checks an HMAC-SHA512 for each page and wipes all memory that it
used. A blob whose SHA-256 the caller verifies needs no other seal, so that only the pages that lead
to the blob are checked here. A blob that is not stored as expected is left to SQLite.

Source: sqlite.org/fileformat2.html (b-tree pages, records, overflow pages); for SQLCipher's part of
a page see storage/sqlcipher_pages.py.
"""

import os
import struct
from bisect import bisect_left
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from numpy.typing import NDArray

from storage import page_cache
from storage.keys import SALT_BYTES
from storage.sqlcipher_pages import HMAC_BYTES, PAGE_SIZE, hmac_key_of, is_sealed

MOST_PAGES = 80
"""Most overflow pages of one blob; chunks of 1 MiB have 64 or 65."""

AHEAD = (8 << 20) // PAGE_SIZE
"""Pages that are prefetched before they are needed."""

_BLOCK = 16
_USABLE = PAGE_SIZE - _BLOCK - HMAC_BYTES
"""Bytes of a page that SQLite uses; behind them are an IV and a seal."""
_CARRIED = _USABLE - 4
"""Bytes of a payload on an overflow page, behind the number of the next page."""
_MOST_LOCAL = _USABLE - 35
_LEAST_LOCAL = (_USABLE - 12) * 32 // 255 - 23
_INTERIOR, _LEAF = 5, 13
_HEADER = {_INTERIOR: 12, _LEAF: 8}
_RIGHTMOST = 8
"""Offset in an interior page of the number of its rightmost child."""
_MOST_LEVELS = 20


class DirectBlobReader:
    """Reads the last column of one table, where it is a blob on many pages.

    Only the file is read: the caller makes sure that nothing is pending in the write-ahead log.

    Args:
        root: Number of the first page of the table (sqlite_master.rootpage).

    Raises:
        OSError: The file cannot be read; also from the methods.
    """

    def __init__(self, path: Path, key: bytearray, root: int) -> None:
        self._file = path.open("rb", buffering=0)
        self._hmac_key = hmac_key_of(key, self._file.read(SALT_BYTES))
        # CBC with all blocks at once: what ECB gives is laid over the ciphertext before
        self._cipher = Cipher(algorithms.AES(key), modes.ECB()).decryptor()  # noqa: S305
        self._root = root
        self._announced = range(0)
        self._is_fetched = False
        self._sealed = bytearray(MOST_PAGES * PAGE_SIZE)
        self._blocks = bytearray(MOST_PAGES * PAGE_SIZE + _BLOCK)

    def close(self) -> None:
        """Close the file. To be called after SQLite has closed it: see storage/lock.py."""
        self._file.close()
        self._hmac_key = b""
        del self._cipher  # OpenSSL wipes its key

    def read(self, rowid: int, memory: memoryview) -> int | None:
        """Fill memory from its start with the blob of a row, which is not verified.

        Returns:
            The length of the blob; None where it is not stored in one piece, or the memory is too
            short.
        """
        try:
            cell = self._cell(rowid)
            return self._read(cell, memory) if cell else None
        except (struct.error, IndexError):
            return None

    def _cell(self, rowid: int) -> bytes | None:
        """Return the bytes of a leaf page from the cell of a row on."""
        number = self._root
        for _ in range(_MOST_LEVELS):
            page = self._checked_page(number)
            kind = page[0] if page else 0
            if kind not in _HEADER:
                return None
            (count,) = struct.unpack_from(">H", page, 3)
            cells = struct.unpack_from(f">{count}H", page, _HEADER[kind])
            if kind == _LEAF:
                return _cell_of(rowid, page, cells)
            number = _child(rowid, page, cells)
        return None

    def _read(self, cell: bytes, memory: memoryview) -> int | None:
        size, at = _varint(cell, 0)
        _, at = _varint(cell, at)
        local = _local(size)
        length = _length_of_last(cell, at)
        start = size - length
        (first,) = struct.unpack_from(">I", cell, at + local)
        count = -(-(size - local) // _CARRIED)
        if not 0 < count <= MOST_PAGES or not first or not 0 < start <= local:
            return None
        if length > len(memory):
            return None
        pages = self._plain(first, count)
        self._announce(first + count)
        chain = struct.pack(f">{count}I", *range(first + 1, first + count), 0)
        if pages is None or pages[:, :4].tobytes() != chain:
            return None
        _join(cell[at + start : at + local], pages[:, 4:], memory[:length])
        return length

    def _announce(self, number: int) -> None:
        """Prefetch the pages that are most likely read next, which SQLite's layout hides.

        Prefetched pages that were read are dropped from the cache; others stay there.
        """
        if number + AHEAD // 2 in self._announced:
            return
        file, before = self._file.fileno(), self._announced
        done = range(before.start, min(number, before.stop))
        if self._is_fetched and done:
            page_cache.drop_cached(file, _place(done.start), len(done) * PAGE_SIZE)
        self._announced = range(number, number + AHEAD)
        end = min(_place(number + AHEAD), os.fstat(file).st_size)
        self._is_fetched = not page_cache.is_cached(file, end - 1)
        if self._is_fetched:
            page_cache.prefetch(file, _place(number), AHEAD * PAGE_SIZE)

    def _checked_page(self, number: int) -> bytes:
        """Return the plain bytes of a page; nothing where its seal is wrong,
        or for the first page.
        """
        pages = self._plain(number, 1) if number > 1 else None
        sealed = bytes(memoryview(self._sealed)[:PAGE_SIZE])
        if pages is None or not is_sealed(sealed, number, self._hmac_key):
            return b""
        return pages.tobytes()

    def _plain(self, first: int, count: int) -> NDArray[np.uint8] | None:
        """Return the plain bytes of pages, a row each, valid until the next call;
        None behind the end.
        """
        length = count * PAGE_SIZE
        sealed = memoryview(self._sealed)[:length]
        self._file.seek(_place(first))
        if self._file.readinto(sealed) != length:
            return None
        self._cipher.update_into(sealed, self._blocks)
        before = np.frombuffer(sealed, np.uint8).reshape(count, PAGE_SIZE)
        plain = np.frombuffer(self._blocks, np.uint8, length).reshape(count, PAGE_SIZE)
        plain[:, :_BLOCK] ^= before[:, _USABLE : _USABLE + _BLOCK]
        plain[:, _BLOCK:_USABLE] ^= before[:, : _USABLE - _BLOCK]
        return plain[:, :_USABLE]


def _place(number: int) -> int:
    """Offset of a page in the file."""
    return (number - 1) * PAGE_SIZE


def _cell_of(rowid: int, page: bytes, cells: Sequence[int]) -> bytes | None:
    for at in cells:
        _, behind = _varint(page, at)
        if _varint(page, behind)[0] == rowid:
            return page[at:]
    return None


def _child(rowid: int, page: bytes, cells: Sequence[int]) -> int:
    """Return the number of the child page below an interior page that leads to the row."""
    place = bisect_left(cells, rowid, key=lambda at: _varint(page, at + 4)[0])
    at = cells[place] if place < len(cells) else _RIGHTMOST
    number: int = struct.unpack_from(">I", page, at)[0]
    return number


def _local(size: int) -> int:
    """Return the bytes of a payload that are on the leaf page itself."""
    if size <= _MOST_LOCAL:
        return size
    some = _LEAST_LOCAL + (size - _LEAST_LOCAL) % _CARRIED
    return some if some <= _MOST_LOCAL else _LEAST_LOCAL


def _length_of_last(record: bytes, start: int) -> int:
    """Return the bytes of the last column by the header of the record; 0 where the
    column is no blob.
    """
    header, at = _varint(record, start)
    kind = 0
    while at < start + header:
        kind, at = _varint(record, at)
    return (kind - 12) // 2 if kind >= 12 and kind % 2 == 0 else 0


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Decode a variable-length integer; returns the number and the offset behind it."""
    number = 0
    for place in range(at, at + 8):
        number = number << 7 | data[place] & 0x7F
        if data[place] < 0x80:
            return number, place + 1
    return number << 8 | data[at + 8], at + 9


def _join(start: bytes, pages: NDArray[np.uint8], memory: memoryview) -> None:
    memory[: len(start)] = start
    rest = np.frombuffer(memory, np.uint8, offset=len(start))
    whole, last = divmod(len(rest), _CARRIED)
    rest[: whole * _CARRIED].reshape(whole, _CARRIED)[:] = pages[:whole]
    if last:
        rest[whole * _CARRIED :] = pages[whole, :last]
