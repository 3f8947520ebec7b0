"""How the flat picture of a Photoshop file lies in it (Adobe Photoshop File Formats Specification).

Pillow knows those of 8 bits only; this one is for 16 and 32 bits, and for large documents (PSB).
"""

import struct
from itertools import accumulate
from typing import BinaryIO, Final

from face.errors import UnreadableMediaError
from face.media.samples import SampledPicture
from face.media.tiff import Layout
from face.types import Reason

_HEADER: Final = struct.Struct(">4sH6xHIIHH")
_LARGE: Final = 2
"""The version of a PSB, in which lengths have twice the bytes."""
_PHOTOMETRIC: Final = {1: 1, 3: 2}
"""Of TIFF, by the mode: grey, RGB."""
_FORMAT: Final = {8: 1, 16: 1, 32: 3}
_STORED, _PACKED = 0, 1
_PACK_BITS: Final = 32773
_MOST_SIDE: Final = 300_000
_MOST_CHANNELS: Final = 56
_LAYERS: Final = (b"Lr16", b"Lr32")


def sampled_psd(stream: BinaryIO, size: int) -> SampledPicture:
    """Open the flat picture. Raises UnreadableMediaError."""
    try:
        layout, has_layers = _read(stream, size)
    except struct.error as error:
        raise UnreadableMediaError(Reason.TRUNCATED) from error
    return SampledPicture(stream, size, [lambda: layout], is_all=not has_layers)


def _read(stream: BinaryIO, size: int) -> tuple[Layout, bool]:
    stream.seek(0)
    head = stream.read(_HEADER.size)
    _, version, channels, height, width, bits, mode = _HEADER.unpack(head)
    if not 0 < channels <= _MOST_CHANNELS or not 0 < max(width, height) <= _MOST_SIDE:
        raise UnreadableMediaError(Reason.DAMAGED)
    if mode not in _PHOTOMETRIC or bits not in _FORMAT:
        raise UnreadableMediaError(Reason.PICTURE_FORMAT)
    for _colours_and_resources in range(2):
        stream.seek(_number(stream, ">I"), 1)
    behind_layers = _number(stream, ">Q" if version == _LARGE else ">I") + stream.tell()
    beginning = stream.read(min(64, max(0, behind_layers - stream.tell())))
    has_layers = any(beginning[:4]) or any(each in beginning for each in _LAYERS)
    stream.seek(behind_layers)
    packing = _number(stream, ">H")
    row = width * bits // 8
    rows = channels * height
    if packing == _STORED:
        start, sizes, of_strip = stream.tell(), [row * height] * channels, height
    elif packing == _PACKED:
        unit = 4 if version == _LARGE else 2
        counts = stream.read(unit * rows)
        sizes = list(struct.unpack(f">{rows}{'I' if unit == 4 else 'H'}", counts))
        start, of_strip = stream.tell(), 1
    else:
        raise UnreadableMediaError(Reason.PICTURE_FORMAT)
    starts = tuple(accumulate(sizes[:-1], initial=start))
    if starts[0] >= size:
        raise UnreadableMediaError(Reason.TRUNCATED)
    compression = 1 if packing == _STORED else _PACK_BITS
    return Layout(
        *(">", width, height, _PHOTOMETRIC[mode], bits, channels, _FORMAT[bits], compression, 1),
        *(True, 1, None, of_strip, starts, tuple(sizes)),
    ), has_layers


def _number(stream: BinaryIO, form: str) -> int:
    (number,) = struct.unpack(form, stream.read(struct.calcsize(form)))
    return int(number)
