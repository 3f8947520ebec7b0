"""Records of a WARC (ISO 28500), plain or packed one by one, and found again by where they are."""

import zlib
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from app.intake.readers.web.http_body import headers_of, inflate
from app.sandbox.reader_limits import MAX_TOTAL_RATIO, MAX_UNPACKED_BYTES, RATIO_FROM_BYTES
from face.errors import UnreadableMediaError
from face.types import Reason

GZIP = b"\x1f\x8b"
GZIP_BITS = 31
CHUNK = 256 * 1024
MAX_HEADER_BYTES = 64 * 1024
BEGIN = b"WARC/"


@dataclass(frozen=True, slots=True)
class Where:
    """The byte of the file where a record, or the packed piece that it lies in, begins; and how far
    in the unpacked piece it begins."""

    outer: int
    inner: int = 0


@dataclass(frozen=True, slots=True)
class Record:
    """A record up to its block.

    Attributes:
        headers: By their names in small letters.
        length: Bytes of the block.
    """

    where: Where
    headers: Mapping[str, str]
    length: int

    @property
    def type(self) -> str:
        """`response`, `resource`, ..."""
        return self.headers.get("warc-type", "").lower()

    @property
    def url(self) -> str:
        """What it was loaded from."""
        return self.headers.get("warc-target-uri", "").strip("<>")


class Warc:
    """Reads forwards, one record after the other. Every method raises OSError and
    UnreadableMediaError."""

    def __init__(self, stream: BinaryIO, where: Where = Where(0)) -> None:
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

    def record(self) -> Record | None:
        """The next one; None at the end."""
        while self._fill(1) and self._text[:1] in b"\r\n":
            self._take(1)
        if not self._fill(1):
            return None
        where = self._where()
        if not (self._fill(len(BEGIN)) and self._text.startswith(BEGIN)):
            raise UnreadableMediaError(Reason.DAMAGED)
        headers = headers_of(self._headers())
        length = headers.get("content-length", "")
        if not (length.isdecimal() and len(length) < 16):
            raise UnreadableMediaError(Reason.DAMAGED)
        return Record(where, headers, int(length))

    def block(self, length: int) -> Generator[bytes]:
        """So many bytes from here on; all of them have to be taken before the next record."""
        while length > 0:
            if not self._fill(1):
                raise UnreadableMediaError(Reason.TRUNCATED)
            chunk = self._take(min(length, len(self._text)))
            length -= len(chunk)
            yield chunk

    def _headers(self) -> bytes:
        """Up to the empty line, which is taken, too."""
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

    def _where(self) -> Where:
        return Where(self._outer, self._at) if self._is_packed else Where(self._outer + self._at)

    def _fill(self, count: int) -> bool:
        """Have so many bytes; of a packed record not those of the next. False when there are not
        so many."""
        while len(self._text) < count:
            more = self._more()
            if not more:
                return False
            self._text += more
        return True

    def _more(self) -> bytes:
        """Some more bytes of the piece; of the next one, when nothing of this is left."""
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
        """Go on to the next packed piece. False when there is none."""
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
