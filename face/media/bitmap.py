"""Bitmaps (BMP) whose pixels are divided by masks of their own, which Pillow does not read."""

import io
import struct
from typing import BinaryIO, Final

import numpy as np
from numpy.typing import NDArray

from face.media import limits

_FILE_HEADER: Final = 14
_HEADER: Final = 40
_BITFIELDS: Final = {3, 6}
_KINDS: Final = {16: "<u2", 32: "<u4"}
_HELD_BYTES: Final = 12
"""Bytes for each pixel while it is converted."""


def without_masks(stream: BinaryIO) -> BinaryIO | None:
    """Return the same bitmap with 8 bits for each of red, green and blue;
    None for any other bitmap.

    Where rows are missing at the end, they are black.
    """
    stream.seek(0)
    head = stream.read(_FILE_HEADER + _HEADER + 12)
    if len(head) < _FILE_HEADER + _HEADER + 12:
        return None
    offset = struct.unpack_from("<I", head, 10)[0]
    _size, width, height, _planes, bits, packing = struct.unpack_from("<IiiHHI", head, _FILE_HEADER)
    rows, kind = abs(height), _KINDS.get(bits)
    if packing not in _BITFIELDS or kind is None or width <= 0 or not rows:
        return None
    if width * rows * _HELD_BYTES > limits.MAX_DECODED_BYTES:
        return None
    stride = (width * bits + 31) // 32 * 4
    stream.seek(offset)
    content = stream.read(stride * rows).ljust(stride * rows, b"\0")
    stored = np.frombuffer(content, kind).reshape(rows, -1)[:, :width]
    out = np.zeros((rows, (3 * width + 3) // 4 * 4), np.uint8)
    for channel, mask in enumerate(struct.unpack_from("<III", head, _FILE_HEADER + _HEADER)):
        out[:, 2 - channel : 3 * width : 3] = _eight_bits(stored, mask)
    told = struct.pack("<IiiHHIIiiII", _HEADER, width, height, 1, 24, 0, out.size, 0, 0, 0, 0)
    start = _FILE_HEADER + _HEADER
    return io.BytesIO(
        struct.pack("<2sIHHI", b"BM", start + out.size, 0, 0, start) + told + out.tobytes()
    )


def _eight_bits(stored: NDArray[np.unsignedinteger], mask: int) -> NDArray[np.uint8]:
    """Return the bits under a mask, stretched to 0..255."""
    if not mask:
        return np.zeros(stored.shape, np.uint8)
    lowest = (mask & -mask).bit_length() - 1
    most = mask >> lowest
    values = (stored.astype(np.uint32) & np.uint32(mask)) >> np.uint32(lowest)
    return (values * (255.0 / most)).round().astype(np.uint8)
