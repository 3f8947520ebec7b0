"""Members that are a stretch of bytes of something larger: a file, or what is unpacked from it."""

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
    """What the stretches lie in."""

    def chunks(self, start: int, size: int) -> Generator[bytes]:
        """A stretch, or what there is of it. Raises OSError, UnreadableMediaError."""
        ...

    def stream(self, start: int, size: int) -> BinaryIO:
        """The same, seekable, independent of every other stream."""
        ...

    def close(self) -> None:
        """Let go of it; streams stay open."""
        ...


class PlainSource:
    """A file as it is."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._stream = file.open()

    def chunks(self, start: int, size: int) -> Generator[bytes]:
        """A stretch."""
        end = start + size
        while start < end:
            self._stream.seek(start)
            chunk = self._stream.read(min(PIECE, end - start))
            if not chunk:
                return
            start += len(chunk)
            yield chunk

    def stream(self, start: int, size: int) -> BinaryIO:
        """The file by range."""
        return io.BufferedReader(StreamSlice(self._file.open(), start, size))

    def close(self) -> None:
        """Close the file."""
        self._stream.close()


class SolidSource:
    """What can only be unpacked from its start. Where it was left off stays open, so that
    stretches in their order cost one pass; all of it is kept where `keep` was called."""

    def __init__(self, decode: Decode) -> None:
        self._decode = decode
        self._idle: list[_Cursor] = []
        self._kept: bytes | None = None

    def keep(self) -> None:
        """Unpack it all into memory. Raises OSError, UnreadableMediaError."""
        self.close()
        with closing(self._decode()) as chunks:
            self._kept = b"".join(chunks)

    def chunks(self, start: int, size: int) -> Generator[bytes]:
        """A stretch."""
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
        """Unpacked again from the start when somebody seeks back."""
        return io.BufferedReader(RestartableStream(lambda: self.chunks(start, size)))

    def close(self) -> None:
        """Let go of where it was left off."""
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
    """How far something was unpacked, with the last pieces: the head of a member is read first,
    and then the member."""

    def __init__(self, pieces: Generator[bytes]) -> None:
        self._pieces = pieces
        self._last = b""
        self._at = 0

    def reaches(self, start: int) -> bool:
        """Whether a byte is still to come."""
        return start >= self._at - len(self._last)

    def chunks(self, start: int, size: int) -> Iterator[bytes]:
        """Bytes that are still to come."""
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
        """Let go of what it reads."""
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
    """Where a member is.

    Attributes:
        name: Its name in the holder, with folders.
        crc: CRC-32 of its bytes, where the holder tells it.
    """

    name: str
    source: RangeSource
    start: int
    size: int
    crc: int | None = None


class RangeFile(MemberFile):
    """A member."""

    __slots__ = ("_stretch",)

    def __init__(self, holder: File, address: str, stretch: ByteRange) -> None:
        name = stretch.name.replace("\\", "/").rpartition("/")[2] or stretch.name
        super().__init__(member_address(holder.path, address), name, stretch.size, holder.mtime_ns)
        self._stretch = stretch

    def open(self) -> BinaryIO:
        """From memory when it is small. Raises OSError, UnreadableMediaError."""
        place = self._stretch
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
        place = self._stretch
        try:
            return b"".join(place.source.chunks(place.start, min(HEAD, place.size)))
        except (OSError, UnreadableMediaError):
            return b""


class RangeMembers:
    """An open holder of stretches. Their addresses are their names."""

    def __init__(
        self,
        holder: File,
        stretches: Iterable[ByteRange],
        error: UnreadableMediaError | None = None,
        *,
        in_order: bool,
    ) -> None:
        """Put them into folders.

        Args:
            error: Why there are no more of them.
            in_order: They can be read from front to back only.
        """
        names = MemberNames()
        self._error = error
        self._in_order = in_order
        self._stretches = list(stretches)
        self._files = {
            address: RangeFile(holder, address, stretch)
            for stretch in self._stretches
            for address in (names.address(stretch.name.replace("\0", "\ufffd")),)
        }
        named = zip((each.name for each in self._stretches), self._files.values(), strict=True)
        self.root: Folder = folder_tree(holder, named)

    def told(self) -> Iterator[ReaderEvent]:
        """All of it: as a folder, which may be an export, or one after the other."""
        if self._in_order:
            yield from (FoundPlace(file) for file in self._files.values())
        else:
            yield FoundPlace(self.root)
        if self._error is not None:
            raise self._error

    def member(self, address: str) -> Place:
        """The member that has this address. Raises FileNotFoundError."""
        try:
            return self._files[address]
        except KeyError:
            raise FileNotFoundError from None

    def close(self) -> None:
        """Let go of what they lie in."""
        for stretch in self._stretches:
            stretch.source.close()
