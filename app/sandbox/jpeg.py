"""Tell a small, plain JPEG from anything else, without decoding it.

Face crops come back from the child and are shown later by the part of the program that holds the
open case. What is let through is so plain that a decoder meets nothing but the beaten track: one
baseline scan, 8 bits, at most 256 pixels a side, no application data but JFIF, no comments.
"""

import struct

MAX_BYTES = 48 * 1024
MAX_SIDE = 256

_START, _END = b"\xff\xd8", b"\xff\xd9"
_FRAME, _HUFFMAN, _TABLES, _RESTART, _JFIF, _SCAN = 0xC0, 0xC4, 0xDB, 0xDD, 0xE0, 0xDA
_JFIF_HEAD, _NO_THUMBNAIL, _JFIF_BYTES = b"JFIF\0", b"\0\0", 14
_PLAIN = {_FRAME, _HUFFMAN, _TABLES, _RESTART, _JFIF, _SCAN}


def is_plain(untrusted: bytes) -> bool:
    """Return whether the bytes are a baseline JPEG of at most 256 x 256 pixels with one scan."""
    if len(untrusted) > MAX_BYTES or not untrusted.startswith(_START):
        return False
    at, frames = len(_START), 0
    while at + 4 <= len(untrusted):
        fill, marker, length = struct.unpack_from(">BBH", untrusted, at)
        body = untrusted[at + 4 : at + 2 + length]
        if fill != 0xFF or marker not in _PLAIN or length < 2 or len(body) != length - 2:
            return False
        at += 2 + length
        if marker == _JFIF and not _is_bare(body):
            return False
        if marker == _FRAME:
            frames += 1
            if not _is_small(body):
                return False
        if marker == _SCAN:
            return frames == 1 and _is_last(untrusted, at)
    return False


def _is_bare(jfif: bytes) -> bool:
    """Return whether the segment holds the density only: a thumbnail could be anything."""
    return len(jfif) == _JFIF_BYTES and jfif.startswith(_JFIF_HEAD) and jfif.endswith(_NO_THUMBNAIL)


def _is_small(frame: bytes) -> bool:
    if len(frame) < 6:
        return False
    bits, height, width, channels = struct.unpack_from(">BHHB", frame)
    return (
        bits == 8
        and 0 < height <= MAX_SIDE
        and 0 < width <= MAX_SIDE
        and channels in (1, 3)
        and len(frame) == 6 + 3 * channels
    )


def _is_last(untrusted: bytes, at: int) -> bool:
    """Return whether the coded data from `at` on run to the end without another marker."""
    end = untrusted.find(b"\xff", at)
    while end != -1 and end + 1 < len(untrusted):
        after = untrusted[end + 1]
        if after != 0x00 and not 0xD0 <= after <= 0xD7:
            return untrusted[end:] == _END
        end = untrusted.find(b"\xff", end + 2)
    return False
