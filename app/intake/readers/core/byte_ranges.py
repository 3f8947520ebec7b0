"""Members that are a range of bytes of a file, or of what a file unpacks to."""

import io
import zlib
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from app.intake.readers.core.address import member_address
from app.intake.readers.core.members import MemberFile, MemberNames, folder_tree
from app.intake.readers.core.places import HEAD, File, Folder, Place
from app.intake.readers.core.reader import FoundPlace, ReaderEvent
from app.intake.readers.core.streams import PIECE, Decode, RestartableStream, StreamSlice
from app.sandbox import reader_limits
from face.errors import UnreadableMediaError
from face.types import Reason


class RangeSource(Protocol):
    """The bytes in which members lie."""

    def chunks(self, start: int, size: int) -> Generator[bytes]:
        """Yield a range of bytes, or what exists of it. Raises OSError, UnreadableMediaError."""
        ...

    def stream(self, start: int, size: int) -> BinaryIO:
        """Open a range of bytes as a seekable stream that is independent of all others."""
        ...

    def close(self) -> None:
        """Release the source; streams that it gave stay open."""
        ...


class PlainSource:
    """The bytes of a file as they are."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._stream = file.open()

    def chunks(self, start: int, size: int) -> Generator[bytes]:
        """Yield a range of bytes of the file."""
        end = start + size
        while start < end:
            self._stream.seek(start)
            chunk = self._stream.read(min(PIECE, end - start))
            if not chunk:
                return
            start += len(chunk)
            yield chunk

    def stream(self, start: int, size: int) -> BinaryIO:
        """Open a range of bytes of the file."""
        return io.BufferedReader(StreamSlice(self._file.open(), start, size))

    def close(self) -> None:
        """Close the file."""
        self._stream.close()


class SolidSource:
    """Bytes that can only be unpacked from their start.

    The place where unpacking stopped stays open, so that ranges read in their order cost a single
    pass. After `keep` all bytes are in memory.
    """

    def __init__(self, decode: Decode) -> None:
        self._decode = decode
        self._idle: list[_Cursor] = []
        self._kept: bytes | None = None

    def keep(self) -> None:
        """Unpack everything into memory. Raises OSError, UnreadableMediaError."""
        self.close()
        with closing(self._decode()) as chunks:
            self._kept = b"".join(chunks)

    def chunks(self, start: int, size: int) -> Generator[bytes]:
        """Yield a range of the unpacked bytes."""
        if self._kept is not None:
            yield self._kept[start : start + size]
            return
        cursor = self._take(start)
        try:
            yield from cursor.chunks(start, size)
        except GeneratorExit:
            self._give_back(cursor)
            raise
        except BaseException:
            cursor.close()
            raise
        self._give_back(cursor)

    def stream(self, start: int, size: int) -> BinaryIO:
        """Open a range of the unpacked bytes; seeking back unpacks from the start again."""
        return io.BufferedReader(RestartableStream(lambda: self.chunks(start, size)))

    def close(self) -> None:
        """Release the place where unpacking stopped."""
        while self._idle:
            self._idle.pop().close()

    def _take(self, start: int) -> "_Cursor":
        if self._idle:
            cursor = self._idle.pop()
            if cursor.reaches(start):
                return cursor
            cursor.close()
        return _Cursor(self._decode())

    def _give_back(self, cursor: "_Cursor") -> None:
        self.close()
        self._idle.append(cursor)


class _Cursor:
    """A place in a stream of unpacked bytes, with the last pieces before it.

    The pieces are kept because the head of a member is read first, and then the whole member.
    """

    def __init__(self, pieces: Generator[bytes]) -> None:
        self._pieces = pieces
        self._last = b""
        self._at = 0

    def reaches(self, start: int) -> bool:
        """Return whether the byte at an offset can still be read."""
        return start >= self._at - len(self._last)

    def chunks(self, start: int, size: int) -> Iterator[bytes]:
        """Yield a range of bytes that can still be read."""
        end = start + size
        while start < end:
            if start < self._at:
                base = self._at - len(self._last)
                chunk = self._last[start - base : end - base]
                start += len(chunk)
                yield chunk
            elif not self._forward():
                return

    def close(self) -> None:
        """Stop unpacking."""
        self._pieces.close()

    def _forward(self) -> bool:
        piece = next(self._pieces, None)
        if piece is None:
            return False
        self._last = self._last[-PIECE:] + piece
        self._at += len(piece)
        return True


@dataclass(frozen=True, slots=True)
class ByteRange:
    """The place of a member.

    Attributes:
        name: Name of the member in its container, with folders.
        crc: CRC-32 of its bytes, where the container states it.
    """

    name: str
    source: RangeSource
    start: int
    size: int
    crc: int | None = None


class RangeFile(MemberFile):
    """A member that is a range of bytes."""

    __slots__ = ("_range",)

    def __init__(self, container: File, address: str, byte_range: ByteRange) -> None:
        name = byte_range.name.replace("\\", "/").rpartition("/")[2] or byte_range.name
        super().__init__(
            member_address(container.path, address), name, byte_range.size, container.mtime_ns
        )
        self._range = byte_range

    def open(self) -> BinaryIO:
        """Open the member, in memory if it is small. Raises OSError, UnreadableMediaError."""
        place = self._range
        if place.size > reader_limits.MAX_MEMBER_BYTES:
            raise UnreadableMediaError(Reason.TOO_LARGE, str(reader_limits.MAX_MEMBER_BYTES))
        if place.size > reader_limits.IN_MEMORY_BYTES:
            return place.source.stream(place.start, place.size)
        content = b"".join(place.source.chunks(place.start, place.size))
        if len(content) < place.size:
            raise UnreadableMediaError(Reason.TRUNCATED)
        if place.crc is not None and zlib.crc32(content) != place.crc:
            raise UnreadableMediaError(Reason.DAMAGED)
        return io.BytesIO(content)

    def _read_head(self) -> bytes:
        place = self._range
        try:
            return b"".join(place.source.chunks(place.start, min(HEAD, place.size)))
        except (OSError, UnreadableMediaError):
            return b""


class RangeMembers:
    """An open container of byte ranges. The address of a member is its name."""

    def __init__(
        self,
        container: File,
        byte_ranges: Iterable[ByteRange],
        error: UnreadableMediaError | None = None,
        *,
        in_order: bool,
    ) -> None:
        """Arrange the members in folders.

        Args:
            error: Why the list of members ends here, if it is incomplete.
            in_order: Whether the members can be read from front to back only.
        """
        names = MemberNames()
        self._error = error
        self._in_order = in_order
        self._ranges = list(byte_ranges)
        self._files = {
            address: RangeFile(container, address, byte_range)
            for byte_range in self._ranges
            for address in (names.address(byte_range.name.replace("\0", "\ufffd")),)
        }
        named = zip((each.name for each in self._ranges), self._files.values(), strict=True)
        self.root: Folder = folder_tree(container, named)

    def events(self) -> Iterator[ReaderEvent]:
        """Yield the root folder, which may be an export, or the members one by one."""
        if self._in_order:
            yield from (FoundPlace(file) for file in self._files.values())
        else:
            yield FoundPlace(self.root)
        if self._error is not None:
            raise self._error

    def member(self, address: str) -> Place:
        """Return the member at an address. Raises FileNotFoundError."""
        try:
            return self._files[address]
        except KeyError:
            raise FileNotFoundError from None

    def close(self) -> None:
        """Release the sources of all members."""
        for byte_range in self._ranges:
            byte_range.source.close()
