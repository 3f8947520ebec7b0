"""Write an encrypted ZIP file front to back: nothing is kept but the list of its members."""

from collections.abc import Callable, Generator

from storage.bundle.member import Chunk, Source
from storage.bundle.pipeline import Pipeline, Stage
from storage.bundle.winzip_aes import MemberCipher
from storage.bundle.zip_records import Entry, end


class ZipWriter:
    """Hands the bytes of a ZIP file to `write`, in order."""

    def __init__(self, write: Callable[[Chunk], object], passphrase: str) -> None:
        self._write = write
        self._passphrase = passphrase
        self._entries: list[Entry] = []
        self._at = 0
        self._conveyor = Pipeline()

    def add(
        self, name: str, size: int, source: Source, *works: Stage
    ) -> Generator[int, None, bytes]:
        """Write one member; yields the length of each chunk when it is taken.

        Returns its salt and seal.

        The caller sees to it that the source has `size` bytes.

        Args:
            works: What else is done with the bytes.
        """
        entry = Entry(name.encode(), size, self._at)
        cipher = MemberCipher.new(self._passphrase)
        self._put(entry.local() + cipher.salt + cipher.check)
        yield from self._conveyor.carry(source, *works, cipher.encrypt, self._put)
        seal = cipher.seal()
        self._put(seal)
        self._entries.append(entry)
        return cipher.salt + seal

    def finish(self) -> None:
        """Write the list of members."""
        start = self._at
        for entry in self._entries:
            self._put(entry.central())
        self._put(end(len(self._entries), self._at - start, start))

    def _put(self, data: Chunk) -> None:
        self._write(data)
        self._at += len(data)
