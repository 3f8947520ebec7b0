"""Convert decoded video frames to upright sRGB pixels and to coarse luma grids."""

from fractions import Fraction
from typing import Final

import numpy as np
from av import VideoFrame
from av.video.reformatter import (
    ColorPrimaries,
    Colorspace,
    ColorTrc,
    Interpolation,
    VideoReformatter,
)
from numpy.typing import NDArray

from face.media.sampling import luma_grid
from face.types import Pixels

_LUMA_FIRST: Final = ("yuv4", "yuvj4", "yuva4", "nv12", "nv21", "nv16", "nv24", "gray", "p010")
"""Pixel formats whose first plane is luma alone."""
_HD_LINES: Final = 720
_UNSPECIFIED: Final = 2
_BRIGHT: Final = {ColorTrc.SMPTE2084, ColorTrc.ARIB_STD_B67}
"""Transfer functions of HDR: PQ and HLG."""
_WIDE: Final = {ColorPrimaries.BT2020, ColorPrimaries.SMPTE431, ColorPrimaries.SMPTE432}


class FrameConverter:
    """Converts frames of one video, and keeps the converters between frames.

    Args:
        aspect: Width of a stored pixel over its height.
        most: Most pixels of a converted frame; larger frames are reduced.
    """

    def __init__(self, aspect: Fraction | None, most: int) -> None:
        self._aspect = aspect if aspect and Fraction(1, 4) <= aspect <= 4 else Fraction(1)
        self._most = most
        self._to_rgb = VideoReformatter()  # each keeps its tables for the next frame
        self._to_grey = VideoReformatter()

    def size(self, frame: VideoFrame) -> tuple[int, int]:
        """Width and height of a frame as shown: square pixels, upright."""
        width = max(1, round(frame.width * self._aspect))
        return (frame.height, width) if frame.rotation % 180 == 90 else (width, frame.height)

    def pixels(self, frame: VideoFrame) -> Pixels:
        """Convert a frame to upright sRGB pixels; HDR and wide gamuts are mapped."""
        width, height = max(1, round(frame.width * self._aspect)), frame.height
        shrink = max(1.0, (width * height / self._most) ** 0.5)
        rgb = self._to_rgb.reformat(
            frame,
            width=max(1, int(width / shrink)),
            height=max(1, int(height / shrink)),
            format="rgb24",
            src_colorspace=_colour_space(frame),
            interpolation=Interpolation.BILINEAR,
            threads=1,
            dst_color_trc=ColorTrc.IEC61966_2_1 if _needs_mapping(frame) else None,
            dst_color_primaries=ColorPrimaries.BT709 if _needs_mapping(frame) else None,
        )
        stored: NDArray[np.uint8] = rgb.to_ndarray().astype(np.uint8, copy=False)
        quarters = round(frame.rotation / 90) % 4
        return np.ascontiguousarray(np.rot90(stored, quarters))

    def luma(self, frame: VideoFrame) -> NDArray[np.float32]:
        """Return the luma of a frame as a grid of 8 x 8 values, 0..1."""
        name = frame.format.name
        if not name.startswith(_LUMA_FIRST) or name.endswith("be"):
            small = self._to_grey.reformat(frame, width=64, height=64, format="gray")
            return luma_grid(small.to_ndarray())
        plane, bits = frame.planes[0], frame.format.components[0].bits
        kind = np.dtype(np.uint8 if bits <= 8 else np.uint16)
        lines = np.frombuffer(memoryview(plane), kind).reshape(-1, plane.line_size // kind.itemsize)
        white = 65535.0 if name.startswith("p0") else float((1 << bits) - 1)
        return luma_grid(lines[: frame.height, : frame.width], white)


def _needs_mapping(frame: VideoFrame) -> bool:
    return frame.color_trc in _BRIGHT or frame.color_primaries in _WIDE


def _colour_space(frame: VideoFrame) -> int | None:
    """Return the colour space that players assume for a frame that names none.

    BT.709 from 720 lines on, else BT.601.
    """
    if frame.colorspace != _UNSPECIFIED:
        return None
    return Colorspace.ITU709 if frame.height >= _HD_LINES else Colorspace.ITU601
