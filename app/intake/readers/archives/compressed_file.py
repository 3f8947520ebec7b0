"""Opens a single file that is compressed with gzip, bzip2, xz or Zstandard."""

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
    """Accepts files that unpack to something but text; stickers of Telegram stay files."""

    def accepts(self, file: File) -> bool:
        """Return whether the first unpacked bytes are of a known type."""
        head = decompressed_head(file)
        kind = sniff(head)
        return bool(head) and kind != UNKNOWN and not kind.startswith("text/")

    def members(self, file: File, answers: Answers) -> Members:
        """Open the file; nothing is unpacked yet."""
        packing = compression_of(file.head())
        if packing is None:
            raise FileNotFoundError
        return CompressedMembers(file, packing)


class CompressedMembers:
    """The one unpacked file. Its address is the name of the container without its ending."""

    def __init__(self, container: File, packing: Compression) -> None:
        self.root: Folder = (folder := MemberFolder(container.path, container.name))
        self._name = _unpacked_name(container.name, packing)
        self._file = DecodedMember(
            folder,
            container,
            self._name,
            container.size,
            lambda: decompressed_file(container, packing),
        )

    def events(self) -> Iterator[ReaderEvent]:
        """Yield the unpacked file."""
        yield FoundPlace(self._file)

    def member(self, address: str) -> Place:
        """Return the unpacked file. Raises FileNotFoundError."""
        if address != self._name:
            raise FileNotFoundError
        return self._file

    def close(self) -> None:
        """Do nothing: no stream is kept open."""


def _unpacked_name(name: str, packing: Compression) -> str:
    ending = next((each for each in packing.endings if name.lower().endswith(each)), "")
    return name[: len(name) - len(ending)][:MAX_NAME_CHARACTERS] or "unpacked"
