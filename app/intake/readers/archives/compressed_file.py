"""One file packed with gzip, bzip2, xz or Zstandard."""

from collections.abc import Iterator

from app.intake.readers.archives.decompression import (
    Compression,
    compression_of,
    decompressed_file,
    decompressed_head,
)
from app.intake.readers.core.answers import Answers
from app.intake.readers.core.members import MAX_NAME_CHARACTERS, DecodedMember, MemberFolder
from app.intake.readers.core.places import File, Folder, Place
from app.intake.readers.core.reader import FoundPlace, Members, ReaderEvent
from face.media.sniff import UNKNOWN, sniff


class CompressedFile:
    """Accepts what unpacks to something that is not text: a sticker of Telegram stays a file."""

    def accepts(self, file: File) -> bool:
        """By its first bytes, and those that are unpacked from them."""
        head = decompressed_head(file)
        kind = sniff(head)
        return bool(head) and kind != UNKNOWN and not kind.startswith("text/")

    def members(self, file: File, answers: Answers) -> Members:
        """Nothing is read yet."""
        packing = compression_of(file.head())
        if packing is None:
            raise FileNotFoundError
        return CompressedMembers(file, packing)


class CompressedMembers:
    """The one file. Its address is its name: that of the holder without its ending."""

    def __init__(self, holder: File, packing: Compression) -> None:
        self.root: Folder = (folder := MemberFolder(holder.path, holder.name))
        self._name = _unpacked_name(holder.name, packing)
        self._file = DecodedMember(
            folder, holder, self._name, holder.size, lambda: decompressed_file(holder, packing)
        )

    def told(self) -> Iterator[ReaderEvent]:
        """The file."""
        yield FoundPlace(self._file)

    def member(self, address: str) -> Place:
        """The file. Raises FileNotFoundError."""
        if address != self._name:
            raise FileNotFoundError
        return self._file

    def close(self) -> None:
        """Nothing is held open."""


def _unpacked_name(name: str, packing: Compression) -> str:
    ending = next((each for each in packing.endings if name.lower().endswith(each)), "")
    return name[: len(name) - len(ending)][:MAX_NAME_CHARACTERS] or "unpacked"
