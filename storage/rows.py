"""Encode values for rows, and decode and validate what stands in rows.

SQLite keeps anything in any column, and somebody else may have written it. An invalid value raises
ValueError, TypeError or OverflowError, which storage/validation.py turns into CaseDamagedError.
"""

import math
from array import array
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from face.types import LANDMARKS, Box, Embedding, are_near_picture, is_box, is_pdq

FLOAT32, FLOAT16 = np.dtype("<f4"), np.dtype("<f2")
_SINGLES = np.arange(1 << 16, dtype="<u2").view(FLOAT16).astype(FLOAT32)
"""Every half precision number in single precision: a lookup takes half the time of converting."""
_SQUARE_ERROR = 0.02
"""Largest deviation of a squared length: that of a child's vector and of half precision together
come to 0.003."""


def packed(embedding: Embedding) -> bytes:
    """Encode an embedding in half precision.

    Cosines change by 1e-4, and a million faces load in half the time.
    """
    return np.ascontiguousarray(embedding, FLOAT16).tobytes()


def vectors(
    blobs: Sequence[bytes], dimension: int, widths: Sequence[int] = ()
) -> NDArray[np.float32]:
    """Decode n embeddings of half precision: n x d, unit length.

    Args:
        widths: Numbers in each part; all parts of a vector have one length. Empty: one part.

    Raises:
        ValueError: A vector has another dimension or length, or is not finite.
    """
    unpacked = _unpacked(blobs, dimension)
    start, wanted = 0, 1 / (len(widths) or 1)
    with np.errstate(all="ignore"):  # of numbers that are refused here
        for width in widths or (dimension,):
            part = unpacked[:, start : start + width]
            off = np.vecdot(part, part) - wanted
            if not (off.min() >= -wanted * _SQUARE_ERROR and off.max() <= wanted * _SQUARE_ERROR):
                raise ValueError("not of unit length")  # as are all that are not finite
            start += width
    return unpacked


def _unpacked(blobs: Sequence[bytes], dimension: int) -> NDArray[np.float32]:
    halves = np.frombuffer(b"".join(blobs), "<u2").reshape(len(blobs), dimension)
    if set(map(len, blobs)) != {dimension * FLOAT16.itemsize}:
        raise ValueError("not as long as the others")
    return _SINGLES.take(halves, mode="clip")  # all are in range; not to check takes less


def packed_points(landmarks: NDArray[np.float32]) -> bytes:
    """Encode landmarks in single precision."""
    return np.ascontiguousarray(landmarks, FLOAT32).tobytes()


def points(blob: bytes) -> NDArray[np.float32]:
    """Decode landmarks, 5 x 2, which may lie a little outside of the picture."""
    found = np.frombuffer(blob, FLOAT32).reshape(LANDMARKS, 2)
    if not are_near_picture(found):
        raise ValueError("landmarks")
    return found


def box(values: Iterable[Any]) -> Box:
    """Validate a box: left, top, right and bottom as fractions of width and height."""
    left, top, right, bottom = numbers(values)
    if not is_box(left, top, right, bottom):
        raise ValueError("box")
    return left, top, right, bottom


def numbers(values: Iterable[Any]) -> tuple[float, ...]:
    """Validate finite floats, which a REAL column returns for every number stored in it."""
    found = tuple(values)
    if not all(type(each) is float and math.isfinite(each) for each in found):
        raise ValueError("no number")
    return found


def whole(values: Iterable[Any], kind: str = "q") -> "array[int]":
    """Validate whole numbers, and return them as an array, which does both in one step.

    Args:
        kind: "i" for 32 bits, "q" for 64.
    """
    return array(kind, values)


def text(value: Any) -> str:
    """Validate a text."""
    if not isinstance(value, str):
        raise TypeError(type(value))
    return value


def blob(value: Any) -> bytes:
    """Validate bytes."""
    if not isinstance(value, bytes):
        raise TypeError(type(value))
    return value


def pdq(value: Any) -> str:
    """Validate a PDQ hash: 64 lowercase hex digits."""
    if not is_pdq(text(value)):
        raise ValueError("pdq")
    return str(value)
