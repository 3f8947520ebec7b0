"""WARC (ISO 28500), which crawlers and browsers record, and WACZ, a folder or zip of WARC.

fastwarc finds the records and undoes what answers were packed with.
"""

import re
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from functools import partial, reduce
from io import BytesIO
from itertools import islice
from typing import BinaryIO, TypeAlias

from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader, WarcReader, ZstdReader
from fastwarc.warc import ArchiveIterator, HeaderMap, WarcRecord, WarcRecordType

from app.intake.readers.core.address import fileless_address
from app.intake.readers.core.answers import Answers
from app.intake.readers.core.events import NotInExport, Provenance, Unreadable
from app.intake.readers.core.members import DecodedMember, MemberFolder, head_of
from app.intake.readers.core.places import MEDIA, File, Folder, Place
from app.intake.readers.core.reader import FoundPlace, ReaderEvent
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

CHUNK = 1024 * 1024
PIECE = 4096
"""Bytes of an answer that are unpacked at once; where it breaks off, so many may be lost."""
HEADER_BYTES = 32 * 1024
BEGIN = b"WARC/"

_Bytes: TypeAlias = BinaryIO | WarcReader
_PACKED = {b"\x1f\x8b": GzipReader, b"\x28\xb5\x2f\xfd": ZstdReader}
_UNDO: dict[str, Callable[[_Bytes], WarcReader]] = {
    "gzip": GzipReader,
    "x-gzip": GzipReader,
    "deflate": partial(GzipReader, zlib=True),
    "br": BrotliReader,
    "zstd": ZstdReader,
}
"""By the name of a coding of content (RFC 9110, 7932, 8878)."""

_RECORDED = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
_ADDRESS = re.compile(r"(\d{1,18})\+(\d{1,18})/")
_LISTS = frozenset(
    ("datapackage.json", "datapackage-digest.json", "indexes", "pages", "fuzzy.json")
)


class WarcFile:
    """Opens .warc, .warc.gz and .warc.zst files."""

    def accepts(self, file: File) -> bool:
        """Return whether the first bytes, unpacked, are those of a WARC."""
        try:
            return _unpacked(BytesIO(file.head())).read(len(BEGIN)) == BEGIN
        except OSError:
            return False

    def members(self, file: File, answers: Answers) -> "WarcMembers":
        """Open the file; nothing is read yet."""
        return WarcMembers(file)


class WarcMembers:
    """The recorded responses. The address of each is the position of its record, and its name.

    The position is the offset of the record, or of the packed piece in which it lies, and its
    number in that piece.
    """

    def __init__(self, file: File) -> None:
        self.root = MemberFolder(file.path, file.name)
        self._file = file

    def events(self) -> Iterator[ReaderEvent]:
        """Yield pictures and videos, and references to ones that were recorded elsewhere."""
        seen: set[str] = set()
        given = 0
        with self._file.open() as stream, _damage_told():
            for count, (record, where) in enumerate(_records(stream)):
                if count >= MAX_MESSAGES:
                    raise UnreadableMediaError(Reason.TOO_LARGE, str(MAX_MESSAGES))
                start = record.reader.read(HEADER_BYTES)
                while record.reader.consume(CHUNK):
                    _require_ratio(given + record.reader.tell(), stream.tell())
                given += record.reader.tell()
                if record.reader.tell() < record.content_length:
                    raise UnreadableMediaError(Reason.TRUNCATED)
                yield from self._told_by(record, where, start, seen)

    def member(self, address: str) -> Place:
        """Return the response at an address. Raises FileNotFoundError."""
        found = _ADDRESS.match(address)
        if found is None:
            raise FileNotFoundError
        return self._member((int(found[1]), int(found[2])), address[found.end() :], 0)

    def close(self) -> None:
        """Do nothing: no stream is kept open."""

    def _told_by(
        self, record: WarcRecord, where: tuple[int, int], start: bytes, seen: set[str]
    ) -> Iterator[ReaderEvent]:
        http, body = _http(record, start)
        digest = (record.headers.get("WARC-Payload-Digest") or "")[:100]
        size = record.content_length - body
        member = self._member(where, file_name_in_url(_url(record)), size)
        if record.record_type & _RECORDED:
            member.remember(head_of(_undone(http, size, lambda: BytesIO(start[body:]))))
            if is_content(member.head(), http.get("Content-Type") or ""):
                seen.add(digest)
                yield FoundPlace(member, _known(record))
        elif record.record_type == WarcRecordType.revisit and digest not in seen:
            if (http.get("Content-Type") or "").startswith(MEDIA):
                date = record.headers.get("WARC-Date") or ""
                address = fileless_address(PLATFORM, date, _url(record))
                yield NotInExport(address, member.name, Reason.NOT_IN_EXPORT, _known(record))
        elif record.record_type == WarcRecordType.continuation:
            yield Unreadable(member.path, member.name, Reason.TRUNCATED, "", _known(record))

    def _member(self, where: tuple[int, int], name: str, size: int) -> DecodedMember:
        address, file = f"{where[0]}+{where[1]}/{name}", self._file
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


