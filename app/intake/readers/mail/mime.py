"""MIME entities (RFC 2045, 2046, 2047, 2231): parts are found line by line and decoded late."""

import re
from abc import ABC, abstractmethod
from binascii import Error as BadBase64
from codecs import BOM_UTF8
from collections.abc import Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import HeaderParser
from email.utils import collapse_rfc2231_value, parsedate_to_datetime
from functools import partial
from io import SEEK_END, BytesIO
from typing import BinaryIO

from app.intake.readers.core.address import member_address
from app.intake.readers.core.events import Provenance, Unreadable
from app.intake.readers.core.listed import CHUNK, decoded, decoded_size
from app.intake.readers.core.members import MAX_NAME_CHARACTERS, DecodedMember, MemberFolder
from app.intake.readers.core.places import File, Place
from app.intake.readers.core.reader import FoundPlace, ReaderEvent
from app.intake.readers.core.text import decode_text, last_name
from app.sandbox import reader_limits
from app.sandbox.reader_limits import MAX_FIELD_CHARACTERS, MAX_MEMBER_BYTES
from face.errors import UnreadableMediaError
from face.types import Reason

_SPACE = re.compile(r"\s+")


def header_text(headers: Message, name: str) -> str:
    """Return a header as one line of text; empty if it is missing."""
    return text_of(headers.get(name, ""))


def text_of(value: object) -> str:
    """Decode the encoded words of a header (RFC 2047)."""
    raw = str(value)[: 2 * MAX_FIELD_CHARACTERS]
    try:
        pieces = decode_header(raw)
    except (HeaderParseError, BadBase64, ValueError):
        pieces = [(raw, None)]
    joined = "".join(
        piece if isinstance(piece, str) else decode_text(piece, charset)
        for piece, charset in pieces
    )
    return _SPACE.sub(" ", joined).strip()[:MAX_FIELD_CHARACTERS]


def file_name(part: Message) -> str:
    """Return the file name of a part without folders; empty if it has none."""
    for parameter, header in (("filename", "Content-Disposition"), ("name", "Content-Type")):
        try:
            value = part.get_param(parameter, None, header)
            name = text_of(collapse_rfc2231_value(value)) if value else ""
        except (UnicodeError, ValueError, LookupError, TypeError):
            name = ""
        if name:
            return last_name(name)
    return ""


