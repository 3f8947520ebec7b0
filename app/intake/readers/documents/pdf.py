"""The pictures and files in a PDF, also with a password. A child process parses it."""

import io
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from app.intake.readers.core.address import member_address
from app.intake.readers.core.answers import Answers, QuestionKind
from app.intake.readers.core.events import Unreadable
from app.intake.readers.core.members import MemberFile, MemberFolder
from app.intake.readers.core.places import File, Folder, Place
from app.intake.readers.core.reader import FoundPlace, ReaderEvent
from app.sandbox.document_reader import DocumentPart, DocumentReader

MAGIC = b"%PDF-"


class Pdf:
    """Opens PDF files."""

    def accepts(self, file: File) -> bool:
        """Return whether the file begins as a PDF; other programs look further in."""
        return file.head().lstrip().startswith(MAGIC)

    def members(self, file: File, answers: Answers) -> "PdfMembers":
        """List the objects of the document.

        Raises:
            OSError, UnreadableMediaError: It is damaged, locked, or encrypted in another way than
                with a password (Reason.ENCRYPTED); or the parser died, hung or lied.
        """
        reader = DocumentReader(partial(_whole, file), answers.to(QuestionKind.PASSWORD, file.path))
        try:
            return PdfMembers(file, reader)
        except BaseException:
            reader.stop()
            raise


def _whole(file: File) -> tuple[BinaryIO, int]:
    """Open a file with its real size; the one in its container may be an estimate."""
    stream = file.open()
    size = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    return stream, size


class PdfMembers:
    """The pictures and files in a PDF. The address of each is the number of its object."""

    def __init__(self, file: File, reader: DocumentReader) -> None:
        self._file = file
        self._reader = reader
        self._parts = reader.parts()
        self._folder = MemberFolder(file.path, file.name)
        self._members = {
            each.name: each
            for part in self._parts
            if part.error is None
            for each in (PdfMember(self._folder, file, reader, part),)
        }

    @property
    def root(self) -> Folder:
        """An empty folder: what is in a PDF is no export."""
        return self._folder

    def events(self) -> Iterator[ReaderEvent]:
        """Yield each picture and file."""
        for part in self._parts:
            if part.error is not None:
                address = f"object-{part.number}"
                path = member_address(self._file.path, address)
                yield Unreadable(path, address, part.error.reason, part.error.detail)
        yield from (FoundPlace(each) for each in self._members.values())

    def member(self, address: str) -> Place:
        """Return the member at an address. Raises FileNotFoundError."""
        try:
            return self._members[address]
        except KeyError:
            raise FileNotFoundError from None

    def close(self) -> None:
        """End the child process."""
        self._reader.stop()


class PdfMember(MemberFile):
    """A picture or file in a PDF."""

    __slots__ = ("_part", "_reader")

    def __init__(
        self, folder: MemberFolder, container: File, reader: DocumentReader, part: DocumentPart
    ) -> None:
        address = f"{part.kind}-{part.number}-{part.generation}"
        super().__init__(
            member_address(container.path, address), address, part.size, container.mtime_ns
        )
        self.parent = folder
        self._reader = reader
        self._part = part

    def open(self) -> BinaryIO:
        """Open the member in memory. Raises UnreadableMediaError."""
        return io.BytesIO(self._reader.read(self._part.number, self._part.generation))
