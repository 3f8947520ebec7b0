"""Read a tar file front to back, out of a stream that is sealed by what is around it."""

import tarfile
from collections.abc import Iterator
from io import BufferedReader
from typing import IO, Protocol, cast

from storage.bundle.conveyor import CHUNK
from storage.bundle.zip_reader import ContainerError


class Reads(Protocol):
    """Gives bytes in order."""

    def read(self, count: int = -1, /) -> bytes:
        """At most `count` bytes; none at the end."""
        ...


class TarMember:
    """One member. Its bytes come once; `intact` is known at their end."""

    def __init__(self, name: str, stream: IO[bytes] | None) -> None:
        self.name = name
        self.intact = False
        self._stream = cast("BufferedReader | None", stream)

    def readinto(self, memory: memoryview) -> int:
        """Its next bytes; of a link, a folder or a device none.

        Raises:
            ContainerError: The tar file breaks off.
        """
        try:
            count = self._stream.readinto(memory) if self._stream else 0
        except tarfile.TarError as error:
            raise ContainerError from error
        self.intact = self._stream is not None and not count
        return count


def read_members(stream: Reads) -> Iterator[TarMember]:
    """The members in their order; the bytes of each have to be taken before the next.

    Raises:
        ContainerError: It is no tar file, or it breaks off.
    """
    whole = _Whole(stream)
    try:
        with tarfile.open(fileobj=cast("IO[bytes]", whole), mode="r|", bufsize=CHUNK) as tar:
            for about in tar:
                yield TarMember(about.name, tar.extractfile(about))
    except (tarfile.TarError, EOFError) as error:
        raise ContainerError from error
    while whole.read(CHUNK):
        pass  # to the end, where the seal is checked


class _Whole:
    """Reads as much as it is asked for, as tarfile wants it."""

    def __init__(self, stream: Reads) -> None:
        self._stream = stream

    def read(self, count: int) -> bytes:
        parts = bytearray()
        while len(parts) < count and (part := self._stream.read(count - len(parts))):
            parts += part
        return bytes(parts)
