"""PDF: the pictures and files in it, also with a password. The parser runs in a child process."""

import io
from collections.abc import Iterator
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
    """Accepts PDF."""

    def accepts(self, file: File) -> bool:
        """By its first bytes. Others look for them later, too; a picture may hold them there."""
        return file.head().lstrip().startswith(MAGIC)

    def members(self, file: File, answers: Answers) -> "PdfMembers":
        """List its objects.

        Raises:
            OSError, UnreadableMediaError: Damaged, locked, or locked in another way than with a
                password (Reason.ENCRYPTED); or its parser died, hung or lied.
        """
        dissector = DocumentReader(
            lambda: (file.open(), file.size), answers.to(QuestionKind.PASSWORD, file.path)
        )
        try:
            return PdfMembers(file, dissector)
        except BaseException:
            dissector.stop()
            raise


def _whole(file: File) -> tuple[BinaryIO, int]:
    """What a holder says of the size of a member may be a guess."""
    stream = file.open()
    size = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    return stream, size


class PdfMembers:
    """The pictures and files. The address of one is the number of its object."""

    def __init__(self, file: File, dissector: DocumentReader) -> None:
        self._file = file
        self._dissector = dissector
        self._parts = dissector.parts()
        self._folder = MemberFolder(file.path, file.name)
        self._members = {
            each.name: each
            for part in self._parts
            if part.error is None
            for each in (PdfMember(self._folder, file, dissector, part),)
        }

    @property
    def root(self) -> Folder:
        """Nothing is listed in it: what is in a PDF is no export."""
        return self._folder

    def told(self) -> Iterator[ReaderEvent]:
        """Each of them."""
        for part in self._parts:
            if part.error is not None:
                address = f"object-{part.number}"
                path = member_address(self._file.path, address)
                yield Unreadable(path, address, part.error.reason, part.error.detail)
        yield from (FoundPlace(each) for each in self._members.values())

    def member(self, address: str) -> Place:
        """The one at an address. Raises FileNotFoundError."""
        try:
            return self._members[address]
        except KeyError:
            raise FileNotFoundError from None

    def close(self) -> None:
        """Let go of the child."""
        self._dissector.stop()


class PdfMember(MemberFile):
    """A picture or file in a PDF."""

    __slots__ = ("_dissector", "_part")

    def __init__(
        self, folder: MemberFolder, holder: File, dissector: DocumentReader, part: DocumentPart
    ) -> None:
        address = f"{part.kind}-{part.number}-{part.generation}"
        super().__init__(member_address(holder.path, address), address, part.size, holder.mtime_ns)
        self.parent = folder
        self._dissector = dissector
        self._part = part

    def open(self) -> BinaryIO:
        """From memory. Raises UnreadableMediaError."""
        return io.BytesIO(self._dissector.read(self._part.number, self._part.generation))
