"""What a detection network gets to see of a picture: all of it, or shrunk and in tiles."""

import math
from dataclasses import dataclass

import numpy as np

from face.cv import cv2
from face.detection.detections import Detections
from face.types import Pixels

_AS_IT_IS = 320
"""A picture up to this long (pixels) is seen as it is."""

_SHRINK = 0.75
"""A longer one is shrunk by this: faces too small to be found then are too small to be told apart,
and a second look at a trace takes the pixels of the picture itself."""

_WHOLE = 800
"""What is longer than this then is seen twice: """

_GLANCE = 384
"""shrunk to this, for its large faces, """

_FINE = 2048
"""and shrunk to at most this, in tiles, for its small ones."""

_TILE = 1024
_OVERLAP = 96
_EVERYWHERE = (-math.inf, -math.inf, math.inf, math.inf)


@dataclass(frozen=True, slots=True, eq=False)
class PictureView:
    """A part of a shrunk picture.

    Attributes:
        pixels: What is to be seen, RGB.
        scale: Its pixels per pixel of the picture (x, y).
        corner: Where it lies in the shrunk picture (x, y).
        inner: Left, top, right, bottom of the region of its pixels whose faces it answers for:
            faces at a cut belong to the neighbouring tile.
    """

    pixels: Pixels
    scale: tuple[float, float]
    corner: tuple[int, int]
    inner: tuple[float, float, float, float]


def views(pyramid: list[Pixels]) -> list[PictureView]:
    """The views that are enough to find the faces of a picture (its pyramid) of any size."""
    longest = max(pyramid[0].shape[:2])
    fine = _shrunk(pyramid, min(max(_AS_IT_IS, round(longest * _SHRINK)), _FINE))
    if max(fine.pixels.shape[:2]) <= _WHOLE:
        return [fine]
    return [_shrunk(pyramid, _GLANCE), *_tiles(fine)]


def placed(seen: Detections, view: PictureView) -> Detections:
    """Faces found in a view, in pixels of the picture; without those it does not answer for."""
    middle = (seen.boxes[:, :2] + seen.boxes[:, 2:]) / 2
    left, top, right, bottom = view.inner
    inside = (middle >= (left, top)).all(axis=1) & (middle < (right, bottom)).all(axis=1)
    kept = seen.take(np.asarray(inside, np.bool_))
    scale = np.array(view.scale, np.float32)
    corner = np.array(view.corner, np.float32)
    return Detections(
        np.asarray((kept.boxes + np.tile(corner, 2)) / np.tile(scale, 2), np.float32),
        np.asarray((kept.landmarks + corner) / scale, np.float32),
        kept.scores,
    )


def _tiles(fine: PictureView) -> list[PictureView]:
    height, width = fine.pixels.shape[:2]
    return [
        PictureView(
            fine.pixels[top:bottom, left:right],
            fine.scale,
            (left, top),
            _inner((left, right, width), (top, bottom, height)),
        )
        for top, bottom in _spans(height)
        for left, right in _spans(width)
    ]


def _spans(length: int) -> list[tuple[int, int]]:
    """Even, overlapping pieces of at most a tile."""
    count = max(1, math.ceil((length - _OVERLAP) / (_TILE - _OVERLAP)))
    step = (length - _OVERLAP) / count
    return [(round(n * step), round((n + 1) * step) + _OVERLAP) for n in range(count)]


def _inner(
    across: tuple[int, int, int], down: tuple[int, int, int]
) -> tuple[float, float, float, float]:
    """What is not nearer to a neighbour, from start, end and whole length of both axes."""
    (left, right), (top, bottom) = (
        (
            _OVERLAP / 2 if start > 0 else -math.inf,
            end - start - _OVERLAP / 2 if end < length else math.inf,
        )
        for start, end, length in (across, down)
    )
    return left, top, right, bottom


def _shrunk(pyramid: list[Pixels], longest: int) -> PictureView:
    """The whole picture, its longer side at most this long.

    From the smallest level that is not smaller: bilinear interpolation, ten times as fast as means
    of fractions of pixels, is as good down to a half.
    """
    number = max(n for n, level in enumerate(pyramid) if not n or max(level.shape[:2]) >= longest)
    level = pyramid[number]
    height, width = level.shape[:2]
    factor = min(1.0, longest / max(height, width))
    if factor < 1:
        size = max(1, round(width * factor)), max(1, round(height * factor))
        level = np.asarray(cv2.resize(level, size, interpolation=cv2.INTER_LINEAR), np.uint8)
    scale = (level.shape[1] / width / 2**number, level.shape[0] / height / 2**number)
    return PictureView(level, scale, (0, 0), _EVERYWHERE)
