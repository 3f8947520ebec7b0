"""WARC (ISO 28500), which crawlers and browsers record, and WACZ, a folder or zip of WARC."""

import re
import zlib
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import chain
from typing import BinaryIO

from app.intake.readers.core.address import fileless_address
from app.intake.readers.core.answers import Answers
from app.intake.readers.core.events import NotInExport, Provenance, Unreadable
from app.intake.readers.core.members import DecodedMember, MemberFolder
from app.intake.readers.core.places import HEAD, MEDIA, File, Folder, Place
from app.intake.readers.core.reader import FoundPlace, ReaderEvent
from app.intake.readers.web.http_body import body, headers_of, inflate
from app.intake.readers.web.page import (
    PLATFORM,
    file_name_in_url,
    is_content,
    page_provenance,
    seconds_of,
)
from app.sandbox.reader_limits import (
    MAX_MESSAGES,
    MAX_TOTAL_RATIO,
    MAX_UNPACKED_BYTES,
    RATIO_FROM_BYTES,
)
from face.errors import UnreadableMediaError
from face.types import Reason

GZIP = b"\x1f\x8b"
GZIP_BITS = 31
CHUNK = 256 * 1024
MAX_HEADER_BYTES = 64 * 1024
BEGIN = b"WARC/"


@dataclass(frozen=True, slots=True)
class RecordPosition:
    """The position of a record in a file.

    Attributes:
        outer: Offset of the record, or of the compressed piece in which it lies, in bytes.
        inner: Offset of the record in the decompressed piece.
    """

    outer: int
    inner: int = 0


@dataclass(frozen=True, slots=True)
class WarcRecord:
    """A record without its block.

    Attributes:
        headers: Headers by their names in lower case.
        length: Size of the block in bytes.
    """

    where: RecordPosition
    headers: Mapping[str, str]
    length: int

    @property
    def type(self) -> str:
        """The type, such as `response` or `resource`."""
        return self.headers.get("warc-type", "").lower()

    @property
    def url(self) -> str:
        """The URL from which the content was loaded."""
        return self.headers.get("warc-target-uri", "").strip("<>")


