"""Reads the streams of a compound file ([MS-CFB]) by 7-Zip, within limits."""

import io
import re
from collections.abc import Generator, Sequence
from contextlib import closing
from typing import BinaryIO, TypeAlias

from app.intake.readers.archives.kinds import COMPOUND
from app.intake.readers.archives.library import OpenArchive, Opening, Property, RefusedError
from app.intake.readers.archives.pulling import Unpacking, require
from app.intake.readers.core.address import depth
from app.intake.readers.core.places import File
from app.intake.readers.core.streams import PIECE
from app.sandbox import reader_limits
from face.errors import UnreadableMediaError
from face.types import Reason

(MAGIC,) = COMPOUND.magic
MAX_STORAGES_DEEP = 16

Path: TypeAlias = tuple[str, ...]
"""The names of the storages around a stream or storage, and its own."""

_CONTROL = re.compile(r"\[(\d{1,2})\]")
"""What 7-Zip puts for a control character in a name."""


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
        self._streams: dict[Path, tuple[int, int]] = {}
        self._storages: dict[Path, list[str]] = {}
        self._last: tuple[Path, bytes] = ((), b"")
        self._archive = self._opened()
        self._list(self._archive)
        self.paths: Sequence[Path] = sorted(self._streams)

    def __contains__(self, path: object) -> bool:
        """Return whether there is a stream with this path."""
        return path in self._streams

    def storages(self, path: Path = ()) -> Sequence[str]:
        """Return the names of the storages in a storage."""
        return sorted(self._storages.get(path, ()))

    def size(self, path: Path) -> int:
        """Return the size of a stream in bytes."""
        return self._streams[path][1]

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
        index, size = self._streams[path]
        if size > reader_limits.IN_MEMORY_BYTES:
            raise UnreadableMediaError(Reason.TOO_LARGE, str(size))
        if self._last[0] != path:
            self._last = path, self._extracted(index)
        return self._last[1]

    def chunks(self, path: Path, start: int = 0, size: int | None = None) -> Generator[bytes]:
        """Yield a range of a stream. Raises OSError, UnreadableMediaError."""
        index, whole = self._streams[path]
        end = whole if size is None else min(whole, start + size)
        if whole <= reader_limits.IN_MEMORY_BYTES:
            content = self.whole(path)
            yield from (content[at : min(at + PIECE, end)] for at in range(start, end, PIECE))
            return
        unpacking = Unpacking(self._opened, (index,), whole)
        with closing(unpacking):
            while start < end:
                chunk = unpacking.read(index, start, min(PIECE, end - start))
                if not chunk:
                    raise UnreadableMediaError(Reason.TRUNCATED)
                start += len(chunk)
                yield chunk

    def _opened(self) -> OpenArchive:
        """Raises OSError, UnreadableMediaError."""
        stream: BinaryIO = self._file.open() if self._content is None else io.BytesIO(self._content)
        try:
            return OpenArchive(COMPOUND.number, stream, Opening())
        except RefusedError as error:
            stream.close()
            raise UnreadableMediaError(error.reason) from error

    def _extracted(self, index: int) -> bytes:
        pieces: list[bytes] = []
        try:
            outcomes = self._archive.extract([index], lambda _, piece: pieces.append(piece))
        except RefusedError as error:
            raise UnreadableMediaError(error.reason) from error
        require(outcomes.get(index))
        return b"".join(pieces)

    def _list(self, archive: OpenArchive) -> None:
        """List all storages and streams; those that claim more than the file are not counted."""
        if archive.count > reader_limits.MAX_ENTRIES:
            raise UnreadableMediaError(Reason.TOO_LARGE, str(archive.count))
        sizes = archive.column(Property.SIZE)
        folders = archive.column(Property.IS_DIR)
        total = 0
        for index, told in enumerate(archive.column(Property.PATH)):
            path = tuple(_name(each) for each in str(told).split("/"))
            size = sizes[index]
            if folders[index]:
                self._storages.setdefault(path[:-1], []).append(path[-1])
            elif isinstance(size, int) and len(path) <= MAX_STORAGES_DEEP:
                self._streams.setdefault(path, (index, size))
                total += size if size <= self._file.size else 0
        if total > 2 * self._file.size:
            raise UnreadableMediaError(Reason.DAMAGED)  # many streams of the same bytes


def _name(told: str) -> str:
    return _CONTROL.sub(lambda found: chr(int(found[1])), told)


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
