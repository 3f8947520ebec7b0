"""Files whose members are found in one pass, and found again by their number."""

import binascii
from abc import ABC, abstractmethod
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from io import BytesIO
from itertools import islice
from string import ascii_letters, digits, hexdigits
from typing import BinaryIO

from app.intake.readers.core.address import member_address
from app.intake.readers.core.answers import Answers
from app.intake.readers.core.events import Provenance
from app.intake.readers.core.members import MAX_NAME_CHARACTERS, DecodedMember, MemberFolder
from app.intake.readers.core.places import HEAD, File, Folder, Place
from app.intake.readers.core.reader import FoundPlace, Members, ReaderEvent
from app.intake.readers.core.streams import StreamSlice
from app.intake.readers.core.text import last_name
from app.sandbox import reader_limits
from face.errors import UnreadableMediaError
from face.types import Reason

CHUNK = 256 * 1024
_MAX_LINE = 64 * 1024
_EVERY = bytes(range(256))
_LETTERS: dict[str, tuple[bytes, int, Callable[[bytes], bytes]]] = {
    "base64": (
        _EVERY.translate(None, f"{ascii_letters}{digits}+/=".encode()),
        4,
        binascii.a2b_base64,
    ),
    "hex": (_EVERY.translate(None, hexdigits.encode()), 2, binascii.a2b_hex),
}
"""The bytes that are no letters of a coding, how many letters are decoded at once, and how."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A member: a range of a file, which may be coded.

    Attributes:
        name: May be empty.
        start, end: In bytes of the file.
        coding: As `decoded` takes it.
    """

    name: str
    start: int
    end: int
    coding: str = ""
    provenance: Provenance = field(default_factory=dict)

    @property
    def size(self) -> int:
        """Bytes of the content, about."""
        return decoded_size(self.end - self.start, self.coding)

    def head(self, stream: BinaryIO) -> bytes:
        """Read the first bytes, about HEAD, and go back to where the stream was."""
        at = stream.tell()
        stream.seek(self.start)
        start = stream.read(min(2 * HEAD, self.end - self.start))
        stream.seek(at)
        return b"".join(decoded(lambda: BytesIO(start), 0, len(start), self.coding))

    def decode(self, file: File) -> Generator[bytes]:
        """The content."""
        return decoded(file.open, self.start, self.end, self.coding)


def decoded_size(length: int, coding: str) -> int:
    """How many bytes a coded range holds, about."""
    return {"base64": length * 3 // 4, "hex": length // 2}.get(coding, length)


def decoded(open_: Callable[[], BinaryIO], start: int, end: int, coding: str) -> Generator[bytes]:
    """The content of a range without what does not belong into its coding, as programs read it.

    Args:
        coding: "base64", "quoted-printable", "hex"; with any other the bytes are as they are.
    """
    with StreamSlice(open_(), start, end - start) as stream:
        if coding in _LETTERS:
            yield from _from_letters(stream, coding)
            return
        while chunk := stream.read(CHUNK):
            is_quoted = coding == "quoted-printable"
            yield binascii.a2b_qp(chunk + stream.readline(_MAX_LINE)) if is_quoted else chunk


def _from_letters(stream: StreamSlice, coding: str) -> Generator[bytes]:
    """Decode base64 up to its end or `=`, or hex; signs between the letters are skipped."""
    others, group, decode = _LETTERS[coding]
    rest = b""
    while chunk := stream.read(CHUNK):
        letters, padding, _ = (rest + chunk.translate(None, others)).partition(b"=")
        whole = len(letters) // group * group
        yield decode(letters[:whole])
        rest = letters[whole:]
        if padding:
            break
    if len(rest) > 1:
        yield decode(rest + b"=" * (group - len(rest)))


class ListedContainer(ABC):
    """A kind of file that `listed` takes apart."""

    @abstractmethod
    def accepts(self, file: File) -> bool:
        """Return whether this is such a file, by its first bytes."""

    @abstractmethod
    def listed(self, stream: BinaryIO, size: int) -> Iterator[Listed]:
        """Yield the members in the same order on every run. May raise UnreadableMediaError."""

    def members(self, file: File, answers: Answers) -> Members:
        """Open the file; nothing is read yet."""
        return ListedMembers(self, file)


class SmallContainer(ListedContainer):
    """A kind of file that is in memory as a whole while it is taken apart."""

    @abstractmethod
    def found_in(self, content: bytes) -> Iterator[Listed]:
        """Yield the members in the content, as `listed` does."""

    def listed(self, stream: BinaryIO, size: int) -> Iterator[Listed]:
        """Yield the members; a larger file is refused."""
        if size > reader_limits.KEPT_BYTES:
            raise UnreadableMediaError(Reason.TOO_LARGE, str(reader_limits.KEPT_BYTES))
        yield from self.found_in(stream.read(size))


class ListedMembers:
    """The members. The address of one is its number and its name."""

    def __init__(self, container: ListedContainer, file: File) -> None:
        self._container = container
        self._file = file
        self._folder = MemberFolder(file.path, file.name)
        self._known: list[Listed] | None = None

    @property
    def root(self) -> Folder:
        """Nothing is listed in it: what lies here is no export."""
        return self._folder

    def events(self) -> Iterator[ReaderEvent]:
        """Yield each of them."""
        for number, each in enumerate(self._listed()):
            if number >= reader_limits.MAX_ENTRIES:
                raise UnreadableMediaError(Reason.TOO_LARGE, str(reader_limits.MAX_ENTRIES))
            yield FoundPlace(self._member(number, each), each.provenance)

    def member(self, address: str) -> Place:
        """The one at an address. Raises FileNotFoundError."""
        number = address.partition("/")[0]
        known = self._all()
        if not (number.isascii() and number.isdecimal()) or int(number[:9]) >= len(known):
            raise FileNotFoundError
        member = self._member(int(number), known[int(number)])
        if member.path != member_address(self._file.path, address):
            raise FileNotFoundError
        return member

    def close(self) -> None:
        """Forget the list; no stream is kept open."""
        self._known = None

    def _all(self) -> list[Listed]:
        """All of them, listed once; those before an error were told of."""
        if self._known is None:
            known: list[Listed] = []
            with suppress(UnreadableMediaError):
                known.extend(islice(self._listed(), reader_limits.MAX_ENTRIES))
            self._known = known
        return self._known

    def _listed(self) -> Iterator[Listed]:
        with self._file.open() as stream:
            size = stream.seek(0, 2)
            stream.seek(0)
            yield from self._container.listed(stream, size)

    def _member(self, number: int, each: Listed) -> DecodedMember:
        name = last_name(each.name)[:MAX_NAME_CHARACTERS] or "content"
        file = self._file
        return DecodedMember(
            self._folder, file, f"{number}/{name}", each.size, lambda: each.decode(file)
        )
