"""Does a video file end before its own boxes say it does?"""

import os
from typing import BinaryIO, Final

_MAX_BOXES: Final = 10_000
_SEGMENT: Final = 0x18538067


def is_cut(stream: BinaryIO, size: int, demuxer: str) -> bool:
    """True if the outermost boxes of an MP4, Matroska or AVI reach behind the end."""
    stream.seek(0)
    if demuxer == "mov":
        return _boxes_end(stream, size) > size
    if demuxer == "matroska":
        return _segment_end(stream) > size
    if demuxer == "avi":
        return int.from_bytes(stream.read(8)[4:], "little") + 8 > size
    return False


def _boxes_end(stream: BinaryIO, size: int) -> int:
    """ISO/IEC 14496-12, 4.2: 32-bit size and type; size 1: 64 bits follow; 0: to the end."""
    at = 0
    for _ in range(_MAX_BOXES):
        if at >= size:
            break
        stream.seek(at)
        head = stream.read(16)
        length = int.from_bytes(head[:4], "big")
        if length == 1:
            length = int.from_bytes(head[8:], "big")
        if length < 8:
            break
        at += length
    return at


def _segment_end(stream: BinaryIO) -> int:
    """RFC 8794 and 9559: the EBML header, then one Segment; 0 where its size is not known."""
    stream.seek(4)
    header = _number(stream)
    stream.seek(header or 0, os.SEEK_CUR)
    if int.from_bytes(stream.read(4), "big") != _SEGMENT:
        return 0
    length = _number(stream)
    return 0 if length is None else stream.tell() + length


def _number(stream: BinaryIO) -> int | None:
    """A variable-length number of EBML; all ones mean "unknown"."""
    first = stream.read(1)
    if not first or not first[0]:
        return None
    more = 8 - first[0].bit_length()
    value = int.from_bytes(first + stream.read(more), "big") & ((1 << 7 * (more + 1)) - 1)
    return None if value == (1 << 7 * (more + 1)) - 1 else value
