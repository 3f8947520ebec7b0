"""Turns samples in the colour spaces of a PDF (ISO 32000-1, 8.6) into RGB.

Device, calibrated and ICC-based colours are taken as the device colours that they stand for, as the
files in other formats are. Named inks (Separation, DeviceN) become what their function says.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from pypdf.generic import ArrayObject, DictionaryObject, NumberObject, PdfObject

from app.intake.readers.documents.pdf_objects.functions import Values, evaluate
from face.errors import UnreadableMediaError
from face.types import Reason

INKS: Final = frozenset(("/Separation", "/DeviceN"))
BY_FUNCTION: Final = INKS | {"/Lab"}
"""Colour spaces whose samples no picture format holds as they are."""

_DEVICES: Final = {
    "/DeviceGray": 1,
    "/CalGray": 1,
    "/G": 1,
    "/DeviceRGB": 3,
    "/CalRGB": 3,
    "/RGB": 3,
}
_CMYK: Final = frozenset(("/DeviceCMYK", "/CMYK"))
_MAX_DEEP: Final = 4
_AT_ONCE: Final = 1 << 18
_D50: Final = np.array((0.9642, 1.0, 0.8249))
_TO_SRGB: Final = np.array(
    (
        (3.1338561, -1.6168667, -0.4906146),
        (-0.9787684, 1.9161415, 0.0334540),
        (0.0719453, -0.2289914, 1.4052427),
    )
)
"""XYZ of D50 to linear sRGB by the Bradford adaptation (B. Lindbloom, brucelindbloom.com)."""


def name_of(space: PdfObject | None) -> str:
    """What a colour space is called."""
    if isinstance(space, ArrayObject) and space:
        return str(space[0].get_object())
    return str(space)


def inks_in(space: ArrayObject) -> int:
    """How many samples a pixel has in one of BY_FUNCTION."""
    if name_of(space) == "/Lab":
        return 3
    names = space[1].get_object()
    return len(names) if isinstance(names, ArrayObject) else 1


def as_rgb(space: PdfObject, samples: NDArray[np.uint8], *, is_inverted: bool) -> bytes:
    """Convert pixels to RGB of 8 bits.

    Args:
        samples: n x m, as the file has them.
        is_inverted: Whether 255 stands for 0 (`/Decode [1 0 ...]`).

    Raises:
        UnreadableMediaError: The space makes no sense.
        Exception: Whatever pypdf and NumPy raise about a damaged one.
    """
    pieces = []
    for start in range(0, len(samples), _AT_ONCE):
        values = samples[start : start + _AT_ONCE].astype(np.float64) / 255
        values = 1 - values if is_inverted else values
        if name_of(space) == "/Lab":
            values = _spread(space, values)
        rgb = _rgb(space, values, 0)
        pieces.append((np.nan_to_num(rgb).clip(0, 1) * 255).round().astype(np.uint8))
    return np.concatenate(pieces).tobytes() if pieces else b""


def _spread(space: PdfObject, values: Values) -> Values:
    """Samples of Lab stretched to the ranges of L*, a* and b*."""
    told = space[1].get_object() if isinstance(space, ArrayObject) and len(space) > 1 else None
    bounds = told.get("/Range") if isinstance(told, DictionaryObject) else None
    low_a, high_a, low_b, high_b = (
        [float(each) for each in bounds[:4]]
        if isinstance(bounds, ArrayObject) and len(bounds) >= 4
        else [-100.0, 100.0, -100.0, 100.0]
    )
    low, high = np.array((0.0, low_a, low_b)), np.array((100.0, high_a, high_b))
    return np.asarray(low + values * (high - low), np.float64)


def _rgb(space: PdfObject | None, values: Values, depth: int) -> Values:
    """Colours of 0..1 (Lab in its own ranges) as RGB of 0..1."""
    name = name_of(space)
    if depth > _MAX_DEEP:
        raise UnreadableMediaError(Reason.PICTURE_FORMAT)
    if name in INKS and isinstance(space, ArrayObject):
        inner = evaluate(space[3].get_object(), values)
        return _rgb(space[2].get_object(), inner, depth + 1)
    if name == "/Lab":
        return _from_lab(values)
    count = _DEVICES.get(name, 4 if name in _CMYK else 0)
    if name == "/ICCBased" and isinstance(space, ArrayObject):
        profile = space[1].get_object()
        told = profile.get("/N") if isinstance(profile, DictionaryObject) else None
        count = int(told) if isinstance(told, NumberObject) else 3
    if count not in (1, 3, 4) or values.shape[1] < count:
        raise UnreadableMediaError(Reason.PICTURE_FORMAT)
    if count == 4:
        return (1 - values[:, :3]) * (1 - values[:, 3:4])
    return np.repeat(values[:, :1], 3, axis=1) if count == 1 else values[:, :3]


def _from_lab(lab: Values) -> Values:
    """CIE L*a*b* of D50 as sRGB (ISO 32000-1, 8.6.5.4; IEC 61966-2-1)."""
    middle = (lab[:, 0] + 16) / 116
    steps = np.stack((middle + lab[:, 1] / 500, middle, middle - lab[:, 2] / 200), axis=1)
    xyz = np.where(steps >= 6 / 29, steps**3, 108 / 841 * (steps - 4 / 29)) * _D50
    linear = (xyz @ _TO_SRGB.T).clip(0, 1)
    shown = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    return np.asarray(shown, np.float64)
