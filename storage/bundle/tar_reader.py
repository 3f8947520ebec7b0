"""Read a tar file front to back, out of a stream that is sealed by what is around it."""

import tarfile
from collections.abc import Iterator
from typing import IO, Protocol, cast

from storage.bundle.zip_reader import CHUNK, ContainerError


class Reads(Protocol):
    """Gives bytes in order."""

    def read(self, count: int = -1, /) -> bytes:
        """At most `count` bytes; none at the end."""
        ...


class TarMember:
    """One member. Its bytes come once; `intact` is known when they have."""

    def __init__(self, name: str, size: int, stream: IO[bytes] | None) -> None:
        self.name = name
        self.intact = False
        self._size = size
        self._stream = stream

    def chunks(self) -> Iterator[bytes]:
        """Its bytes; of a link, a folder or a device none."""
        left = self._size
        while self._stream and left:
            data = self._stream.read(min(CHUNK, left))
            left -= len(data)
            yield data
        self.intact = self._stream is not None


def read_members(stream: Reads) -> Iterator[TarMember]:
    """The members in their order; the bytes of each have to be taken before the next.

    Raises:
        ContainerError: It is no tar file, or it breaks off.
    """
    whole = _Whole(stream)
    try:
        with tarfile.open(fileobj=cast("IO[bytes]", whole), mode="r|", bufsize=CHUNK) as tar:
            for about in tar:
                yield TarMember(about.name, about.size, tar.extractfile(about))
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
