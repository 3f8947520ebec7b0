"""A medium as a file that is no file: the child asks its parent for the bytes, range by range."""

import io
from collections.abc import Callable
from typing import BinaryIO, cast

from typing_extensions import Buffer

AHEAD = 256 * 1024
"""How much is asked for at once, bytes: demuxers read a few bytes at a time."""


class _Ranges(io.RawIOBase):
    """A seekable, read-only stream; `fetch(offset, length)` may give fewer bytes."""

    def __init__(self, fetch: Callable[[int, int], bytes], size: int) -> None:
        super().__init__()
        self._fetch = fetch
        self._size = size
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        if base + offset < 0:
            raise ValueError
        self._at = base + offset
        return self._at

    def readinto(self, buffer: Buffer, /) -> int:
        view = memoryview(buffer).cast("B")
        wanted = min(len(view), max(0, self._size - self._at))
        if not wanted:
            return 0
        chunk = self._fetch(self._at, wanted)
        view[: len(chunk)] = chunk
        self._at += len(chunk)
        return len(chunk)


def ranges(fetch: Callable[[int, int], bytes], size: int, ahead: int = AHEAD) -> BinaryIO:
    """Read `size` bytes through `fetch`, at least `ahead` of them at a time."""
    return cast("BinaryIO", io.BufferedReader(_Ranges(fetch, size), ahead))
