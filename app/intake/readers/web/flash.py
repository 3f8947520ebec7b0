"""Pictures in a Flash film (SWF file format specification, version 19, chapters 1, 8 and 14)."""

import lzma
import struct
import zlib
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

import numpy as np

from app.intake.readers.core.answers import Answers
from app.intake.readers.core.events import Unreadable
from app.intake.readers.core.members import DecodedMember, MemberFolder, found_at
from app.intake.readers.core.places import File, Folder, Place
from app.intake.readers.core.reader import FoundPlace, Members, ReaderEvent
from app.sandbox import reader_limits
from face.errors import UnreadableMediaError
from face.media.sniff import sniff
from face.types import Reason

FLASH = "application/x-shockwave-flash"
_HEAD, _LZMA_HEAD = 8, 12
_END, _BITS, _TABLES, _LOSSLESS, _BITS_2, _BITS_3 = 0, 6, 8, 20, 21, 35
_LOSSLESS_2, _VIDEO, _BITS_4 = 36, 60, 90
_BEFORE_PICTURE = {_BITS: 2, _BITS_2: 2, _BITS_3: 6, _BITS_4: 8}
"""Bytes of a tag before the picture, by its kind: its number, the offset of the alpha, a filter."""

_TWO_STARTS, _START_OF_JPEG, _END_OF_JPEG = b"\xff\xd9\xff\xd8", b"\xff\xd8", b"\xff\xd9"
_PALETTE, _RGB_15, _RGB_24 = 3, 4, 5
_LONG = 0x3F


@dataclass(frozen=True, slots=True)
class _Tag:
    kind: int
    start: int
    end: int


class Flash:
    """Opens films, packed with Deflate, LZMA or not."""

    def accepts(self, file: File) -> bool:
        """Return whether a film begins here."""
        return sniff(file.head()) == FLASH

    def members(self, file: File, answers: Answers) -> Members:
        """Unpack the film and list its pictures.

        Raises:
            OSError, UnreadableMediaError: It is damaged or too large.
        """
        with file.open() as stream:
            return FilmMembers(file, _unpacked(stream))


class FilmMembers:
    """The pictures of a film. The address of one is the number of its tag."""

    def __init__(self, container: File, film: bytes) -> None:
        """List them."""
        self._container = container
        folder = MemberFolder(container.path, container.name)
        self._folder = folder
        tags = list(_tags(film))
        self._breaks_off = not tags or tags[-1].kind != _END
        self._has_video = any(tag.kind == _VIDEO for tag in tags)
        tables = next((film[t.start : t.end] for t in tags if t.kind == _TABLES), b"")
        self._members: dict[str, DecodedMember] = {}
        for number, tag in enumerate(tags):
            if tag.kind not in (*_BEFORE_PICTURE, _LOSSLESS, _LOSSLESS_2):
                continue
            decode = partial(_decoded, film, tag, tables)
            size = tag.end - tag.start
            member = DecodedMember(folder, container, f"picture-{number}", size, decode)
            self._members[member.name] = member
        if len(self._members) > reader_limits.MAX_ENTRIES:
            raise UnreadableMediaError(Reason.TOO_LARGE, str(len(self._members)))

    @property
    def root(self) -> Folder:
        """Nothing is listed in it: what lies here is no export."""
        return self._folder

    def events(self) -> Iterator[ReaderEvent]:
        """Yield each picture; of what is drawn or moves, say that it was not looked at."""
        yield from (FoundPlace(each) for each in self._members.values())
        if self._breaks_off:
            raise UnreadableMediaError(Reason.TRUNCATED)
        if self._has_video or not self._members:
            path, name = self._container.path, self._container.name
            yield Unreadable(path, name, Reason.OTHER_FORMAT, FLASH)

    def member(self, address: str) -> Place:
        """The one at an address. Raises FileNotFoundError."""
        return found_at(self._members, address)

    def close(self) -> None:
        """Do nothing: no stream is kept open."""


def _unpacked(stream: BinaryIO) -> bytes:
    """Everything behind the length of a film. Raises OSError, UnreadableMediaError."""
    head = stream.read(_HEAD)
    most = reader_limits.KEPT_BYTES
    if int.from_bytes(head[4:8], "little") > most:
        raise UnreadableMediaError(Reason.TOO_LARGE, str(most))
    try:
        if head.startswith(b"C"):
            return zlib.decompressobj().decompress(stream.read(most), most)
        if head.startswith(b"Z"):
            return _from_lzma(stream.read(most), most)
    except (zlib.error, lzma.LZMAError, struct.error) as error:
        raise UnreadableMediaError(Reason.DAMAGED) from error
    return stream.read(most)


