"""The directories of a TIFF, by which raw photos keep several pictures (TIFF 6.0; DNG 1.7).

A raw photo (DNG, CR2, NEF, ARW, PEF, ...) is a TIFF whose first picture is often a thumbnail. What
other programs show of it without developing it is the largest JPEG in it.
"""

import struct
from dataclasses import dataclass
from typing import BinaryIO, Final

from face.streams import Piece

_WIDTH, _HEIGHT, _COMPRESSION, _PHOTOMETRIC = 256, 257, 259, 262
_SUBFILE, _STRIPS, _STRIP_SIZES, _SUB_DIRECTORIES = 254, 273, 279, 330
_JPEG_START, _JPEG_SIZE = 513, 514
_DNG_VERSION: Final = 50706
_REDUCED: Final = 1
_JPEG_CODINGS: Final = {6, 7, 34892}
_SENSOR: Final = {32803, 34892}
"""Photometric values of what a sensor saw: a mosaic of colours, or linear raw."""
_SHOWN: Final = {0, 1, 2, 3, 5, 6, 8}
"""Photometric values of pictures that Pillow decodes."""
_LOSSLESS: Final = 0xC3
_UNITS: Final = {1: "B", 3: "H", 4: "I", 13: "I", 16: "Q", 18: "Q"}
_MAX_DIRECTORIES: Final = 200
_MAX_ROWS: Final = 4_096
_MAX_VALUES: Final = 64
_MAX_STRIPS: Final = 1 << 20
_BITS, _SAMPLES, _ROWS, _PLANAR, _PREDICTOR = 258, 277, 278, 284, 317
_TILE_WIDTH, _TILE_HEIGHT, _TILES, _TILE_SIZES = 322, 323, 324, 325
_INK_SET, _FORMATS = 332, 339


@dataclass(frozen=True, slots=True)
class Directory:
    """One picture of a TIFF.

    Attributes:
        offset: Of its rows.
        is_sub: Whether it hangs below another one, where decoders of pages do not come.
        jpeg: Start and length of the JPEG that holds it, or None.
    """

    offset: int
    is_sub: bool
    width: int
    height: int
    photometric: int
    is_reduced: bool
    jpeg: tuple[int, int] | None

    @property
    def is_of_sensor(self) -> bool:
        """Whether it has to be developed before anybody can see it."""
        return self.photometric in _SENSOR

    @property
    def area(self) -> int:
        return self.width * self.height


@dataclass(frozen=True, slots=True)
class Layout:
    """How the samples of one picture lie in a TIFF (TIFF 6.0, sections 2, 8, 14 to 16, 19).

    Attributes:
        order: "<" or ">".
        bits: Of one sample, the same for all; 0 where they differ.
        samples: In one pixel.
        format: 1 unsigned, 2 signed, 3 floating point; 0 where they differ.
        is_planar: Whether each of the samples has strips or tiles of its own.
        inks: 1 for CMYK, 2 for other inks.
        tile: Width and height of a tile; None where there are strips.
        rows: Of a strip.
        starts, sizes: Of strips or tiles, in bytes.
    """

    order: str
    width: int
    height: int
    photometric: int
    bits: int
    samples: int
    format: int
    compression: int
    predictor: int
    is_planar: bool
    inks: int
    tile: tuple[int, int] | None
    rows: int
    starts: tuple[int, ...]
    sizes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Tiff:
    """What a TIFF holds.

    Attributes:
        order: "<" or ">".
        is_big: Whether it is a BigTIFF.
        is_raw: Whether it is a raw photo.
    """

    order: str
    is_big: bool
    is_raw: bool
    directories: tuple[Directory, ...]

    def only(self, directory: Directory, size: int) -> tuple[Piece, ...]:
        """Return the file with this directory as its first one."""
        if self.is_big:
            first = struct.pack(f"{self.order}Q", directory.offset)
            return ((0, 8), first, (16, size - 16))
        return ((0, 4), struct.pack(f"{self.order}I", directory.offset), (8, size - 8))

    def is_decoded(self, directory: Directory) -> bool:
        """Return whether Pillow may decode it."""
        return directory.photometric in _SHOWN and directory.area > 0


def read_tiff(stream: BinaryIO, size: int) -> Tiff:
    """Read the directories of a TIFF, damaged ones as far as they go."""
    return _TiffReader(stream, size).read()


def read_layout(stream: BinaryIO, size: int, directory: Directory) -> Layout:
    """Read how the samples of a picture lie, as far as its directory says."""
    return _TiffReader(stream, size).layout(directory)


