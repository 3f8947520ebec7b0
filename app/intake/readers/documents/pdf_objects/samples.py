"""Writes bare samples of an image as a PNG or TIFF file."""

import struct
import zlib
from dataclasses import dataclass

from face.errors import UnreadableMediaError
from face.types import Reason

PNG_COLOUR = {1: 0, 3: 2}
"""Colour types of PNG without a palette, by the number of samples in a pixel."""

_PNG_PALETTE = 3
_PHOTOMETRIC = {1: 1, 3: 2, 4: 5}
_WHITE_IS_ZERO, _PALETTE = 0, 3
_SHORT, _LONG = 3, 4
_LETTERS = {_SHORT: "H", _LONG: "I"}
_INSIDE = 4
_IN_JPEG = 7


@dataclass(frozen=True, slots=True)
class Samples:
    """The shape of bare samples.

    Attributes:
        bits: Bits of one sample.
        count: Number of samples in one pixel.
        palette: RGB of each colour, if the samples are numbers of colours.
        is_inverted: Whether 0 is white.
    """

    width: int
    height: int
    bits: int
    count: int
    palette: bytes | None
    is_inverted: bool


def as_png(samples: Samples, packed: bytes) -> bytes:
    """Return a PNG of samples that are packed as in PNG (PNG, third edition, 11.2)."""
    colour = PNG_COLOUR[samples.count] if samples.palette is None else _PNG_PALETTE
    header = struct.pack(">IIBBBBB", samples.width, samples.height, samples.bits, colour, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", packed), (b"IEND", b"")]
    if samples.palette is not None:
        chunks.insert(1, (b"PLTE", samples.palette[: 3 << samples.bits]))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(content))
        + kind
        + content
        + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in chunks
    )


def as_tiff(samples: Samples, data: bytes) -> bytes:
    """Return a TIFF of rows of samples, each filled up to a byte (TIFF 6.0, section 2).

    Raises:
        UnreadableMediaError: TIFF has no such kind of image.
    """
    if samples.count not in _PHOTOMETRIC:
        raise UnreadableMediaError(Reason.PICTURE_FORMAT)
    photometric = _PHOTOMETRIC[samples.count]
    if samples.is_inverted:
        photometric = _WHITE_IS_ZERO
    values: list[tuple[int, int, list[int]]] = [
        (256, _LONG, [samples.width]),
        (257, _LONG, [samples.height]),
        (258, _SHORT, [samples.bits] * samples.count),
        (259, _SHORT, [1]),
        (262, _SHORT, [photometric if samples.palette is None else _PALETTE]),
        (273, _LONG, [0]),
        (277, _SHORT, [samples.count]),
        (278, _LONG, [samples.height]),
        (279, _LONG, [len(data)]),
    ]
    if samples.palette is not None:
        values.append((320, _SHORT, _colour_map(samples.palette, samples.bits)))
    return _tiff_file(values, data)


def jpeg_as_tiff(content: bytes, width: int, height: int) -> bytes:
    """Return a JPEG of one sample per pixel, in which 0 is white, in a TIFF (TechNote 2)."""
    values: list[tuple[int, int, list[int]]] = [
        (256, _LONG, [width]),
        (257, _LONG, [height]),
        (258, _SHORT, [8]),
        (259, _SHORT, [_IN_JPEG]),
        (262, _SHORT, [_WHITE_IS_ZERO]),
        (273, _LONG, [0]),
        (277, _SHORT, [1]),
        (278, _LONG, [height]),
        (279, _LONG, [len(content)]),
    ]
    return _tiff_file(values, content)


def _colour_map(palette: bytes, bits: int) -> list[int]:
    """Return all reds, then greens, then blues, of 16 bits each."""
    whole = palette[: 3 << bits].ljust(3 << bits, b"\0")
    return [257 * each for channel in range(3) for each in whole[channel::3]]


def _tiff_file(values: list[tuple[int, int, list[int]]], data: bytes) -> bytes:
    start = 8
    behind = start + 2 + 12 * len(values) + 4
    entries, more = b"", b""
    packed = {tag: struct.pack(f">{len(v)}{_LETTERS[kind]}", *v) for tag, kind, v in values}
    strip = behind + sum(len(each) for each in packed.values() if len(each) > _INSIDE)
    packed[273] = struct.pack(">I", strip)
    for tag, kind, each in values:
        content = packed[tag]
        if len(content) > _INSIDE:
            content, more = struct.pack(">I", behind + len(more)), more + content
        entries += struct.pack(">HHI", tag, kind, len(each)) + content.ljust(_INSIDE, b"\0")
    head = b"MM\0*" + struct.pack(">I", start) + struct.pack(">H", len(values))
    return head + entries + bytes(4) + more + data
