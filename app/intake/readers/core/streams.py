"""Streams over a part of another stream."""

import io
from collections.abc import Callable
from typing import IO, BinaryIO, cast

from face.errors import UnreadableMediaError
from face.types import Reason


class Ranged(io.RawIOBase):
    """A range of a seekable stream, which is closed with it."""

    def __init__(self, stream: BinaryIO, start: int, size: int) -> None:
        super().__init__()
        self._stream = stream
        self._start = start
        self._size = size
        self._at = 0

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Read on from where it stands."""
        wanted = max(0, min(len(buffer), self._size - self._at))
        self._stream.seek(self._start + self._at)
        chunk = self._stream.read(wanted)
        buffer[: len(chunk)] = chunk
        self._at += len(chunk)
        return len(chunk)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a byte of the range."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = max(0, base + offset)
        return self._at

    def close(self) -> None:
        """Close what it reads from, too."""
        self._stream.close()
        super().close()


class _Thrifty(io.RawIOBase):
    """Raises UnreadableMediaError where more is asked for and there."""

    def __init__(self, stream: BinaryIO, most: int) -> None:
        super().__init__()
        self._stream = stream
        self._most = most

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """It is."""
        return True

    def read(self, size: int = -1) -> bytes:
        """Raises UnreadableMediaError when that is too much."""
        chunk = self._stream.read(self._most + 1 if size < 0 else min(size, self._most + 1))
        if len(chunk) > self._most:
            raise UnreadableMediaError(Reason.TOO_LARGE, str(self._most))
        return chunk

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a byte."""
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        """Where it stands."""
        return self._stream.tell()


def thrifty(stream: BinaryIO, most: int) -> BinaryIO:
    """The stream for a reader that trusts the lengths in it: at most so many bytes at once."""
    return cast("BinaryIO", _Thrifty(stream, most))


def closing_with(stream: IO[bytes], *closes: Callable[[], None]) -> BinaryIO:
    """The stream; closing it closes what it was read from as well."""
    return io.BufferedReader(cast("io.RawIOBase", _Closing(stream, closes)))


class _Closing(io.RawIOBase):
    def __init__(self, stream: IO[bytes], closes: tuple[Callable[[], None], ...]) -> None:
        super().__init__()
        self._stream = stream
        self._closes = closes

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        chunk = self._stream.read(len(buffer))
        buffer[: len(chunk)] = chunk
        return len(chunk)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
            for close in self._closes:
                close()
        super().close()
