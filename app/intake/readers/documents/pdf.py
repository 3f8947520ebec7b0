"""PDF: the pictures and files in it, also with a password, by qpdf (pikepdf)."""

import io
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

import pikepdf

from app.intake.readers.core.address import member_address
from app.intake.readers.core.answers import Answers, QuestionKind
from app.intake.readers.core.events import Unreadable
from app.intake.readers.core.members import MemberFile, MemberFolder, found_at
from app.intake.readers.core.places import File, Folder, Place
from app.intake.readers.core.reader import FoundPlace, ReaderEvent
from app.intake.readers.documents.pdf_picture import (
    damage_told,
    kinds,
    picture,
    shown,
    unpacked,
)
from app.sandbox import reader_limits
from face.errors import UnreadableMediaError
from face.types import Reason

MAGIC = b"%PDF-"
FIRST = 1024
_MARKS = b" \t\r\n\f\0\xef\xbb\xbf\xff\xfe"
"""White space and the marks of Unicode, which editors and web pages put before a file."""
_PRINT_JOB = b"\x1b%-12345X"
"""How a job for a printer (PJL) begins."""
_END = b"%%EOF"


def open_random_numbers() -> None:
    """Let qpdf read 4,096 bytes of the system's random numbers, while a child can still open them.

    It takes four for each document locked with AES-256, and keeps the rest.
    """
    with pikepdf.new() as locked:
        locked.save(io.BytesIO(), encryption=pikepdf.Encryption(owner="", user=""))


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
            return PdfMembers(file, stream, answers.to(QuestionKind.PASSWORD, file.path))
        except BaseException:
            stream.close()
            raise


class PdfMembers:
    """The pictures and files. The address of one is what it is and the number of its object."""

    def __init__(self, file: File, stream: BinaryIO, passwords: Sequence[str]) -> None:
        self._file = file
        self._stream = stream
        size = stream.seek(0, io.SEEK_END)  # what a container says of it may be a guess
        stream.seek(max(0, size - FIRST))
        self._is_cut = _END not in stream.read()
        stream.seek(0)
        held = io.BytesIO(stream.read()) if size <= reader_limits.KEPT_BYTES else stream
        with damage_told():
            self._pdf = _unlocked(held, passwords)
            self._is_cut &= bool(self._pdf.get_warnings())
        self._folder = MemberFolder(file.path, file.name)
        self._members: dict[str, PdfMember] = {}
        self._damaged: list[str] = []
        self._list()

    @property
    def root(self) -> Folder:
        """Nothing is listed in it: what is in a PDF is no export."""
        return self._folder

    def events(self) -> Iterator[ReaderEvent]:
        """Each of them."""
        for name in self._damaged:
            yield Unreadable(member_address(self._file.path, name), name, Reason.DAMAGED)
        yield from (FoundPlace(each) for each in self._members.values())
        if self._is_cut:
            raise UnreadableMediaError(Reason.TRUNCATED)

    def member(self, address: str) -> Place:
        """The one at an address. Raises FileNotFoundError."""
        return found_at(self._members, address)

    def close(self) -> None:
        """Let go of the file."""
        self._stream.close()

    def _list(self) -> None:
        """Find images and files; masks, which only say where an image shows, are left out."""
        with damage_told():
            numbers = sorted(self._pdf.get_xref_table())
        if len(numbers) > reader_limits.MAX_ENTRIES:
            raise UnreadableMediaError(Reason.TOO_LARGE, str(len(numbers)))
        masks: set[tuple[int, int]] = set()
        found: list[tuple[str, tuple[int, int], int]] = []
        for number in numbers:
            try:
                with damage_told():
                    each: Any = self._pdf.get_object(number)
                    if isinstance(each, pikepdf.Stream):
                        masks.update(_masks(each))
                        found += ((kind, number, int(each.Length)) for kind in kinds(each))
                    elif each is None and self._pdf.get_warnings():
                        self._damaged.append(f"object-{number[0]}")
            except UnreadableMediaError:
                self._damaged.append(f"object-{number[0]}")
        for kind, number, size in found:
            if number not in masks:
                name = f"{kind}-{number[0]}-{number[1]}"
                self._members[name] = PdfMember(self._folder, self._file, name, size, self._pdf)


class PdfMember(MemberFile):
    """A picture or file in a PDF."""

    __slots__ = ("_pdf",)

    def __init__(
        self, folder: MemberFolder, container: File, name: str, size: int, pdf: pikepdf.Pdf
    ) -> None:
        address = member_address(container.path, name)
        super().__init__(address, name, size, container.mtime_ns)
        self.parent = folder
        self._pdf = pdf

    def open(self) -> BinaryIO:
        """From memory. Raises UnreadableMediaError."""
        kind, number, generation = self.name.split("-")
        with damage_told():
            stream: Any = self._pdf.get_object(int(number), int(generation))
            return io.BytesIO(_AS[kind](stream))


_AS = {"picture": picture, "shown": shown, "file": unpacked}


def _unlocked(stream: BinaryIO, passwords: Sequence[str]) -> pikepdf.Pdf:
    """Many documents have an empty password, which protects from changes only."""
    for password in ("", *passwords):
        stream.seek(0)
        try:
            return pikepdf.open(stream, password=password, suppress_warnings=True)
        except pikepdf.PasswordError:
            continue
        except pikepdf.PdfError as error:
            if "encryption" in str(error):
                raise UnreadableMediaError(Reason.ENCRYPTED) from error
            raise
    raise UnreadableMediaError(Reason.LOCKED)


def _masks(stream: pikepdf.Stream) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the masks of an image."""
    for key in ("/SMask", "/Mask"):
        mask = stream.get(key)
        if isinstance(mask, pikepdf.Stream):
            yield mask.objgen
