"""PDF: the pictures and files in it, also with a password."""

import io
from collections.abc import Iterator
from typing import BinaryIO

from app.intake.readers.core.address import member_address
from app.intake.readers.core.answers import Answers, QuestionKind
from app.intake.readers.core.events import Unreadable
from app.intake.readers.core.members import MemberFile, MemberFolder, found_at
from app.intake.readers.core.places import File, Folder, Place
from app.intake.readers.core.reader import FoundPlace, ReaderEvent
from app.intake.readers.documents.pdf_objects.objects import PdfObject, PdfObjects
from app.sandbox import reader_limits

MAGIC = b"%PDF-"
FIRST = 1024
_MARKS = b" \t\r\n\f\0\xef\xbb\xbf\xff\xfe"
"""White space and the marks of Unicode, which editors and web pages put before a file."""
_PRINT_JOB = b"\x1b%-12345X"
"""How a job for a printer (PJL) begins."""


class Pdf:
    """Accepts PDF."""

    def accepts(self, file: File) -> bool:
        """By its first bytes, behind marks that show nothing.

        Viewers look in the first 1,024 bytes; there a picture or another file may hold them, too.
        """
        head = file.head()
        at = head.find(MAGIC, 0, FIRST + len(MAGIC))
        before = head[: max(0, at)]
        return at >= 0 and (not before.strip(_MARKS) or before.startswith(_PRINT_JOB))

    def members(self, file: File, answers: Answers) -> "PdfMembers":
        """List its objects.

        Raises:
            OSError, UnreadableMediaError: Damaged, locked, or locked in another way than with a
                password (Reason.ENCRYPTED).
        """
        stream = file.open()
        try:
            size = stream.seek(0, io.SEEK_END)  # what a container says of it may be a guess
            stream.seek(0)
            passwords = answers.to(QuestionKind.PASSWORD, file.path)
            return PdfMembers(file, stream, PdfObjects(stream, size, passwords))
        except BaseException:
            stream.close()
            raise


class PdfMembers:
    """The pictures and files. The address of one is the number of its object."""

    def __init__(self, file: File, stream: BinaryIO, objects: PdfObjects) -> None:
        self._file = file
        self._stream = stream
        self._objects = list(objects.listed(reader_limits.MAX_ENTRIES))
        self._folder = MemberFolder(file.path, file.name)
        self._members = {
            each.name: each
            for found in self._objects
            if isinstance(found.kind, str)
            for each in (PdfMember(self._folder, file, objects, found),)
        }

    @property
    def root(self) -> Folder:
        """Nothing is listed in it: what is in a PDF is no export."""
        return self._folder

    def events(self) -> Iterator[ReaderEvent]:
        """Each of them."""
        for found in self._objects:
            if not isinstance(found.kind, str):
                address = f"object-{found.number}"
                path = member_address(self._file.path, address)
                yield Unreadable(path, address, found.kind.reason, found.kind.detail)
        yield from (FoundPlace(each) for each in self._members.values())

    def member(self, address: str) -> Place:
        """The one at an address. Raises FileNotFoundError."""
        return found_at(self._members, address)

    def close(self) -> None:
        """Let go of the file."""
        self._stream.close()


class PdfMember(MemberFile):
    """A picture or file in a PDF."""

    __slots__ = ("_found", "_objects")

    def __init__(
        self, folder: MemberFolder, container: File, objects: PdfObjects, found: PdfObject
    ) -> None:
        address = f"{found.kind}-{found.number}-{found.generation}"
        super().__init__(
            member_address(container.path, address), address, found.size, container.mtime_ns
        )
        self.parent = folder
        self._objects = objects
        self._found = found

    def open(self) -> BinaryIO:
        """From memory. Raises UnreadableMediaError."""
        return io.BytesIO(self._objects.read(self._found.number, self._found.generation))
