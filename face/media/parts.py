"""Find the further pictures and videos in one file: behind its first picture, or beside it.

Phones put the video of a motion photo behind the picture, and cameras put the photo beside a
thumbnail. Whoever looks at the first picture only has not looked at the file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, Final

from face.media import limits
from face.media.jpeg import end_of_jpeg
from face.media.sniff import HEAD_BYTES, sniff
from face.media.tiff import Directory, Tiff, read_tiff
from face.streams import Piece, joined_stream

RAW: Final = frozenset(
    f"image/x-{name}" for name in ("canon-cr3", "fuji-raf", "olympus-orf", "panasonic-rw2")
)
"""Raw photos that are no TIFF; what can be looked at are the JPEG previews in them."""

_HEIF: Final = frozenset(("image/heic", "image/heif", "image/avif"))
_PICTURE_OR_VIDEO: Final = re.compile(
    rb"\xff\xd8\xff[\xc0-\xfe]|\0\0[\0\1].(?P<iso>ftyp)", re.DOTALL
)
"""How a JPEG or an ISO file begins."""
_MAX_BOXES: Final = 10_000
_MAX_TRIES: Final = 1_000
_BOX_NAME: Final = re.compile(rb"[ -~\xa9]{4}")
_LEAST_BYTES: Final = 100
_METADATA_BYTES: Final = 1 << 16
_GAIN_MAP: Final = re.compile(
    rb"GainMapMax|HDRGainMapVersion"
    rb"|\xff\xe2(?:\0[\x29-\xff]|[\1-\xff].)urn:iso:std:iso:ts:21496:-1\0",
    re.DOTALL,
)
"""How a gain map calls itself: Adobe and Google (XMP), Apple, ISO 21496-1."""
_MUCH_LARGER: Final = 16
"""Times the pixels of its preview from which a raw photo has not been looked at as a whole."""


@dataclass(frozen=True, slots=True)
class Part:
    """A picture or video in a file, as a file of its own.

    Attributes:
        pieces: Of which it is made, ranges of the whole file.
        mime: What it is.
        is_gain_map: Whether it only says how bright the first picture is on a better screen.
    """

    pieces: tuple[Piece, ...]
    mime: str
    is_gain_map: bool = False

    @property
    def size(self) -> int:
        """Bytes."""
        return sum(len(each) if isinstance(each, bytes) else each[1] for each in self.pieces)

    def open(self, stream: BinaryIO) -> BinaryIO:
        """Return a stream of this part only."""
        return joined_stream(stream, self.pieces)


@dataclass(frozen=True, slots=True)
class Parts:
    """What a file holds.

    Attributes:
        main: What is shown of it, where that is not its first picture.
        further: Further pictures and videos.
        is_all: Whether this is all that is in it.
    """

    main: Part | None = None
    further: list[Part] = field(default_factory=list)
    is_all: bool = True


def parts_of(stream: BinaryIO, size: int, mime: str) -> Parts:
    """Find the parts of a picture.

    Args:
        stream: Seekable stream of the whole file.
        size: Its length in bytes.
        mime: Its media type.
    """
    if mime == "image/jpeg":
        return _listed(_behind(stream, end_of_jpeg(stream, 0, size), size))
    if mime in _HEIF:
        return _listed(_in_boxes(stream, size, has_tracks=mime != "image/avif"))
    if mime == "image/tiff":
        return _of_tiff(read_tiff(stream, size), size)
    if mime in RAW:
        found = [each for each in _behind(stream, 1, size) if each.mime == "image/jpeg"]
        return Parts(max(found, key=lambda part: part.size, default=None))
    return Parts()


def _listed(found: Iterator[Part]) -> Parts:
    parts: list[Part] = []
    for each in found:
        if len(parts) == limits.MAX_PARTS:
            return Parts(None, parts, is_all=False)
        parts.append(each)
    return Parts(None, parts)


def _behind(stream: BinaryIO, start: int, size: int) -> Iterator[Part]:
    """Pictures and videos behind the end of the first picture, wherever they begin."""
    stream.seek(start)
    content = stream.read(max(0, min(size - start, limits.MAX_BEHIND_BYTES)))
    at = 0
    for _ in range(_MAX_TRIES):
        found = _PICTURE_OR_VIDEO.search(content, at)
        if found is None:
            return
        begin = start + found.start()
        part = _iso_file(stream, begin, size) if found["iso"] else _jpeg(stream, begin, size)
        at = found.start() + (4 if part is None else part.size)
        if part is not None and not part.is_gain_map:
            yield part


def _jpeg(stream: BinaryIO, start: int, size: int) -> Part | None:
    length = end_of_jpeg(stream, start, size) - start
    if length < _LEAST_BYTES:
        return None
    stream.seek(start)
    is_gain_map = _GAIN_MAP.search(stream.read(min(length, _METADATA_BYTES))) is not None
    return Part(((start, length),), "image/jpeg", is_gain_map)


def _iso_file(stream: BinaryIO, start: int, size: int) -> Part | None:
    """Return a picture or video up to where its boxes end."""
    stream.seek(start)
    mime = sniff(stream.read(HEAD_BYTES))
    end = start
    for name, begin, length in _boxes(stream, start, size):
        if not _BOX_NAME.fullmatch(name):
            break
        end = min(begin + length, size)
    return Part(((start, end - start),), mime) if end > start else None


def _boxes(stream: BinaryIO, start: int, size: int) -> Iterator[tuple[bytes, int, int]]:
    """Name, offset and length of the outermost boxes of an ISO file (ISO/IEC 14496-12, 4.2)."""
    at = start
    for _ in range(_MAX_BOXES):
        stream.seek(at)
        head = stream.read(16)
        length = int.from_bytes(head[:4], "big")
        if length == 1:
            length = int.from_bytes(head[8:], "big")
        elif length == 0:
            length = size - at
        if len(head) < 8 or length < 8:
            return
        yield head[4:8], at, length
        at += length
        if at >= size:
            return


def _in_boxes(stream: BinaryIO, size: int, *, has_tracks: bool) -> Iterator[Part]:
    """Yield the video of a HEIF: in a box of its own (`mpvd`), or as a track beside the pictures.

    Args:
        has_tracks: Whether tracks are looked at here; those of AVIF are what its decoder shows.
    """
    for name, start, length in _boxes(stream, 0, size):
        if name == b"mpvd":
            yield from _behind(stream, start + 8, min(start + length, size))
        elif name == b"moov" and has_tracks:
            yield Part(((0, size),), "image/heic-sequence")


def _of_tiff(tiff: Tiff, size: int) -> Parts:
    """Return the largest preview of a raw photo; what hangs below the pages of another TIFF."""
    if not tiff.is_raw:
        below = (each for each in tiff.directories if each.is_sub and not each.is_reduced)
        return Parts(None, [_of_directory(tiff, each, size) for each in below])
    seen = [each for each in tiff.directories if each.jpeg or tiff.is_decoded(each)]
    best = max(seen, key=lambda each: each.area, default=None)
    sensor = max((each.area for each in tiff.directories if each.is_of_sensor), default=0)
    if best is None:
        return Parts(is_all=False)
    return Parts(_of_directory(tiff, best, size), [], best.area * _MUCH_LARGER >= sensor)


def _of_directory(tiff: Tiff, directory: Directory, size: int) -> Part:
    if directory.jpeg is not None:
        return Part((directory.jpeg,), "image/jpeg")
    return Part(tiff.only(directory, size), "image/tiff")
