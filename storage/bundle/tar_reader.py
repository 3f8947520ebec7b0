"""Read a tar file that was written by tar_writer, and find every byte that is not as it wrote it.

Each header is made again from what it says and compared, members lie without gaps, zeros fill up
their last blocks, and the stream ends with the end of the tar file. So nothing of tar is followed
but what is written: a link, a long name, a sparse file is a member that is not as it was.
"""

import re
import tarfile
from collections.abc import Iterator
from typing import Protocol

from storage.bundle.tar_writer import BLOCK, END, header
from storage.bundle.zip_reader import ContainerError

_SIZE = re.compile(rb"\d+ size=(\d{1,20})\n\0*")
"""The block with a size that does not fit into a header."""


class Reads(Protocol):
    """Gives bytes in order."""

    def read(self, count: int = -1, /) -> bytes:
        """At most `count` bytes; none at the end."""
        ...


class TarMember:
    """One member. Its bytes come once; `intact` is known at their end.

    Args:
        is_as_written: Its header is.
    """

    def __init__(self, stream: Reads, name: str, size: int, *, is_as_written: bool) -> None:
        self.name = name
        self.intact = is_as_written and not size
        self._stream = stream
        self._left = size
        self._padding = -size % BLOCK
        self._is_as_written = is_as_written

    def readinto(self, memory: memoryview) -> int:
        """Its next bytes, and with the last of them what fills up their block.

        Raises:
            ContainerError: The tar file breaks off.
        """
        if not self._left:
            return 0
        part = self._stream.read(min(len(memory), self._left))
        count = len(part)
        if not count:
            raise ContainerError
        memory[:count] = part
        self._left -= count
        if not self._left:
            padding = _exactly(self._stream, self._padding)
            self.intact = self._is_as_written and not any(padding)
        return count


def read_members(stream: Reads) -> Iterator[TarMember]:
    """The members in their order; the bytes of each have to be taken before the next.

    Raises:
        ContainerError: It is no tar file, breaks off, or has something behind its end.
    """
    while any(block := _exactly(stream, BLOCK)):
        yield _member(stream, block)
    rest = len(END) - BLOCK
    if _at_most(stream, rest + 1) != bytes(rest):
        raise ContainerError


def _member(stream: Reads, blocks: bytes) -> TarMember:
    about = _told(blocks)
    size = about.size
    if about.type == tarfile.XHDTYPE:
        blocks += _exactly(stream, 2 * BLOCK)
        about, size = _told(blocks[-BLOCK:]), _large(blocks[BLOCK:-BLOCK])
    if size < 0 or not about.name:
        raise ContainerError
    is_as_written = header(about.name, size) == blocks
    return TarMember(stream, about.name, size, is_as_written=is_as_written)


def _told(block: bytes) -> tarfile.TarInfo:
    try:
        return tarfile.TarInfo.frombuf(block, "utf-8", "replace")
    except tarfile.TarError as error:
        raise ContainerError from error


def _large(block: bytes) -> int:
    record = _SIZE.fullmatch(block)
    if record is None:
        raise ContainerError
    return int(record[1])


def _exactly(stream: Reads, count: int) -> bytes:
    data = _at_most(stream, count)
    if len(data) < count:
        raise ContainerError
    return data


def _at_most(stream: Reads, count: int) -> bytes:
    """That many bytes, or all that are left."""
    data = bytearray()
    while len(data) < count and (part := stream.read(count - len(data))):
        data += part
    return bytes(data)