def _from_lzma(packed: bytes, most: int) -> bytes:
    """Undo LZMA, whose properties stand behind the packed length."""
    properties, size = struct.unpack_from("<BI", packed, 4)
    filters = {
        "id": lzma.FILTER_LZMA1,
        "dict_size": min(max(size, 4096), reader_limits.IN_MEMORY_BYTES),
        "lc": properties % 9,
        "lp": properties // 9 % 5,
        "pb": properties // 45,
    }
    unpacker = lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[filters])
    return unpacker.decompress(packed[4 + 5 :], most)


def _tags(film: bytes) -> Iterator[_Tag]:
    """The tags of a film, as far as they go; its head is a rectangle, a rate and a count."""
    at = (5 + 4 * (film[0] >> 3) + 7) // 8 + 4 if film else 0
    while at + 2 <= len(film):
        (head,) = struct.unpack_from("<H", film, at)
        length, at = head & _LONG, at + 2
        if length == _LONG:
            if at + 4 > len(film):
                return
            (length,) = struct.unpack_from("<I", film, at)
            at += 4
        if at + length > len(film):
            return
        yield _Tag(head >> 6, at, at + length)
        if head >> 6 == _END:
            return
        at += length


def _decoded(film: bytes, tag: _Tag, tables: bytes) -> Generator[bytes]:
    if tag.kind in (_LOSSLESS, _LOSSLESS_2):
        yield _lossless(film[tag.start : tag.end], has_alpha=tag.kind == _LOSSLESS_2)
        return
    start, end = tag.start + _BEFORE_PICTURE[tag.kind], tag.end
    if tag.kind in (_BITS_3, _BITS_4) and tag.end - tag.start >= 6:
        (length,) = struct.unpack_from("<I", film, tag.start + 2)
        end = min(start + length, tag.end)
    picture = film[start:end].removeprefix(_TWO_STARTS)
    if tag.kind == _BITS and tables:
        picture = tables.removesuffix(_END_OF_JPEG) + picture.removeprefix(_START_OF_JPEG)
    yield picture.replace(_TWO_STARTS, b"", 1)


def _lossless(tag: bytes, *, has_alpha: bool) -> bytes:
    """A bare picture as PNG, without its alpha. Raises UnreadableMediaError."""
    try:
        kind, width, height = struct.unpack_from("<BHH", tag, 2)
        colours = tag[7] + 1 if kind == _PALETTE else 0
        channels = 4 if has_alpha else 3
        unit = {_PALETTE: 1, _RGB_15: 2, _RGB_24: 4}[kind]
        row = (width * unit + 3) // 4 * 4
        table, size = colours * channels, row * height
        if size > reader_limits.IN_MEMORY_BYTES:
            raise UnreadableMediaError(Reason.TOO_LARGE, f"{width}x{height}")
        packed = tag[8 if kind == _PALETTE else 7 :]
        content = zlib.decompressobj().decompress(packed, table + size)
    except (struct.error, IndexError, KeyError, zlib.error) as error:
        raise UnreadableMediaError(Reason.DAMAGED) from error
    if not width or not height or len(content) < table + size:
        raise UnreadableMediaError(Reason.TRUNCATED)
    rows = np.frombuffer(content, np.uint8, size, table).reshape(height, row)[:, : width * unit]
    if kind == _PALETTE:
        palette = np.frombuffer(content, np.uint8, table).reshape(colours, channels)[:, :3]
        rgb = np.zeros((256, 3), np.uint8)
        rgb[:colours] = palette
        pixels = rgb[rows]
    elif kind == _RGB_15:
        packed_15 = rows.reshape(height, width, 2).astype(np.uint16)
        value = packed_15[:, :, 0] << 8 | packed_15[:, :, 1]
        parts = [(value >> shift & 31) * 255 // 31 for shift in (10, 5, 0)]
        pixels = np.stack(parts, axis=2).astype(np.uint8)
    else:
        pixels = rows.reshape(height, width, 4)[:, :, 1:]
    filtered = np.zeros((height, 1 + 3 * width), np.uint8)
    filtered[:, 1:] = pixels.reshape(height, 3 * width)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(filtered.tobytes(), 1)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    sum_ = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + sum_
