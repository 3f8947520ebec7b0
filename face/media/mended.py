"""Leave out what a picture can do without, where a decoder refuses the whole for it.

Viewers pass over a comment with a wrong checksum, a text that unpacks to megabytes or an odd marker
in front of a JPEG. Pillow does not, so what it refuses is opened again without these.
"""

import zlib
from collections.abc import Iterator
from typing import BinaryIO, Final

from face.media.bitmap import without_masks
from face.streams import Piece, joined_stream

_SIGNATURE_BYTES: Final = 8
_MAX_CHUNKS: Final = 100_000
_PACKED_TEXTS: Final = {b"zTXt", b"iTXt"}
_MAX_TEXT_BYTES: Final = 1 << 20
_CHECKED: Final = 1 << 24
"""Longer ancillary chunks are left out unread."""

_START_OF_SCAN: Final = 0xDA
_NEEDED: Final = {0xE1: (b"Exif\0\0", 8), 0xE2: (b"ICC_PROFILE\0", 16), 0xEE: (b"Adobe", 12)}
"""Application segments that say how a JPEG looks: how they begin, and the least bytes of one."""
_TABLES: Final = frozenset((0xDB, 0xDD, *range(0xC0, 0xD0))) - {0xC8}
_MAX_SEGMENTS: Final = 10_000
_MAX_STRAY_BYTES: Final = 1 << 16


def mended(stream: BinaryIO, size: int, plugin: str) -> BinaryIO | None:
    """Return the same picture without what decoders can do without; None where nothing is left out.

    Args:
        plugin: "PNG", "JPEG" or "BMP"; other formats are left as they are.
    """
    if plugin == "BMP":
        return without_masks(stream)
    found = {"PNG": _png, "JPEG": _jpeg}.get(plugin)
    if found is None:
        return None
    pieces = list(found(stream, size))
    if sum(len(each) if isinstance(each, bytes) else each[1] for each in pieces) >= size:
        return None
    return joined_stream(stream, pieces)


def _png(stream: BinaryIO, size: int) -> Iterator[Piece]:
    """Yield all chunks but damaged ancillary ones and texts that are long when
    unpacked (PNG 3, 5).
    """
    yield 0, _SIGNATURE_BYTES
    at = _SIGNATURE_BYTES
    for _ in range(_MAX_CHUNKS):
        stream.seek(at)
        head = stream.read(8)
        length = 12 + int.from_bytes(head[:4], "big")
        if len(head) < 8 or at + length > size:
            break
        if not head[4] & 0x20 or _is_sound(stream, head[4:], length - 12):
            yield at, length
        at += length
    if at < size:
        yield at, size - at


def _is_sound(stream: BinaryIO, kind: bytes, length: int) -> bool:
    """Return whether an ancillary chunk can be handed on; reads from behind its name."""
    if length > _CHECKED:
        return kind in {b"fdAT", b"fcTL"}
    content = stream.read(length + 4)
    if zlib.crc32(kind + content[:-4]) != int.from_bytes(content[-4:], "big"):
        return False
    if kind == b"tEXt":
        return length <= _MAX_TEXT_BYTES
    return kind not in _PACKED_TEXTS


def _jpeg(stream: BinaryIO, size: int) -> Iterator[Piece]:
    """Yield all segments that decoding needs; from the first scan on everything."""
    yield 0, 2
    at, stray = 2, 0
    for _ in range(_MAX_SEGMENTS):
        stream.seek(at)
        head = stream.read(4)
        if len(head) < 4 or stray > _MAX_STRAY_BYTES:
            break
        marker, length = head[1], int.from_bytes(head[2:], "big")
        if marker == _START_OF_SCAN and head[0] == 0xFF:
            break
        is_segment = head[0] == 0xFF and (marker in _TABLES or marker in range(0xE0, 0xFF))
        if not is_segment or length < 2:
            at, stray = at + 1, stray + 1
            continue
        start, least = _NEEDED.get(marker, (b"", 0))
        content = stream.read(len(start))
        is_needed = least and content == start and length - 2 >= least
        if marker in _TABLES or is_needed:
            yield at, 2 + length
        at += 2 + length
    if at < size:
        yield at, size - at
