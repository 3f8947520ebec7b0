"""The memory that decoding a JPEG needs, read from its headers (ITU-T T.81, annex B)."""

from typing import BinaryIO, Final

_START_OF_SCAN: Final = 0xDA
_SEQUENTIAL: Final = {0xC0, 0xC1}
_START_OF_FRAME: Final = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_MAX_SEGMENTS: Final = 10_000


def coefficient_bytes(stream: BinaryIO) -> int:
    """The bytes that libjpeg needs to hold all coefficients at once.

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
    """The bytes of all coefficients (16 bits each) of a frame, and its number of components."""
    height, width = int.from_bytes(segment[1:3], "big"), int.from_bytes(segment[3:5], "big")
    samplings = [(byte >> 4, byte & 15) for byte in segment[7::3]]
    widest = max((h for h, _ in samplings), default=1) or 1
    tallest = max((v for _, v in samplings), default=1) or 1
    share = sum(h * v for h, v in samplings) / (widest * tallest)
    return int(2 * width * height * share), len(samplings)
