"""Write a tar file front to back: what goes into age, which encrypts and seals it as a whole.

Not a ZIP: that has a checksum in front of each member's bytes, so they would be read twice.
"""

import tarfile
from collections.abc import Callable, Generator

from storage.bundle.member import Chunk, Source
from storage.bundle.pipeline import Pipeline, Stage

BLOCK = tarfile.BLOCKSIZE

END = bytes(2 * BLOCK)


def header(name: str, size: int) -> bytes:
    """What stands before the bytes of a member, and follows from its name and size alone.

    One block, or three: a size from 8 GiB on does not fit and has a pax record in front.
    """
    about = tarfile.TarInfo(name)
    about.size = size
    return about.tobuf(tarfile.PAX_FORMAT)


class TarWriter:
    """Hands the bytes of a tar file (POSIX pax) to `write`, in order."""

    def __init__(self, write: Callable[[Chunk], object]) -> None:
        self._write = write
        self._conveyor = Pipeline()

    def add(
        self, name: str, size: int, source: Source, *works: Stage
    ) -> Generator[int, None, bytes]:
        """Write one member; yields the length of each chunk when it is taken. It has no seal.

        The caller sees to it that the source has `size` bytes.

        Args:
            works: What else is done with the bytes.

        Raises:
            ValueError: The name is longer than a header has room for, or not ASCII.
        """
        if len(name) > tarfile.LENGTH_NAME or not name.isascii():
            raise ValueError(name)
        self._write(header(name, size))
        yield from self._conveyor.carry(source, *works, self._write)
        self._write(bytes(-size % BLOCK))
        return b""

    def finish(self) -> None:
        """Write the two empty blocks that end it."""
        self._write(END)
