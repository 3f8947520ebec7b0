"""Where a JPEG ends, and the memory that decoding it needs, by its markers (ITU-T T.81, annex
B)."""

import re
from typing import BinaryIO, Final

_START_OF_SCAN: Final = 0xDA
_SEQUENTIAL: Final = {0xC0, 0xC1}
_START_OF_FRAME: Final = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_MAX_SEGMENTS: Final = 10_000


def coefficient_bytes(stream: BinaryIO) -> int:
    """Return the bytes that libjpeg needs to hold all coefficients at once.

    0 for a picture that is decoded row by row (one scan). A progressive picture, or one whose
    components come in separate scans, is held whole, whatever size it is reduced to.
    """
    stream.seek(2)
    needed, sequential, components = 0, True, 0
    for _ in range(_MAX_SEGMENTS):
        head = stream.read(4)
        if len(head) < 4 or head[0] != 0xFF:
            return needed
        marker, length = head[1], int.from_bytes(head[2:], "big")
        if marker == 0xFF:  # a fill byte
            stream.seek(-3, 1)
            continue
        if marker == _START_OF_SCAN:
            one_scan = sequential and stream.read(1) == bytes([components])
            return 0 if one_scan else needed
        if marker in _START_OF_FRAME:
            segment = stream.read(max(0, length - 2))
            sequential = marker in _SEQUENTIAL
            needed, components = _frame(segment)
            continue
        stream.seek(max(0, length - 2), 1)
    return needed


def _frame(segment: bytes) -> tuple[int, int]:
    """Return the bytes of all coefficients (16 bits each) of a frame, and its
    number of components.
    """
    height, width = int.from_bytes(segment[1:3], "big"), int.from_bytes(segment[3:5], "big")
    samplings = [(byte >> 4, byte & 15) for byte in segment[7::3]]
    widest = max((h for h, _ in samplings), default=1) or 1
    tallest = max((v for _, v in samplings), default=1) or 1
    share = sum(h * v for h, v in samplings) / (widest * tallest)
    return int(2 * width * height * share), len(samplings)


_END: Final = 0xD9
_CHUNK: Final = 1 << 20
_IN_A_SCAN: Final = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]", re.DOTALL)
"""The marker that ends coded data, in which 0xFF is followed by 0 or a restart marker."""


def end_of_jpeg(stream: BinaryIO, start: int, size: int) -> int:
    """Return the offset behind the end marker of a JPEG that begins at `start`;
    `size` if it has none.
    """
    at = start + 2
    for _ in range(_MAX_SEGMENTS):
        stream.seek(at)
        head = stream.read(4)
        if len(head) < 2:
            return size
        marker = head[1]
        if head[0] != 0xFF or marker in {0x00, 0xFF, 0x01, *range(0xD0, 0xD9)}:
            at = _next_marker(stream, at + 1, size)
        elif marker == _END:
            return at + 2
        elif marker == _START_OF_SCAN:
            at = _next_marker(stream, at + 2 + int.from_bytes(head[2:], "big"), size)
        else:
            at += 2 + int.from_bytes(head[2:], "big")
    return size


def _next_marker(stream: BinaryIO, at: int, size: int) -> int:
    """Return the offset of the next marker that is no restart; `size` if there is none."""
    stream.seek(at)
    last = b""
    while chunk := stream.read(_CHUNK):
        text = last + chunk
        found = _IN_A_SCAN.search(text)
        if found is not None:
            return at - len(last) + found.start()
        at += len(chunk)
        last = chunk[-1:]
    return size