class WarcParser:
    """Reads record after record; every method raises OSError and UnreadableMediaError."""

    def __init__(self, stream: BinaryIO, where: RecordPosition = RecordPosition(0)) -> None:
        self._stream = stream
        self._taken = self._given = 0
        stream.seek(where.outer)
        self._packed = self._read()
        self._is_packed = self._packed.startswith(GZIP)
        self._unpack = zlib.decompressobj(GZIP_BITS)
        self._outer, self._at = where.outer, 0
        self._text = b""
        for _ in self.block(where.inner):
            pass

    def record(self) -> WarcRecord | None:
        """Read the head of the next record; None at the end."""
        while self._fill(1) and (blank := len(self._text) - len(self._text.lstrip(b"\r\n"))):
            self._take(blank)  # at once: one after the other, each would move all that follows
        if not self._fill(1):
            return None
        where = self._where()
        if not (self._fill(len(BEGIN)) and self._text.startswith(BEGIN)):
            raise UnreadableMediaError(Reason.DAMAGED)
        headers = headers_of(self._headers())
        length = headers.get("content-length", "")
        if not (length.isdecimal() and len(length) < 16):
            raise UnreadableMediaError(Reason.DAMAGED)
        return WarcRecord(where, headers, int(length))

    def block(self, length: int) -> Generator[bytes]:
        """Yield the next `length` bytes, all of which have to be taken before going on."""
        while length > 0:
            if not self._fill(1):
                raise UnreadableMediaError(Reason.TRUNCATED)
            chunk = self._take(min(length, len(self._text)))
            length -= len(chunk)
            yield chunk

    def _headers(self) -> bytes:
        """Read up to and including the empty line."""
        searched = 0
        while True:
            for end in (b"\r\n\r\n", b"\n\n"):
                found = self._text.find(end, max(0, searched - 3))
                if found >= 0:
                    return self._take(found + len(end))
            searched = len(self._text)
            if searched > MAX_HEADER_BYTES:
                raise UnreadableMediaError(Reason.DAMAGED)
            if not self._fill(searched + 1):
                raise UnreadableMediaError(Reason.TRUNCATED)

    def _take(self, count: int) -> bytes:
        taken, self._text = self._text[:count], self._text[count:]
        self._at += len(taken)
        return taken

    def _where(self) -> RecordPosition:
        return (
            RecordPosition(self._outer, self._at)
            if self._is_packed
            else RecordPosition(self._outer + self._at)
        )

    def _fill(self, count: int) -> bool:
        """Have `count` bytes of the current piece; False if there are fewer."""
        while len(self._text) < count:
            more = self._more()
            if not more:
                return False
            self._text += more
        return True

    def _more(self) -> bytes:
        """Read more bytes of the piece, or of the next one if this one is used up."""
        if not self._is_packed:
            more, self._packed = self._packed or self._read(), b""
            return more
        if self._unpack.eof and (self._text or not self._begin_piece()):
            return b""
        more = b""
        while not (more or self._unpack.eof):
            self._packed = self._packed or self._read()
            more = inflate(self._unpack, self._packed)
            if not (more or self._packed):
                raise UnreadableMediaError(Reason.TRUNCATED)
            self._packed = self._unpack.unconsumed_tail or self._unpack.unused_data
        return self._counted(more) or self._more()

    def _begin_piece(self) -> bool:
        """Begin the next compressed piece; False if there is none."""
        self._packed = self._packed or self._read()
        if not self._packed:
            return False
        if not self._packed.startswith(GZIP[: len(self._packed)]):
            raise UnreadableMediaError(Reason.DAMAGED)
        self._outer, self._at = self._stream.tell() - len(self._packed), 0
        self._unpack = zlib.decompressobj(GZIP_BITS)
        return True

    def _counted(self, more: bytes) -> bytes:
        self._given += len(more)
        if self._given > MAX_UNPACKED_BYTES or (
            self._given > RATIO_FROM_BYTES and self._given > self._taken * MAX_TOTAL_RATIO
        ):
            raise UnreadableMediaError(Reason.TOO_LARGE, str(self._given))
        return more

    def _read(self) -> bytes:
        chunk = self._stream.read(CHUNK)
        self._taken += len(chunk)
        return chunk


_LISTS = frozenset(
    ("datapackage.json", "datapackage-digest.json", "indexes", "pages", "fuzzy.json")
)
_ADDRESS = re.compile(r"(\d{1,18})\+(\d{1,18})/")


class WarcFile:
    """Opens .warc and .warc.gz files."""

    def accepts(self, file: File) -> bool:
        """Return whether the first bytes, decompressed, are those of a WARC."""
        head = file.head()
        if not head.startswith(GZIP):
            return head.startswith(BEGIN)
        unpack = zlib.decompressobj(GZIP_BITS)
        try:
            return unpack.decompress(head, len(BEGIN)) == BEGIN
        except zlib.error:
            return False

    def members(self, file: File, answers: Answers) -> "WarcMembers":
        """Open the file; nothing is read yet."""
        return WarcMembers(file)


