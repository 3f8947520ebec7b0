"""Flash films, made by hand."""

import lzma
import struct
import zlib
from collections.abc import Sequence

import numpy as np

Tags = Sequence[tuple[int, bytes]]


def film(tags: Tags, packing: str = "F") -> bytes:
    """A film with these tags; packed with "C" (Deflate), "Z" (LZMA) or not ("F")."""
    body = b"\x50" + bytes(5) + struct.pack("<HH", 12 << 8, 1)
    for kind, content in (*tags, (0, b"")):
        body += struct.pack("<HI", kind << 6 | 0x3F, len(content)) + content
    head = packing.encode() + b"WS\x0d" + struct.pack("<I", 8 + len(body))
    if packing == "C":
        return head + zlib.compress(body)
    if packing == "Z":
        alone = lzma.compress(body, lzma.FORMAT_ALONE)
        return head + struct.pack("<I", len(alone) - 13) + alone[:5] + alone[13:]
    return head + body


def jpeg(content: bytes) -> tuple[int, bytes]:
    """A tag with a JPEG, PNG or GIF, before a JPEG with the two marks that old programs wrote."""
    marks = b"\xff\xd9\xff\xd8" if content.startswith(b"\xff\xd8") else b""
    return 21, b"\1\0" + marks + content


def jpeg_with_alpha(content: bytes) -> tuple[int, bytes]:
    """A tag with a JPEG and its transparency."""
    return 35, b"\2\0" + struct.pack("<I", len(content)) + content + zlib.compress(bytes(96))


def parted_jpeg(content: bytes) -> Tags:
    """The tables of a JPEG in a tag of their own, and the rest in another."""
    at = content.index(b"\xff\xc0")
    return [
        (8, content[:at] + b"\xff\xd9"),
        (6, b"\3\0\xff\xd8" + content[at:]),
    ]


def bare(pixels: np.ndarray, kind: int = 5) -> tuple[int, bytes]:
    """A tag with bare pixels (height, width, 3): a palette of 256 (3), 15 bits (4) or 24 (5)."""
    height, width = pixels.shape[:2]
    if kind == 3:
        colours, numbers = np.unique(pixels.reshape(-1, 3), axis=0, return_inverse=True)
        rows = np.zeros((height, (width + 3) // 4 * 4), np.uint8)
        rows[:, :width] = numbers.reshape(height, width)
        content = colours.astype(np.uint8).tobytes() + rows.tobytes()
        extra = bytes((len(colours) - 1,))
    elif kind == 4:
        red, green, blue = (pixels[:, :, n].astype(np.uint16) >> 3 for n in range(3))
        rows = np.zeros((height, (width + 1) // 2 * 2), ">u2")
        rows[:, :width] = red << 10 | green << 5 | blue
        content, extra = rows.tobytes(), b""
    else:
        rows = np.zeros((height, width, 4), np.uint8)
        rows[:, :, 1:] = pixels
        content, extra = rows.tobytes(), b""
    head = b"\4\0" + struct.pack("<BHH", kind, width, height)
    return 20, head + extra + zlib.compress(content)
