"""Files whose members are found in one pass, and found again by their number."""

import binascii
from abc import ABC, abstractmethod
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from typing import BinaryIO

from app.intake.readers.core.address import member_address
from app.intake.readers.core.answers import Answers
from app.intake.readers.core.events import Provenance
from app.intake.readers.core.members import MAX_NAME_CHARACTERS, DecodedMember, MemberFolder
from app.intake.readers.core.places import File, Folder, Place
from app.intake.readers.core.reader import FoundPlace, Members, ReaderEvent
from app.intake.readers.core.streams import StreamSlice
from app.intake.readers.core.text import last_name
from app.sandbox import reader_limits
from face.errors import UnreadableMediaError
from face.types import Reason

CHUNK = 256 * 1024
_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_HEX = b"0123456789abcdefABCDEF"


@dataclass(frozen=True, slots=True)
class Listed:
    """A member: a range of a file, which may be coded.

    Attributes:
        name: May be empty.
        start, end: In bytes of the file.
        coding: "", "base64" or "hex".
    """

    name: str
    start: int
    end: int
    coding: str = ""
    provenance: Provenance = field(default_factory=dict)

    @property
    def size(self) -> int:
        """Bytes of the content, about."""
        length = self.end - self.start
        return {"base64": length * 3 // 4, "hex": length // 2}.get(self.coding, length)

    def decode(self, file: File) -> Generator[bytes]:
        """The content, without signs that do not belong into its coding."""
        with StreamSlice(file.open(), self.start, self.end - self.start) as stream:
            if self.coding == "base64":
                yield from _letters(stream, _BASE64, 4, binascii.a2b_base64)
            elif self.coding == "hex":
                yield from _letters(stream, _HEX, 2, binascii.a2b_hex)
            else:
                while chunk := stream.read(CHUNK):
                    yield chunk


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


def _letters(
    stream: StreamSlice, letters: bytes, group: int, decode: Callable[[bytes], bytes]
) -> Generator[bytes]:
    others = bytes(set(range(256)) - set(letters))
    rest = b""
    while chunk := stream.read(CHUNK):
        rest += chunk.translate(None, others)
        whole = len(rest) // group * group
        yield decode(rest[:whole])
        rest = rest[whole:]
    if group == 4 and len(rest) > 1:
        yield decode(rest + b"=" * (4 - len(rest)))