def seconds_of(headers: Message) -> int | None:
    """Return the date of a message in seconds since 1970; None if it has none."""
    try:
        date = parsedate_to_datetime(str(headers.get("Date", "")))
        return int((date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


MAX_LINE = 64 * 1024
MAX_HEADER_BYTES = 256 * 1024
MAX_PARTS_DEEP = 16
MAX_PARAMETERS = 64
"""Greatest number of parameters in a header; a file name of 16,000 letters has fewer."""

KEPT_BODY = 8 * 1024
"""Up to this size, a body is kept as it was read: to read it again means to fetch it again."""

_FIRST = 4 * 1024
_DELIMITER = re.compile(rb"\n--(?P<text>[^\n]*)")
_BEGINNING, _BEFORE = 8, 4
"""Bytes by which a pattern knows the beginning of its line, and bytes that are kept before it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part without parts of its own, or one that lies too deep.

    Attributes:
        start, end: Offsets of its body in the file, in bytes.
        body: The body as it is coded, where it is short.
    """

    headers: Message
    start: int
    end: int
    body: bytes | None = None

    @property
    def size(self) -> int:
        """Size of the decoded body in bytes, about."""
        return decoded_size(self.end - self.start, self._coding)

    @property
    def _coding(self) -> str:
        return str(self.headers.get("Content-Transfer-Encoding", "")).strip().lower()

    @property
    def is_too_deep(self) -> bool:
        """Whether the part consists of parts that were not read."""
        return self.headers.get_content_maintype() == "multipart" and bool(_boundary(self.headers))

    def decode(self, file: File) -> Generator[bytes]:
        """Decode the body."""
        if self.body is None:
            return decoded(file.open, self.start, self.end, self._coding)
        return decoded(partial(BytesIO, self.body), 0, len(self.body), self._coding)


def found_lines(
    stream: BinaryIO, start: int, end: int, pattern: re.Pattern[bytes]
) -> Iterator[tuple[int, re.Match[bytes]]]:
    """Yield what a pattern finds at the beginnings of lines, and where the line before it ends.

    Args:
        pattern: Begins with the end of the line before; its last group is what it looks at last.
        start: Where a line begins; what is told of it has the line before it end at `start - 1`.
    """
    stream.seek(start)
    window, base, told, size = b"\n", start - 1, start - 1, _FIRST
    while True:
        chunk = stream.read(max(0, min(size, end - base - len(window))))
        window += chunk
        cut = len(window)
        for found in pattern.finditer(window):
            looked_at = max(found.end(), found.end(pattern.groups))
            if chunk and looked_at == len(window) < found.start() + MAX_LINE:
                cut = found.start()  # it is met again with what follows
                break
            if base + found.start() >= told:
                told = base + found.end()
                yield base + found.start(), found
        if not chunk:
            return
        cut = max(0, min(cut, len(window) - _BEGINNING) - _BEFORE)
        window, base, size = window[cut:], base + cut, min(2 * size, CHUNK)


class Parts:
    """The parts of one entity, in order.

    Attributes:
        headers: Headers of the entity, known once the first part was asked for.
        is_cut: Whether the entity ended before all its parts had.
    """

    def __init__(self, stream: BinaryIO, start: int = 0, end: int | None = None) -> None:
        self.headers = Message()
        self.is_cut = False
        self._stream = stream
        self._at = start
        self._end = MAX_MEMBER_BYTES if end is None else end
        self._boundaries: list[bytes] = []
        self._hit: tuple[int, bool] | None = None
        self._count = 0

    def __iter__(self) -> Iterator[Part]:
        self.headers = self._read_headers()
        yield from self._entity(self.headers)

    def _entity(self, headers: Message) -> Iterator[Part]:
        boundary = _boundary(headers)
        if boundary and len(self._boundaries) < MAX_PARTS_DEEP:
            yield from self._multipart(boundary)
            return
        self._count += 1
        if self._count > reader_limits.MAX_MAIL_PARTS:
            raise UnreadableMediaError(Reason.TOO_LARGE, str(reader_limits.MAX_MAIL_PARTS))
        yield self._leaf(headers)

    def _multipart(self, boundary: bytes) -> Iterator[Part]:
        level = len(self._boundaries)
        self._boundaries.append(boundary)
        self._body()
        while self._hit == (level, False):
            yield from self._entity(self._read_headers())
        self._boundaries.pop()
        if self._hit is None:
            self.is_cut = True
        elif self._hit == (level, True):
            self._body()

    def _leaf(self, headers: Message) -> Part:
        start, end = self._at, self._body()
        if end - start > KEPT_BODY:
            return Part(headers, start, end)
        self._stream.seek(start)
        return Part(headers, start, end, self._stream.read(end - start))

    def _body(self) -> int:
        """Go behind the next delimiter; return the end of the body before it."""
        start, self._hit = self._at, None
        for at, found in found_lines(self._stream, start, self._end, _DELIMITER):
            self._hit = self._delimiter(found["text"])
            if self._hit is not None:
                self._at = at + len(found[0]) + 1
                before = found.string[max(0, found.start() - _BEFORE) : found.start()]
                return max(start, at - len(before) + len(before.rstrip(b"\r")))
        self._at = max(start, min(self._stream.seek(0, SEEK_END), self._end))
        return self._at

    def _read_headers(self) -> Message:
        self._stream.seek(self._at)
        lines: list[str] = []
        left = MAX_HEADER_BYTES
        while (line := self._line()).strip(b"\r\n"):
            left -= len(line)
            if left > 0:
                lines.append(decode_text(line.removeprefix(BOM_UTF8)))
        return _modest(HeaderParser().parsestr("".join(lines)))

    def _line(self) -> bytes:
        line = self._stream.readline(max(0, min(MAX_LINE, self._end - self._at)))
        self._at += len(line)
        return line

    def _delimiter(self, text: bytes) -> tuple[int, bool] | None:
        text = text.rstrip()
        for level, boundary in reversed(list(enumerate(self._boundaries))):
            if text in (boundary, boundary + b"--"):
                return level, text != boundary
        return None


def _modest(headers: Message) -> Message:
    """Drop parameters over a limit: parsing takes the square of their number."""
    for name in ("Content-Type", "Content-Disposition"):
        value = str(headers.get(name, ""))
        if value.count(";") > MAX_PARAMETERS:
            headers.replace_header(name, ";".join(value.split(";")[: MAX_PARAMETERS + 1]))
    return headers


def _boundary(headers: Message) -> bytes:
    if headers.get_content_maintype() != "multipart":
        return b""
    try:
        return (headers.get_boundary() or "").encode()[:200]
    except (ValueError, LookupError, TypeError):
        return b""


_ADDRESS = re.compile(r"(\d{1,18}-(?:\d{1,18})?)/(\d{1,9})/")


class MimeMembers(ABC):
    """The parts of one entity, or of several in one file.

    The address of a part consists of the range of its entity, its number, and its name.
    """

    def __init__(self, file: File) -> None:
        self.root = MemberFolder(file.path, file.name)
        self._file = file
        self._last: tuple[str, list[Part]] | None = None

    @abstractmethod
    def entities(self, stream: BinaryIO) -> Iterator[tuple[int, int | None]]:
        """Yield the range of each entity; an end of None is that of the file."""

    @abstractmethod
    def takes(self, part: Part, file: File) -> bool:
        """Return whether a part is content."""

    @abstractmethod
    def provenance(self, entity: Parts, part: Part) -> Provenance:
        """Return the provenance of a part."""

    def name(self, part: Part) -> str:
        """Return the name of a part without slashes; empty if it has none."""
        return file_name(part.headers)

    def events(self) -> Iterator[ReaderEvent]:
        """Yield every part that is content."""
        with self._file.open() as stream, self._file.open() as entity:
            for start, end in self.entities(stream):
                where = f"{start}-" if end is None else f"{start}-{end}"
                yield from self._entity(Parts(entity, start, end), where)

    def member(self, address: str) -> Place:
        """Return the part at an address. Raises FileNotFoundError."""
        found = _ADDRESS.match(address)
        if found is None:
            raise FileNotFoundError
        parts, number = self._parts(found[1]), int(found[2])
        if number >= len(parts):
            raise FileNotFoundError
        member = self._member(found[1], number, parts[number])
        if member.path != member_address(self._file.path, address):
            raise FileNotFoundError
        return member

    def close(self) -> None:
        """Forget the list of parts; no stream is kept open."""
        self._last = None

    def _entity(self, entity: Parts, where: str) -> Iterator[ReaderEvent]:
        for number, part in enumerate(entity):
            file = self._member(where, number, part)
            if part.is_too_deep:
                yield Unreadable(file.path, file.name, Reason.TOO_DEEP, str(MAX_PARTS_DEEP))
            elif self.takes(part, file):
                yield FoundPlace(file, self.provenance(entity, part))
        if entity.is_cut:
            yield Unreadable(
                member_address(self._file.path, where), self._file.name, Reason.TRUNCATED
            )

    def _parts(self, where: str) -> list[Part]:
        if self._last is None or self._last[0] != where:
            start, _, end = where.partition("-")
            with self._file.open() as stream:
                parts: list[Part] = []
                with suppress(UnreadableMediaError):  # those before a limit were told of
                    parts.extend(Parts(stream, int(start), int(end) if end else None))
            self._last = (where, parts)
        return self._last[1]

    def _member(self, where: str, number: int, part: Part) -> DecodedMember:
        name = (self.name(part) or f"{number}")[:MAX_NAME_CHARACTERS]
        address = f"{where}/{number}/{name}"
        container = self._file
        return DecodedMember(
            self.root, container, address, part.size, lambda: part.decode(container)
        )
