"""Write an encrypted ZIP file front to back: nothing is kept but the list of its members."""

from collections.abc import Callable, Generator, Iterable

from storage.bundle.conveyor import carry
from storage.bundle.member import Chunk
from storage.bundle.winzip_aes import MemberCipher
from storage.bundle.zip_records import Entry, end


class ZipWriter:
    """Hands the bytes of a ZIP file to `write`, in order."""

    def __init__(self, write: Callable[[Chunk], object], passphrase: str) -> None:
        self._write = write
        self._passphrase = passphrase
        self._entries: list[Entry] = []
        self._at = 0

    def add(self, name: str, size: int, chunks: Iterable[Chunk]) -> Generator[int, None, bytes]:
        """Write one member; yields the length of each chunk when it is taken, returns its seal.

        The caller sees to it that the chunks have `size` bytes in all.
        """

        def work(chunk: Chunk) -> None:
            self._put(cipher.encrypt(chunk))

        entry = Entry(name.encode(), size, self._at)
        cipher = MemberCipher.new(self._passphrase)
        self._put(entry.local() + cipher.salt + cipher.check)
        yield from carry(chunks, work)
        seal = cipher.seal()
        self._put(seal)
        self._entries.append(entry)
        return seal

    def finish(self) -> None:
        """Write the list of members."""
        start = self._at
        for entry in self._entries:
            self._put(entry.central())
        self._put(end(len(self._entries), self._at - start, start))

    def _put(self, data: Chunk) -> None:
        self._write(data)
        self._at += len(data)
