"""PDF: the pictures and files in it, also with a password."""

import io
import logging
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO, TypeVar

from pypdf import PasswordType, PdfReader
from pypdf.errors import LimitReachedError
from pypdf.generic import ArrayObject, IndirectObject, StreamObject

from app.intake.address import within
from app.intake.answers import Answers, Asked
from app.intake.found import Blocked
from app.intake.members import MemberFile, MemberFolder
from app.intake.pdf_picture import picture
from app.intake.places import File, Folder, Place
from app.intake.reader import Seen, Told
from app.intake.streams import thrifty
from face import limits
from face.errors import UnreadableMediaError
from face.types import Reason

logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # it tells what stands in the file
MAGIC = b"%PDF-"
_ADDRESS = re.compile(r"(picture|file)-(\d{1,9})-(\d{1,5})")
_T = TypeVar("_T")


class Pdf:
    """Accepts PDF."""

    def accepts(self, file: File) -> bool:
        """By its first bytes. Others look for them later, too; a picture may hold them there."""
        return file.head().lstrip().startswith(MAGIC)

    def members(self, file: File, answers: Answers) -> "PdfMembers":
        """Read the list of its objects.

        Raises:
            OSError, UnreadableMediaError: Damaged, locked, or locked in another way than with a
                password (Reason.ENCRYPTED).
        """
        stream = file.open()
        try:
            return PdfMembers(file, stream, answers)
        except BaseException:
            stream.close()
            raise


class PdfMembers:
    """The pictures and files. The address of one is the number of its object."""

    def __init__(self, file: File, stream: BinaryIO, answers: Answers) -> None:
        self.root: Folder = MemberFolder(file.path, file.name)
        self._file = file
        self._stream = stream
        self._pdf = _said(lambda: PdfReader(thrifty(stream, limits.KEPT_BYTES)))
        if _said(lambda: self._pdf.is_encrypted):
            self._unlock(answers.to(Asked.PASSWORD, file.path))

    def told(self) -> Iterator[Told]:
        """Each of them; masks, which only say where a picture shows, are none."""
        numbers = [(number, held) for held, all_ in self._pdf.xref.items() for number in all_]
        if len(numbers) > limits.MAX_ENTRIES:
            raise UnreadableMediaError(Reason.TOO_LARGE, str(len(numbers)))
        members: list[PdfMember] = []
        masks: set[int] = set()
        for number, held in sorted(numbers):
            try:
                member = self._look_at(number, held, masks)
            except UnreadableMediaError as error:
                address = f"object-{number}"
                path = within(self._file.path, address)
                yield Blocked(path, address, error.reason, error.detail)
                continue
            if member is not None:
                members.append(member)
        yield from (Seen(each) for each in members if each.number not in masks)

    def member(self, address: str) -> Place:
        """The one at an address. Raises FileNotFoundError."""
        found = _ADDRESS.fullmatch(address)
        if found is None:
            raise FileNotFoundError
        member = self._look_at(int(found[2]), int(found[3]), set())
        if member is None or member.name != address:
            raise FileNotFoundError
        return member

    def close(self) -> None:
        """Let go of the file."""
        self._stream.close()

    def read(self, number: int, generation: int) -> bytes:
        """A picture or file. Raises UnreadableMediaError."""
        stream = self._stream_at(number, generation)
        if stream is None:
            raise UnreadableMediaError(Reason.DAMAGED)
        if _kind(stream) == "picture":
            return _said(lambda: picture(stream))
        return _said(lambda: bytes(stream.get_data()))

    def _unlock(self, tries: tuple[str, ...]) -> None:
        """Many are locked with no password, against changes only."""
        for password in ("", *tries):
            try:
                opened = self._pdf.decrypt(password)
            except NotImplementedError as error:
                raise UnreadableMediaError(Reason.ENCRYPTED) from error
            if opened is not PasswordType.NOT_DECRYPTED:
                return
        raise UnreadableMediaError(Reason.LOCKED)

    def _look_at(self, number: int, generation: int, masks: set[int]) -> "PdfMember | None":
        stream = self._stream_at(number, generation)
        if stream is None:
            return None
        masks.update(_masks(stream))
        kind = _said(lambda: _kind(stream))
        if kind is None:
            return None
        size = len(stream._data)  # noqa: SLF001 - get_data would unpack it
        return PdfMember(self, self._file, f"{kind}-{number}-{generation}", size)

    def _stream_at(self, number: int, generation: int) -> StreamObject | None:
        """The object, when it is a stream; pypdf shall not keep it."""
        reference = IndirectObject(number, generation, self._pdf)
        value = _said(reference.get_object)
        self._pdf.resolved_objects.clear()
        return value if isinstance(value, StreamObject) else None


class PdfMember(MemberFile):
    """A picture or file in a PDF."""

    __slots__ = ("_members", "_place", "number")

    def __init__(self, members: PdfMembers, holder: File, address: str, size: int) -> None:
        super().__init__(within(holder.path, address), address, size, holder.mtime_ns)
        if isinstance(members.root, MemberFolder):
            self.parent = members.root
        _, number, generation = address.split("-")
        self.number = int(number)
        self._place = (self.number, int(generation))
        self._members = members

    def open(self) -> BinaryIO:
        """From memory. Raises UnreadableMediaError."""
        return io.BytesIO(self._members.read(*self._place))


def _kind(stream: StreamObject) -> str | None:
    """What sort of content a stream is."""
    if stream.get("/Subtype") == "/Image":
        return "picture"
    return "file" if stream.get("/Type") == "/EmbeddedFile" else None


def _masks(stream: StreamObject) -> Iterator[int]:
    """The numbers of the masks of a picture."""
    for name in ("/SMask", "/Mask"):
        value = stream.get(name)
        if isinstance(value, IndirectObject) and not isinstance(value.get_object(), ArrayObject):
            yield value.idnum


def _said(read: Callable[[], _T]) -> _T:
    """What pypdf reads; whatever it makes of a file that is made to hurt is damage."""
    try:
        return read()
    except (UnreadableMediaError, OSError):
        raise
    except LimitReachedError as error:
        raise UnreadableMediaError(Reason.TOO_LARGE, str(limits.KEPT_BYTES)) from error
    except Exception as error:
        raise UnreadableMediaError(Reason.DAMAGED) from error