class _TiffReader:
    def __init__(self, stream: BinaryIO, size: int) -> None:
        self._stream = stream
        self._size = size
        stream.seek(0)
        head = stream.read(16)
        self._order = "<" if head[:1] == b"I" else ">"
        self._is_big = head[2:4] in {b"+\0", b"\0+"}
        self._first = self._number(head[8:16] if self._is_big else head[4:8])
        self._is_dng = False

    def read(self) -> Tiff:
        waiting, seen = [(self._first, False)], set[int]()
        found: list[Directory] = []
        while waiting and len(seen) < _MAX_DIRECTORIES:
            offset, is_sub = waiting.pop(0)
            if not 0 < offset < self._size or offset in seen:
                continue
            seen.add(offset)
            rows, following = self._rows(offset)
            self._is_dng |= _DNG_VERSION in rows
            waiting += [(each, True) for each in self._values(rows, _SUB_DIRECTORIES)]
            if following and not is_sub:
                waiting.append((following, False))
            found.append(self._directory(offset, is_sub, rows))
        is_raw = self._is_dng or any(each.is_of_sensor for each in found)
        is_raw |= any(each.is_sub and each.jpeg for each in found)
        return Tiff(self._order, self._is_big, is_raw, tuple(found))

    def layout(self, directory: Directory) -> Layout:
        rows, _ = self._rows(directory.offset)

        def value(tag: int, otherwise: int) -> int:
            return next(iter(self._values(rows, tag)), otherwise)

        def only(tag: int, otherwise: int) -> int:
            found = set(self._values(rows, tag)) or {otherwise}
            return found.pop() if len(found) == 1 else 0

        tile = value(_TILE_WIDTH, 0), value(_TILE_HEIGHT, 0)
        tags = (_TILES, _TILE_SIZES) if all(tile) else (_STRIPS, _STRIP_SIZES)
        starts, sizes = (tuple(self._values(rows, tag, _MAX_STRIPS)) for tag in tags)
        return Layout(
            *(self._order, directory.width, directory.height, directory.photometric),
            *(only(_BITS, 1), value(_SAMPLES, 1), only(_FORMATS, 1)),
            *(value(_COMPRESSION, 1), value(_PREDICTOR, 1), value(_PLANAR, 1) == 2),
            *(value(_INK_SET, 1), tile if all(tile) else None, value(_ROWS, directory.height)),
            *(starts, sizes),
        )

    def _directory(
        self, offset: int, is_sub: bool, rows: dict[int, tuple[int, int, bytes]]
    ) -> Directory:
        def value(tag: int, otherwise: int) -> int:
            return next(iter(self._values(rows, tag)), otherwise)

        width, height = value(_WIDTH, 0), value(_HEIGHT, 0)
        jpeg = None
        if _JPEG_START in rows:
            jpeg = self._jpeg(value(_JPEG_START, 0), value(_JPEG_SIZE, 0))
        elif value(_COMPRESSION, 1) in _JPEG_CODINGS:
            starts, sizes = self._values(rows, _STRIPS), self._values(rows, _STRIP_SIZES)
            if len(starts) == len(sizes) == 1:
                jpeg = self._jpeg(starts[0], sizes[0])
        if jpeg is not None:
            width, height = max(width, jpeg[2]), max(height, jpeg[3])
        is_reduced = bool(value(_SUBFILE, 0) & _REDUCED)
        photometric = value(_PHOTOMETRIC, 6 if jpeg else -1)
        range_ = None if jpeg is None else jpeg[:2]
        return Directory(offset, is_sub, width, height, photometric, is_reduced, range_)

    def _jpeg(self, start: int, length: int) -> tuple[int, int, int, int] | None:
        """Return a JPEG at an offset with its width and height; None where it
        is none or lossless.
        """
        if not 0 < start < self._size:
            return None
        self._stream.seek(start)
        if self._stream.read(3) != b"\xff\xd8\xff":
            return None
        self._stream.seek(start + 2)
        for _ in range(_MAX_ROWS):
            head = self._stream.read(9)
            if len(head) < 9 or head[0] != 0xFF:
                return None
            marker, skip = head[1], int.from_bytes(head[2:4], "big")
            if marker == _LOSSLESS:
                return None
            if marker in range(0xC0, 0xD0) and marker not in {0xC4, 0xC8, 0xCC}:
                height, width = struct.unpack(">HH", head[5:9])
                return start, min(length, self._size - start), width, height
            self._stream.seek(skip - 7, 1)
        return None

    def _rows(self, offset: int) -> tuple[dict[int, tuple[int, int, bytes]], int]:
        """Return the rows of a directory by tag (type, count, value or its
        offset), and the next one.
        """
        self._stream.seek(offset)
        width, unit = (8, 20) if self._is_big else (2, 12)
        count = self._number(self._stream.read(width))
        if not 0 < count <= _MAX_ROWS:
            return {}, 0
        rows: dict[int, tuple[int, int, bytes]] = {}
        inside = 8 if self._is_big else 4
        for _ in range(count):
            row = self._stream.read(unit)
            if len(row) < unit:
                return rows, 0
            tag, kind = self._number(row[:2]), self._number(row[2:4])
            rows[tag] = kind, self._number(row[4 : 4 + inside]), row[4 + inside :]
        return rows, self._number(self._stream.read(inside))

    def _values(
        self, rows: dict[int, tuple[int, int, bytes]], tag: int, most: int = _MAX_VALUES
    ) -> list[int]:
        kind, count, content = rows.get(tag, (0, 0, b""))
        letter = _UNITS.get(kind)
        if letter is None or not 0 < count <= most:
            return []
        length = count * struct.calcsize(f"={letter}")
        if length > len(content):
            self._stream.seek(self._number(content))
            content = self._stream.read(length)
        if len(content) < length:
            return []
        return list(struct.unpack(f"{self._order}{count}{letter}", content[:length]))

    def _number(self, content: bytes) -> int:
        return int.from_bytes(content, "little" if self._order == "<" else "big")
