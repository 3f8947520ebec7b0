"""Reads the streams of a compound file ([MS-CFB]) within limits.

`olefile` finds the tables and the directory. What it believes of damaged files would cost any
amount of time and memory, so the numbers are checked before.
"""

import io
import struct
from array import array
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any, BinaryIO, TypeAlias

from olefile import STGTY_STORAGE, STGTY_STREAM, OleFileIO

from app.intake.readers.core.address import depth
from app.intake.readers.core.places import File
from app.intake.readers.core.streams import PIECE
from app.sandbox import reader_limits
from face.errors import UnreadableMediaError
from face.types import Reason

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAX_STORAGES_DEEP = 16

Path: TypeAlias = tuple[str, ...]
"""The names of the storages around a stream or storage, and its own."""

_BROKEN = (
    *(OSError, ValueError, TypeError, LookupError, AttributeError),
    *(ArithmeticError, RecursionError, struct.error),
)
_SECTORS = {9: 512, 12: 4096}
_SMALL_SHIFT, _SMALL = 6, 64


@dataclass(frozen=True, slots=True)
class _Stream:
    start: int
    size: int


class CompoundFile:
    """The streams of a compound file.

    Attributes:
        paths: Paths of the streams, in alphabetical order.
    """

    def __init__(self, file: File) -> None:
        """Read the tables and the directory.

        Raises:
            OSError, UnreadableMediaError: The file is too large or damaged.
        """
        self._file = file
        self._content = _in_memory(file)
        self._size = file.size if self._content is None else len(self._content)
        self._chains: dict[Path, array[int]] = {}
        self._small_stream: bytes | None = None
        with self._opened() as stream:
            self._tables = _tables(stream)
        self._streams: dict[Path, _Stream] = {}
        self._storages: dict[Path, list[str]] = {}
        self._list()
        self.paths: Sequence[Path] = sorted(self._streams)

    def __contains__(self, path: object) -> bool:
        """Return whether there is a stream with this path."""
        return path in self._streams

    def storages(self, path: Path = ()) -> Sequence[str]:
        """Return the names of the storages in a storage."""
        return sorted(self._storages.get(path, ()))

    def size(self, path: Path) -> int:
        """Return the size of a stream in bytes."""
        return self._streams[path].size

    def beginning(self, path: Path, most: int) -> bytes:
        """Return up to `most` first bytes of a stream; empty if there is no such stream.

        Raises:
            OSError, UnreadableMediaError: The file is damaged.
        """
        if path not in self._streams:
            return b""
        with closing(self.chunks(path, 0, most)) as chunks:
            return b"".join(chunks)

    def whole(self, path: Path) -> bytes:
        """Return all bytes of a stream. Raises OSError, UnreadableMediaError."""
        size = self.size(path)
        if size > reader_limits.IN_MEMORY_BYTES:
            raise UnreadableMediaError(Reason.TOO_LARGE, str(size))
        return self.beginning(path, size)

    def chunks(self, path: Path, start: int = 0, size: int | None = None) -> Generator[bytes]:
        """Yield a range of a stream. Raises OSError, UnreadableMediaError."""
        stream = self._streams[path]
        end = stream.size if size is None else min(stream.size, start + size)
        chain = self._chain(path)
        if self._is_small(stream):
            yield from _small_pieces(self._small(), chain, start, end)
            return
        unit = self._tables.sectorsize
        with self._opened() as file:
            yield from _pieces(file, _runs(chain, start, end, unit), unit)

    def _opened(self) -> BinaryIO:
        return self._file.open() if self._content is None else io.BytesIO(self._content)

    def _is_small(self, stream: _Stream) -> bool:
        return stream.size < int(self._tables.minisectorcutoff)

    def _chain(self, path: Path) -> "array[int]":
        """Return the numbers of the sectors of a stream."""
        if path not in self._chains:
            stream, tables = self._streams[path], self._tables
            is_small = self._is_small(stream)
            table = tables.minifat if is_small else tables.fat
            unit = _SMALL if is_small else tables.sectorsize
            self._chains[path] = _chain(table, stream.start, -(-stream.size // unit))
        return self._chains[path]

    def _small(self) -> bytes:
        """Return the stream that contains all streams below the size limit."""
        if self._small_stream is None:
            root, unit = self._tables.root, self._tables.sectorsize
            if root.size > reader_limits.IN_MEMORY_BYTES:
                raise UnreadableMediaError(Reason.TOO_LARGE, str(root.size))
            chain = _chain(self._tables.fat, root.isectStart, -(-root.size // unit))
            with self._opened() as file:
                pieces = _pieces(file, _runs(chain, 0, root.size, unit), unit)
                self._small_stream = b"".join(pieces)
        return self._small_stream

    def _list(self) -> None:
        """List all storages and streams; those that claim more than the file are not counted."""
        waiting: list[tuple[Path, Any]] = [((), self._tables.root)]
        total = 0
        while waiting:
            path, storage = waiting.pop()
            for entry in storage.kids:
                own = (*path, entry.name)
                if entry.entry_type == STGTY_STREAM:
                    self._streams.setdefault(own, _Stream(entry.isectStart, entry.size))
                    total += entry.size if entry.size <= self._size else 0
                elif entry.entry_type == STGTY_STORAGE and len(own) <= MAX_STORAGES_DEEP:
                    self._storages.setdefault(path, []).append(entry.name)
                    waiting.append((own, entry))
        if total > 2 * self._size:
            raise UnreadableMediaError(Reason.DAMAGED)  # many streams of the same bytes


class _Tables(OleFileIO):  # type: ignore[misc]
    """Limits `OleFileIO` to tables that are no longer than the file."""

    def loadfat(self, header: bytes) -> None:
        """Load the tables; those of tables may lead back to themselves."""
        sector = _SECTORS.get(self.sector_shift)
        if sector is None or self.mini_sector_shift != _SMALL_SHIFT:
            raise UnreadableMediaError(Reason.DAMAGED)
        sectors_of_tables = self.nb_sect // (sector // 4) + 1
        if max(self.num_difat_sectors, self.num_fat_sectors - 109) > sectors_of_tables:
            raise UnreadableMediaError(Reason.DAMAGED)
        if self.num_mini_fat_sectors > self.nb_sect // (_SMALL // 4) + 1:
            raise UnreadableMediaError(Reason.DAMAGED)
        super().loadfat(header)

    def loaddirectory(self, sect: int) -> None:
        """Load the directory, whose length is stated nowhere."""
        entry, sector, steps = 128, sect, 0
        while sector < len(self.fat):
            sector, steps = self.fat[sector], steps + 1
            if steps > len(self.fat):
                raise UnreadableMediaError(Reason.DAMAGED)
            if steps * self.sectorsize > reader_limits.MAX_ENTRIES * entry:
                raise UnreadableMediaError(Reason.TOO_LARGE, str(reader_limits.MAX_ENTRIES))
        super().loaddirectory(sect)

    def _check_duplicate_stream(self, first_sect: int, minifat: bool = False) -> None:
        """Skip a check that takes quadratic time and only logs."""


def _tables(stream: BinaryIO) -> Any:
    try:
        tables = _Tables(stream)
        tables.loadminifat()
    except UnreadableMediaError:
        raise
    except _BROKEN as error:
        raise UnreadableMediaError(Reason.DAMAGED) from error
    return tables


def _in_memory(file: File) -> bytes | None:
    """Read a member of another container as a whole, since seeking back may be slow."""
    most = reader_limits.MAX_COMPOUND_BYTES if depth(file.path) == 0 else reader_limits.KEPT_BYTES
    if file.size > most:
        raise UnreadableMediaError(Reason.TOO_LARGE, str(file.size))
    if depth(file.path) == 0:
        return None
    with file.open() as stream:
        content = stream.read(most + 1)
    if len(content) > most:
        raise UnreadableMediaError(Reason.TOO_LARGE, str(most))
    return content


def _chain(table: "array[int]", start: int, count: int) -> "array[int]":
    """Follow `count` sectors from the first one; raises if there are fewer."""
    chain = array("I")
    if count > len(table):
        raise UnreadableMediaError(Reason.TRUNCATED)
    for _ in range(count):
        if start >= len(table):
            raise UnreadableMediaError(Reason.TRUNCATED)
        chain.append(start)
        start = table[start]
    return chain


def _runs(chain: "array[int]", start: int, end: int, unit: int) -> Iterator[tuple[int, int]]:
    """Yield offset and length of the bytes of a range; neighbouring sectors are joined."""
    at = start
    while at < end:
        first = chain[at // unit]
        count = unit - at % unit
        while (
            count < min(PIECE, end - at)
            and chain[(at + count) // unit] == first + (at % unit + count) // unit
        ):
            count += unit
        count = min(count, end - at)
        yield first * unit + at % unit, count
        at += count


def _pieces(file: BinaryIO, runs: Iterable[tuple[int, int]], unit: int) -> Iterator[bytes]:
    for at, count in runs:
        file.seek(at + unit)  # the header takes the place of one sector
        piece = file.read(count)
        if len(piece) < count:
            raise UnreadableMediaError(Reason.TRUNCATED)
        yield piece


def _small_pieces(small: bytes, chain: "array[int]", start: int, end: int) -> Iterator[bytes]:
    pieces = (small[at : at + count] for at, count in _runs(chain, start, end, _SMALL))
    yield b"".join(pieces)
