"""Streams over a part of another stream, or over what can only be decoded forwards."""

import io
from collections.abc import Callable, Generator
from typing import BinaryIO, TypeAlias

from app.sandbox.reader_limits import MAX_MEMBER_BYTES
from face.errors import UnreadableMediaError
from face.streams import FetchedStream, SeekableStream
from face.types import Reason

PIECE = 256 * 1024
"""Bytes that are read or unpacked at once."""

Decode: TypeAlias = Callable[[], Generator[bytes]]
"""Gives the bytes of a member from its start. Raises OSError, UnreadableMediaError."""


class StreamSlice(FetchedStream):
    """A range of bytes of a seekable stream, which is closed together with the slice.

    Seeking to before the start leads to the start.
    """

    def __init__(self, stream: BinaryIO, start: int, size: int) -> None:
        super().__init__(self._read_at, size)
        self._stream = stream
        self._start = start

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        try:
            return super().seek(offset, whence)
        except ValueError:
            return super().seek(0)

    def close(self) -> None:
        self._stream.close()
        super().close()

    def _read_at(self, offset: int, length: int) -> bytes:
        self._stream.seek(self._start + offset)
        return self._stream.read(length)


class RestartableStream(SeekableStream):
    """A seekable stream over what can only be decoded forwards: seeking back decodes it anew."""

    def __init__(self, decode: Decode) -> None:
        super().__init__()
        self._decode = decode
        self._chunks = decode()
        self._rest = b""

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if whence == io.SEEK_END:
            self._forward(MAX_MEMBER_BYTES)
        target = max(0, offset + (0 if whence == io.SEEK_SET else self._at))
        if target < self._at:
            self._chunks.close()
            self._chunks, self._rest, self._at = self._decode(), b"", 0
        self._forward(target - self._at)
        return self._at

    def close(self) -> None:
        self._chunks.close()
        super().close()

    def _read_on(self, most: int) -> bytes:
        while not self._rest:
            chunk = next(self._chunks, None)
            if chunk is None:
                return b""
            self._rest = chunk
        taken, self._rest = self._rest[:most], self._rest[most:]
        self._at += len(taken)
        if self._at > MAX_MEMBER_BYTES:
            raise UnreadableMediaError(Reason.TOO_LARGE, str(MAX_MEMBER_BYTES))
        return taken

    def _forward(self, count: int) -> None:
        while count > 0 and (chunk := self._read_on(count)):
            count -= len(chunk)