def _unpacked(stream: BinaryIO) -> _Bytes:
    start = stream.tell()
    sign = stream.read(4)
    stream.seek(start)
    return next((undo(stream) for each, undo in _PACKED.items() if sign.startswith(each)), stream)


def _records(stream: BinaryIO, start: int = 0) -> Iterator[tuple[WarcRecord, tuple[int, int]]]:
    """Yield the records from an offset on, with their positions.

    Raises:
        OSError, UnreadableMediaError
    """
    stream.seek(start)
    unpacked = _unpacked(stream)
    piece, number = -1, 0
    for record in ArchiveIterator(unpacked, parse_http=False, max_header_len=HEADER_BYTES):
        length = record.headers.get("Content-Length")
        if length is None or not length.isdecimal():
            raise UnreadableMediaError(Reason.TRUNCATED if length is None else Reason.DAMAGED)
        begins = record.stream_pos
        if isinstance(unpacked, WarcReader):
            begins = unpacked.frame_start_position() or start
        number = number + 1 if begins == piece else 0
        piece = begins
        yield record, (piece, number)


@contextmanager
def _damage_told() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno is None and error.args:  # said by fastwarc, not by the stream
            raise UnreadableMediaError(Reason.DAMAGED) from error
        raise


def _require_ratio(given: int, taken: int) -> None:
    is_bomb = given > RATIO_FROM_BYTES and given > taken * MAX_TOTAL_RATIO
    if given > MAX_UNPACKED_BYTES or is_bomb:
        raise UnreadableMediaError(Reason.TOO_LARGE, str(given))


def _decode(file: File, where: tuple[int, int]) -> Generator[bytes]:
    with file.open() as stream, _damage_told():

        def record_there() -> WarcRecord:
            for record, _ in islice(_records(stream, where[0]), where[1], None):
                return record
            raise FileNotFoundError

        record = record_there()
        http, start = _http(record, record.reader.read(HEADER_BYTES))

        def body() -> _Bytes:
            reader = record_there().reader
            reader.consume(start)
            return reader

        yield from _undone(http, record.content_length, body)


def _http(record: WarcRecord, start: bytes) -> tuple[HeaderMap, int]:
    """Return the HTTP headers at the start of a block, and where the body behind them begins.

    A block without HTTP headers is all body, and the record states its type.
    """
    headers = HeaderMap()
    if start.startswith(b"HTTP/") and b"\r\n\r\n" in start:
        return headers, headers.parse(BytesIO(start))
    headers.set("Content-Type", record.headers.get("Content-Type") or "")
    return headers, 0


def _undone(http: HeaderMap, length: int, body: Callable[[], _Bytes]) -> Generator[bytes]:
    """Yield a body without chunking and packing.

    Archives often keep the headers of a coding that they have already removed, so what cannot be
    undone is as it was sent.

    Args:
        length: Of the body as it was recorded, in bytes.
        body: Opens it.
    """
    is_chunked = "chunked" in (http.get("Transfer-Encoding") or "").lower()
    chunks = [ChunkedReader] if is_chunked else []
    coding = (http.get("Content-Encoding") or "").strip().lower()
    unpack = [_UNDO[coding]] if coding in _UNDO else []
    for ways in ([*chunks, *unpack], unpack, chunks, []):
        raw, given = body(), 0
        opened = reduce(lambda stream, undo: undo(stream), ways, raw)
        try:
            while piece := opened.read(PIECE):
                given += len(piece)
                _require_ratio(given, length)
                yield piece
        except OSError as error:
            if ways and not given:
                continue
            if raw.read(1):
                raise UnreadableMediaError(Reason.DAMAGED) from error
        return


def _url(record: WarcRecord) -> str:
    return (record.headers.get("WARC-Target-URI") or "").strip("<>")


def _known(record: WarcRecord) -> Provenance:
    date = record.headers.get("WARC-Date") or ""
    return page_provenance(_url(record), time=seconds_of(date))
