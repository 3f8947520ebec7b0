"""WARC: what a crawler or a browser recorded of the web, and WACZ, the folder or zip of it."""

import re
import zlib
from collections.abc import Generator, Iterator
from contextlib import closing
from itertools import chain

from app.intake.readers.core.address import nowhere
from app.intake.readers.core.answers import Answers
from app.intake.readers.core.found import NotInExport, Provenance, Unreadable
from app.intake.readers.core.members import MemberFolder
from app.intake.readers.core.places import HEAD, File, Folder, Place
from app.intake.readers.core.reader import FoundPlace, ReaderEvent
from app.intake.readers.core.restartable_stream import DecodedMember
from app.intake.readers.web.http_body import body, headers_of
from app.intake.readers.web.page import MEDIA, PLATFORM, is_content, name_in, provenance, seconds_of
from app.intake.readers.web.warc_records import (
    BEGIN,
    GZIP,
    GZIP_BITS,
    MAX_HEADER_BYTES,
    Record,
    Warc,
    Where,
)
from app.sandbox.reader_limits import MAX_MESSAGES
from face.errors import UnreadableMediaError
from face.types import Reason

_LISTS = frozenset(
    ("datapackage.json", "datapackage-digest.json", "indexes", "pages", "fuzzy.json")
)
_ADDRESS = re.compile(r"(\d{1,18})\+(\d{1,18})/")


class WarcFile:
    """Accepts .warc and .warc.gz."""

    def accepts(self, file: File) -> bool:
        """By the first bytes, unpacked."""
        head = file.head()
        if not head.startswith(GZIP):
            return head.startswith(BEGIN)
        unpack = zlib.decompressobj(GZIP_BITS)
        try:
            return unpack.decompress(head, len(BEGIN)) == BEGIN
        except zlib.error:
            return False

    def members(self, file: File, answers: Answers) -> "WarcMembers":
        """Nothing is read yet."""
        return WarcMembers(file)


class WarcMembers:
    """What was answered. The address of an answer is where its record is, and its name."""

    def __init__(self, file: File) -> None:
        self.root = MemberFolder(file.path, file.name)
        self._file = file

    def told(self) -> Iterator[ReaderEvent]:
        """The pictures and videos, and what was only referred to."""
        seen: set[str] = set()
        with self._file.open() as stream:
            warc = Warc(stream)
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
        """The answer at an address. Raises FileNotFoundError."""
        found = _ADDRESS.match(address)
        if found is None:
            raise FileNotFoundError
        return self._member(Where(int(found[1]), int(found[2])), address[found.end() :], 0)

    def close(self) -> None:
        """Nothing is held open."""

    def _told_by(self, record: Record, start: bytes, seen: set[str]) -> Iterator[ReaderEvent]:
        digest = record.headers.get("warc-payload-digest", "")[:100]
        if record.type in ("response", "resource", "conversion"):
            http, size = _http(record, start)
            member = self._member(record.where, name_in(record.url), size)
            member.remember(_head(http, start[record.length - size :]))
            if is_content(member.head(), http.get("content-type", "")):
                seen.add(digest)
                yield FoundPlace(member, _known(record))
        elif record.type == "revisit" and digest not in seen:
            yield from _referred(record, _http(record, start)[0])
        elif record.type == "continuation":
            member = self._member(record.where, name_in(record.url), record.length)
            yield Unreadable(member.path, member.name, Reason.TRUNCATED, "", _known(record))

    def _member(self, where: Where, name: str, size: int) -> DecodedMember:
        address = f"{where.outer}+{where.inner}/{name}"
        file = self._file
        return DecodedMember(self.root, file, address, size, lambda: _decode(file, where))


class Wacz:
    """Accepts the folder in a WACZ; a zip opens it. Its lists and indexes are no content."""

    def accepts(self, place: Place) -> bool:
        """By the names that the format prescribes."""
        return isinstance(place, Folder) and {"datapackage.json", "archive"} <= place.names()

    def read(self, place: Place, answers: Answers) -> Iterator[ReaderEvent]:
        """Its WARC files, and whatever else is in it."""
        if isinstance(place, Folder):
            for child in place.children():
                if isinstance(child, Unreadable):
                    yield child
                elif child.name not in _LISTS:
                    yield FoundPlace(child)


def _decode(file: File, where: Where) -> Generator[bytes]:
    with file.open() as stream:
        warc = Warc(stream, where)
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


def _http(record: Record, start: bytes) -> tuple[dict[str, str], int]:
    """The HTTP headers at the start of a block, and how long the body behind them is. A block
    without them is all body, and the record itself says what it is."""
    head, end, _ = start.partition(b"\r\n\r\n")
    if not (end and head.startswith(b"HTTP/")):
        return {"content-type": record.headers.get("content-type", "")}, record.length
    return headers_of(head), record.length - len(head) - len(end)


def _head(http: dict[str, str], start: bytes) -> bytes:
    """The first bytes of a body of which the start is known."""
    head = b""
    try:
        for chunk in body(http, (start,)):
            head += chunk
            if len(head) >= HEAD:
                break
    except UnreadableMediaError:
        pass  # reading all of it will say so
    return head


def _referred(record: Record, http: dict[str, str]) -> Iterator[ReaderEvent]:
    """The same bytes as in an earlier record, which is not in this file."""
    if http.get("content-type", "").startswith(MEDIA):
        date = record.headers.get("warc-date", "")
        address = nowhere(PLATFORM, date, record.url)
        yield NotInExport(address, name_in(record.url), Reason.NOT_IN_EXPORT, _known(record))


def _known(record: Record) -> Provenance:
    return provenance(record.url, time=seconds_of(record.headers.get("warc-date", "")))
