"""Convert a decoded picture of any mode to upright sRGB pixels.

This is done band by band, so that there is never a third copy in memory beside the decoder's
picture and the result.
"""

import io
import math
from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any, TypeAlias

import numpy as np
from PIL import Image, ImageCms

from face.media import limits
from face.types import Pixels

Convert: TypeAlias = Callable[[Image.Image], Image.Image]

_BAND_PIXELS = 1 << 19
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""Transpositions by the EXIF tag Orientation (EXIF 2.32)."""
_FROM_THE_END = {3, 4, 6, 7}
"""Orientations that put the first stored row at the bottom or the right."""
_SRGB = ImageCms.createProfile("sRGB")
_LAB = ImageCms.createProfile("LAB")
_NEAR = 3
"""Largest change of a colour by a profile that is sRGB under another name."""


def upright_pixels(image: Image.Image, orientation: int = 1) -> Pixels:
    """Convert a loaded picture to upright RGB in sRGB, with alpha composited on white.

    Args:
        image: A loaded picture of any mode; one above limits.MAX_FRAME_PIXELS is reduced.
        orientation: The EXIF orientation, 1..8.
    """
    width, height = image.size
    factor = math.ceil(math.sqrt(width * height / limits.MAX_FRAME_PIXELS)) or 1
    rows = max(1, _BAND_PIXELS // (width * factor)) * factor
    to_rgb, to_srgb = _rgb_of(image), _srgb_of(image)
    stored = (math.ceil(height / factor), math.ceil(width / factor))
    out = np.empty((*(stored if orientation < 5 else stored[::-1]), 3), np.uint8)
    for top in range(0, height, rows):
        band = to_rgb(image.crop((0, top, width, min(top + rows, height))))
        if factor > 1:
            band = band.reduce(factor)
        band = to_srgb(band)
        first, last = top // factor, top // factor + band.height
        if orientation in _FROM_THE_END:
            first, last = stored[0] - last, stored[0] - first
        if orientation in _TURNS:
            band = band.transpose(_TURNS[orientation])
        where = out[first:last] if orientation < 5 else out[:, first:last]
        where[:] = np.asarray(band)
    return out


def _rgb_of(image: Image.Image) -> Convert:
    """Return the conversion of a band to 8-bit RGB (or CMYK and L, when a profile
    is to be applied).
    """
    if image.mode in {"I", "F"}:
        low, high = image.getextrema()
        return partial(_stretched, float(low), float(high))  # type: ignore[arg-type]
    if image.mode.startswith("I;16"):
        return _eight_bits
    if image.mode == "LAB":
        return _transform(_LAB, "LAB")
    if image.has_transparency_data:
        return _on_white
    if _profile(image) is not None and image.mode in {"L", "CMYK"}:
        return _as_it_is
    return _opaque


def _as_it_is(band: Image.Image) -> Image.Image:
    return band


def _opaque(band: Image.Image) -> Image.Image:
    return band if band.mode == "RGB" else band.convert("RGB")


def _on_white(band: Image.Image) -> Image.Image:
    band = band.convert("RGBA")
    white = Image.new("RGB", band.size, (255, 255, 255))
    white.paste(band, mask=band.getchannel("A"))
    return white


def _eight_bits(band: Image.Image) -> Image.Image:
    return Image.fromarray((np.asarray(band) >> 8).astype(np.uint8)).convert("RGB")


def _stretched(low: float, high: float, band: Image.Image) -> Image.Image:
    """Scale 32-bit integers and floats, which have no fixed white, to the brightest pixel."""
    span = high - low
    if not math.isfinite(span) or span <= 0:
        return Image.new("RGB", band.size)
    grey = np.nan_to_num((np.asarray(band, np.float32) - low) * (255 / span))
    return Image.fromarray(grey.clip(0, 255).astype(np.uint8)).convert("RGB")


def _srgb_of(image: Image.Image) -> Convert:
    profile = _profile(image)
    if profile is None:
        return _opaque
    mode = "CMYK" if image.mode == "CMYK" else "RGB"
    if image.mode == "L":
        mode = "L"
    return _from_profile(profile, mode) or _opaque


def _profile(image: Image.Image) -> bytes | None:
    profile = image.info.get("icc_profile")
    if not isinstance(profile, bytes) or not 128 <= len(profile) <= limits.MAX_PROFILE_BYTES:
        return None
    space = profile[16:20]  # ICC.1:2022, 7.2.8
    if image.mode == "CMYK":
        return profile if space == b"CMYK" else None
    if image.mode in {"L", "LA", "1", "I;16", "I", "F"}:
        return profile if space == b"GRAY" and image.mode == "L" else None
    return profile if space == b"RGB " else None


@lru_cache(maxsize=16)
def _from_profile(profile: bytes, mode: str) -> Convert | None:
    """Return the conversion from a profile to sRGB, or None where none is needed or possible."""
    try:
        convert = _transform(ImageCms.ImageCmsProfile(io.BytesIO(profile)), mode)
        if mode == "RGB":
            probe = _colours()
            shown = np.asarray(convert(probe.copy()), np.int16)
            if np.abs(shown - np.asarray(probe, np.int16)).max() <= _NEAR:
                return None
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None  # a damaged profile: show the colours as they are, as browsers do
    return convert


def _transform(profile: Any, mode: str) -> Convert:
    transform = ImageCms.buildTransform(
        profile, _SRGB, mode, "RGB", ImageCms.Intent.RELATIVE_COLORIMETRIC
    )

    def convert(band: Image.Image) -> Image.Image:
        converted = ImageCms.applyTransform(band, transform, inPlace=mode == "RGB")
        return band if converted is None else converted

    return convert


def _colours() -> Image.Image:
    """Return a test picture with nine steps of each of red, green and blue."""
    steps = np.linspace(0, 255, 9).astype(np.uint8)
    grid = np.stack(np.meshgrid(steps, steps, steps), axis=-1)
    return Image.fromarray(grid.reshape(27, 27, 3))
