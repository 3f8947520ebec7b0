"""MIME entities (RFC 2045, 2046, 2047, 2231): parts are found line by line and decoded late."""

import binascii
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
from io import BytesIO
from typing import BinaryIO

from app.intake.readers.core.address import member_address
from app.intake.readers.core.events import Provenance, Unreadable
from app.intake.readers.core.members import MAX_NAME_CHARACTERS, DecodedMember, MemberFolder
from app.intake.readers.core.places import File, Place
from app.intake.readers.core.reader import FoundPlace, ReaderEvent
from app.intake.readers.core.streams import StreamSlice
from app.intake.readers.core.text import decode_text, last_name
from app.sandbox import reader_limits
from app.sandbox.reader_limits import MAX_FIELD_CHARACTERS
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

CHUNK = 256 * 1024
_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="
_NOT_BASE64 = bytes(set(range(256)) - set(_ALPHABET))


@dataclass(frozen=True, slots=True)
class Part:
    """A part without parts of its own, or one that lies too deep.

    Attributes:
        start, end: Offsets of its body in the file, in bytes.
        size: Size of the decoded body in bytes; an estimate for quoted-printable.
        body: The body as it is coded, where it is short.
    """

    headers: Message
    start: int
    end: int
    size: int
    body: bytes | None = None

    @property
    def is_too_deep(self) -> bool:
        """Whether the part consists of parts that were not read."""
        return self.headers.get_content_maintype() == "multipart" and bool(_boundary(self.headers))

    def decode(self, file: File) -> Generator[bytes]:
        """Decode the body; signs that are no base64 are skipped, as mail programs do."""
        source = file.open() if self.body is None else BytesIO(self.body)
        start = self.start if self.body is None else 0
        with StreamSlice(source, start, self.end - self.start) as stream:
            encoding = str(self.headers.get("Content-Transfer-Encoding", "")).strip().lower()
            if encoding == "base64":
                yield from from_base64(stream)
            elif encoding == "quoted-printable":
                yield from _from_quoted(stream)
            else:
                while chunk := stream.read(CHUNK):
                    yield chunk


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
        self._end = end
        self._fresh = True
        self._boundaries: list[bytes] = []
        self._hit: tuple[int, bool] | None = None
        self._count = 0

    def __iter__(self) -> Iterator[Part]:
        self._stream.seek(self._at)
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
        start = self._at
        kept: list[bytes] = []
        end, letters = self._body(kept)
        encoded = str(headers.get("Content-Transfer-Encoding", "")).strip().lower() == "base64"
        size = letters * 3 // 4 if encoded else end - start
        body = b"".join(kept) if end - start <= KEPT_BODY else None
        return Part(headers, start, end, size, body)

    def _body(self, kept: list[bytes] | None = None) -> tuple[int, int]:
        """Go behind the next delimiter; return the end of the body and its base64 letters.

        Args:
            kept: Gets the lines of the body as long as it is short.
        """
        begin = self._at
        end, letters, self._hit = self._at, 0, None
        while True:
            fresh = self._fresh
            line = self._line()
            if not line:
                return self._at, letters
            self._hit = self._delimiter(line) if fresh else None
            if self._hit is not None:
                return end, letters
            if kept is not None and self._at - begin <= KEPT_BODY + MAX_LINE:
                kept.append(line)
            text = line.rstrip(b"\r\n")
            end = self._at - len(line) + len(text)
            letters += len(text.rstrip(b"="))

    def _read_headers(self) -> Message:
        lines: list[str] = []
        left = MAX_HEADER_BYTES
        while (line := self._line()).strip(b"\r\n"):
            left -= len(line)
            if left > 0:
                lines.append(decode_text(line.removeprefix(BOM_UTF8)))
        return _modest(HeaderParser().parsestr("".join(lines)))

    def _delimiter(self, line: bytes) -> tuple[int, bool] | None:
        if not line.startswith(b"--"):
            return None
        line = line.rstrip()[2:]
        for level in reversed(range(len(self._boundaries))):
            if line.startswith(self._boundaries[level]):
                rest = line[len(self._boundaries[level]) :]
                if rest in (b"", b"--"):
                    return level, rest != b""
        return None

    def _line(self) -> bytes:
        most = MAX_LINE if self._end is None else min(MAX_LINE, self._end - self._at)
        line = self._stream.readline(most) if most > 0 else b""
        self._at += len(line)
        self._fresh = line.endswith(b"\n")
        return line


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


def from_base64(stream: StreamSlice) -> Generator[bytes]:
    """Decode base64 up to its end or `=`; other signs between its letters are skipped."""
    rest = b""
    while chunk := stream.read(CHUNK):
        letters, padding, _ = (rest + chunk.translate(None, _NOT_BASE64)).partition(b"=")
        whole = len(letters) // 4 * 4
        yield binascii.a2b_base64(letters[:whole])
        rest = letters[whole:]
        if padding:
            break
    if len(rest) > 1:
        yield binascii.a2b_base64(rest + b"=" * (4 - len(rest)))


def _from_quoted(stream: StreamSlice) -> Generator[bytes]:
    while chunk := stream.read(CHUNK):
        yield binascii.a2b_qp(chunk + stream.readline(MAX_LINE))


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
        with self._file.open() as stream:
            for start, end in self.entities(stream):
                with self._file.open() as entity:
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
