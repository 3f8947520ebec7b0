"""The tar file that goes into age, written front to back and read so that no change is missed.

age encrypts and seals the tar file as a whole. A ZIP file would not do: it has a checksum in front
of each member's bytes, so that they would be read twice.

The reader makes each header again from what it says and compares the two. Members lie without gaps,
zeros fill up their last blocks, and the stream ends with the tar file. So the reader follows
nothing of tar but what the writer writes: a link, a long name or a sparse file is a changed member.
"""

import re
import tarfile
from collections.abc import Callable, Generator, Iterator
from typing import Protocol

from storage.bundle.container import ContainerError
from storage.bundle.member import ByteSource, Chunk
from storage.bundle.pipeline import Pipeline, Stage

BLOCK = tarfile.BLOCKSIZE

END = bytes(2 * BLOCK)
"""The two empty blocks that end a tar file."""

_SIZE = re.compile(rb"\d+ size=(\d{1,20})\n\0*")
"""The block with a size that does not fit into a header."""


def header(name: str, size: int, made: int | None = None) -> bytes:
    """Return the blocks in front of a member's bytes, which follow from its name,
    size and time alone.

    One block, or three: a size of 8 GiB or more does not fit and has a pax record in front.

    Args:
        made: The member's time, seconds since 1970; None for none, which a tar file has as 0.
    """
    info = tarfile.TarInfo(name)
    info.size = size
    info.mtime = made or 0
    return info.tobuf(tarfile.PAX_FORMAT)


class TarWriter:
    """Hands the bytes of a tar file (POSIX pax) to `write`, in order.

    Args:
        made: The time of all members, seconds since 1970; None for none.
    """

    def __init__(self, write: Callable[[Chunk], object], made: int | None = None) -> None:
        self._write = write
        self._made = made
        self._pipeline = Pipeline()

    def add(
        self, name: str, size: int, source: ByteSource, *stages: Stage
    ) -> Generator[int, None, bytes]:
        """Write one member, which has no seal; yields the length of each chunk as it is read.

        The caller makes sure that the source has `size` bytes.

        Args:
            stages: What else is done with each chunk before it is written.

        Raises:
            ValueError: The name is longer than a header has room for, or not ASCII.
        """
        if len(name) > tarfile.LENGTH_NAME or not name.isascii():
            raise ValueError(name)
        self._write(header(name, size, self._made))
        yield from self._pipeline.run(source, *stages, self._write)
        self._write(bytes(-size % BLOCK))
        return b""

    def finish(self) -> None:
        """Write the two empty blocks that end the file."""
        self._write(END)


class ByteReader(Protocol):
    """A stream that is read from its start to its end."""

    def read(self, count: int = -1, /) -> bytes:
        """Return at most `count` bytes; none at the end."""
        ...


class TarMember:
    """One member of a tar file that is read. Its bytes come once; `intact` is known at their end.

    Args:
        is_as_written: Whether the header of the member is one that the writer would have made.
    """

    def __init__(
        self, stream: ByteReader, name: str, size: int, made: int | None, *, is_as_written: bool
    ) -> None:
        self.name = name
        self.made = made
        self.intact = is_as_written and not size
        self._stream = stream
        self._left = size
        self._padding = -size % BLOCK
        self._is_as_written = is_as_written

    def readinto(self, memory: memoryview) -> int:
        """Read the next bytes, and with the last of them the zeros that fill up their block.

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


def read_members(stream: ByteReader) -> Iterator[TarMember]:
    """Yield the members in order; the bytes of each have to be read before
    the next one is asked for.

    Raises:
        ContainerError: The stream is no tar file, breaks off, or goes on behind its end.
    """
    while any(block := _exactly(stream, BLOCK)):
        yield _member(stream, block)
    rest = len(END) - BLOCK
    if _at_most(stream, rest + 1) != bytes(rest):
        raise ContainerError


def _member(stream: ByteReader, blocks: bytes) -> TarMember:
    info = _parsed(blocks)
    size = info.size
    if info.type == tarfile.XHDTYPE:
        blocks += _exactly(stream, 2 * BLOCK)
        info, size = _parsed(blocks[-BLOCK:]), _large_size(blocks[BLOCK:-BLOCK])
    if size < 0 or not info.name:
        raise ContainerError
    made = int(info.mtime) or None
    is_as_written = header(info.name, size, made) == blocks
    return TarMember(stream, info.name, size, made, is_as_written=is_as_written)


def _parsed(block: bytes) -> tarfile.TarInfo:
    try:
        return tarfile.TarInfo.frombuf(block, "utf-8", "replace")
    except tarfile.TarError as error:
        raise ContainerError from error


def _large_size(block: bytes) -> int:
    record = _SIZE.fullmatch(block)
    if record is None:
        raise ContainerError
    return int(record[1])


def _exactly(stream: ByteReader, count: int) -> bytes:
    data = _at_most(stream, count)
    if len(data) < count:
        raise ContainerError
    return data


def _at_most(stream: ByteReader, count: int) -> bytes:
    """Return that many bytes, or all that are left."""
    data = bytearray()
    while len(data) < count and (part := stream.read(count - len(data))):
        data += part
    return bytes(data)