class WarcMembers:
    """The recorded responses. The address of each is the position of its record, and its name."""

    def __init__(self, file: File) -> None:
        self.root = MemberFolder(file.path, file.name)
        self._file = file

    def events(self) -> Iterator[ReaderEvent]:
        """Yield pictures and videos, and references to ones that were recorded elsewhere."""
        seen: set[str] = set()
        with self._file.open() as stream:
            warc = WarcParser(stream)
            count = 0
            while (record := warc.record()) is not None:
                count += 1
                if count > MAX_MESSAGES:
                    raise UnreadableMediaError(Reason.TOO_LARGE, str(MAX_MESSAGES))
                start = b""
                for chunk in warc.block(record.length):
                    start += chunk[: MAX_HEADER_BYTES - len(start)]
                yield from self._told_by(record, start, seen)

    def member(self, address: str) -> Place:
        """Return the response at an address. Raises FileNotFoundError."""
        found = _ADDRESS.match(address)
        if found is None:
            raise FileNotFoundError
        return self._member(RecordPosition(int(found[1]), int(found[2])), address[found.end() :], 0)

    def close(self) -> None:
        """Do nothing: no stream is kept open."""

    def _told_by(self, record: WarcRecord, start: bytes, seen: set[str]) -> Iterator[ReaderEvent]:
        digest = record.headers.get("warc-payload-digest", "")[:100]
        if record.type in ("response", "resource", "conversion"):
            http, size = _http(record, start)
            member = self._member(record.where, file_name_in_url(record.url), size)
            member.remember(_head(http, start[record.length - size :]))
            if is_content(member.head(), http.get("content-type", "")):
                seen.add(digest)
                yield FoundPlace(member, _known(record))
        elif record.type == "revisit" and digest not in seen:
            yield from _referred(record, _http(record, start)[0])
        elif record.type == "continuation":
            member = self._member(record.where, file_name_in_url(record.url), record.length)
            yield Unreadable(member.path, member.name, Reason.TRUNCATED, "", _known(record))

    def _member(self, where: RecordPosition, name: str, size: int) -> DecodedMember:
        address = f"{where.outer}+{where.inner}/{name}"
        file = self._file
        return DecodedMember(self.root, file, address, size, lambda: _decode(file, where))


class Wacz:
    """Reads the folder of a WACZ, which a zip archive can hold; its indexes are no content."""

    def accepts(self, place: Place) -> bool:
        """Return whether the names that the format prescribes are in the folder."""
        return isinstance(place, Folder) and {"datapackage.json", "archive"} <= place.names()

    def read(self, place: Place, answers: Answers) -> Iterator[ReaderEvent]:
        """Yield the WARC files, and whatever else is in the folder."""
        if isinstance(place, Folder):
            for child in place.children():
                if isinstance(child, Unreadable):
                    yield child
                elif child.name not in _LISTS:
                    yield FoundPlace(child)


def _decode(file: File, where: RecordPosition) -> Generator[bytes]:
    with file.open() as stream:
        warc = WarcParser(stream, where)
        record = warc.record()
        if record is None:
            raise FileNotFoundError
        with closing(warc.block(record.length)) as chunks:
            start = b""
            for chunk in chunks:
                start += chunk
                if b"\r\n\r\n" in start or len(start) > MAX_HEADER_BYTES:
                    break
            http, size = _http(record, start)
            yield from body(http, chain((start[record.length - size :],), chunks))


def _http(record: WarcRecord, start: bytes) -> tuple[dict[str, str], int]:
    """Return the HTTP headers at the start of a block, and the size of the body behind them.

    A block without HTTP headers is all body, and the record states its type.
    """
    head, end, _ = start.partition(b"\r\n\r\n")
    if not (end and head.startswith(b"HTTP/")):
        return {"content-type": record.headers.get("content-type", "")}, record.length
    return headers_of(head), record.length - len(head) - len(end)


def _head(http: dict[str, str], start: bytes) -> bytes:
    """Return the first bytes of a body from the start of its block."""
    head = b""
    try:
        for chunk in body(http, (start,)):
            head += chunk
            if len(head) >= HEAD:
                break
    except UnreadableMediaError:
        pass  # reading all of it will say so
    return head


def _referred(record: WarcRecord, http: dict[str, str]) -> Iterator[ReaderEvent]:
    """Report a response whose bytes are in an earlier record of another file."""
    if http.get("content-type", "").startswith(MEDIA):
        date = record.headers.get("warc-date", "")
        address = fileless_address(PLATFORM, date, record.url)
        yield NotInExport(
            address, file_name_in_url(record.url), Reason.NOT_IN_EXPORT, _known(record)
        )


def _known(record: WarcRecord) -> Provenance:
    return page_provenance(record.url, time=seconds_of(record.headers.get("warc-date", "")))
