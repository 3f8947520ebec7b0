"""Seekable, read-only streams whose bytes come from somewhere else than a file."""

import io
from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import BinaryIO, Final, TypeAlias, cast

from typing_extensions import Buffer

AHEAD = 256 * 1024
"""Bytes that are fetched at once, at least: demuxers read a few bytes at a time."""

AT_ONCE: Final = 1024 * 1024
"""Bytes that are fetched at once where everything up to the end is wanted."""


class SeekableStream(io.RawIOBase):
    """Base of raw streams that can be read and sought; subclasses define how bytes are read.

    Attributes:
        _at: The position, in bytes from the start.
    """

    def __init__(self) -> None:
        super().__init__()
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: Buffer, /) -> int:
        view = memoryview(buffer).cast("B")
        chunk = self._read_on(len(view))
        view[: len(chunk)] = chunk
        return len(chunk)

    def readall(self) -> bytes:
        """Read to the end by large pieces; Python's own way asks for 8 KiB at a time."""
        return b"".join(iter(lambda: self._read_on(AT_ONCE), b""))

    def _read_on(self, most: int) -> bytes:
        """Read at most so many bytes at the position, and move it; none at the end."""
        raise NotImplementedError


class FetchedStream(SeekableStream):
    """A stream of known size whose bytes are fetched range by range."""

    def __init__(self, fetch: Callable[[int, int], bytes], size: int) -> None:
        """Make a stream of `size` bytes over `fetch(offset, length)`, which may return fewer."""
        super().__init__()
        self._fetch = fetch
        self._size = size

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        if base + offset < 0:
            raise ValueError
        self._at = base + offset
        return self._at

    def _read_on(self, most: int) -> bytes:
        wanted = min(most, max(0, self._size - self._at))
        chunk = self._fetch(self._at, wanted) if wanted else b""
        self._at += len(chunk)
        return chunk


def buffered_stream(fetch: Callable[[int, int], bytes], size: int, ahead: int = AHEAD) -> BinaryIO:
    """Return a buffered stream of `size` bytes that fetches at least `ahead` of them at a time."""
    return cast("BinaryIO", io.BufferedReader(FetchedStream(fetch, size), ahead))


Piece: TypeAlias = bytes | tuple[int, int]
"""Bytes, or the start and the length of a range of another stream."""


def joined_stream(stream: BinaryIO, pieces: Sequence[Piece]) -> BinaryIO:
    """Return a stream made of ranges of another one and of bytes between
    them, one behind the other.
    """
    sizes = [len(each) if isinstance(each, bytes) else each[1] for each in pieces]
    starts = [0, *accumulate(sizes)]

    def fetch(offset: int, length: int) -> bytes:
        number = min(bisect_right(starts, offset), len(pieces)) - 1
        piece, inside = pieces[number], offset - starts[number]
        wanted = min(length, sizes[number] - inside)
        if isinstance(piece, bytes):
            return piece[inside : inside + wanted]
        stream.seek(piece[0] + inside)
        return stream.read(wanted)

    return buffered_stream(fetch, starts[-1])
