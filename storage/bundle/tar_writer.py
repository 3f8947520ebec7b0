"""Write a tar file front to back: what goes into age, which encrypts and seals it as a whole.

Not a ZIP: that has a checksum in front of each member's bytes, so they would be read twice.
"""

import tarfile
from collections.abc import Callable, Generator, Iterable

from storage.bundle.member import Chunk

_BLOCK = tarfile.BLOCKSIZE


class TarWriter:
    """Hands the bytes of a tar file (POSIX pax) to `write`, in order."""

    def __init__(self, write: Callable[[Chunk], object]) -> None:
        self._write = write

    def add(self, name: str, size: int, chunks: Iterable[Chunk]) -> Generator[int, None, bytes]:
        """Write one member; yields the length of each chunk when it is taken. It has no seal.

        The caller sees to it that the chunks have `size` bytes in all.
        """

        about = tarfile.TarInfo(name)
        about.size = size
        self._write(about.tobuf(tarfile.PAX_FORMAT))
        for chunk in chunks:
            self._write(chunk)
            yield len(chunk)
        self._write(bytes(-size % _BLOCK))
        return b""

    def finish(self) -> None:
        """Write the two empty blocks that end it."""
        self._write(bytes(2 * _BLOCK))
