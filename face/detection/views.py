"""The views of a picture that a detection network sees: the whole, shrunk, and tiles of it."""

import math
from dataclasses import dataclass

import numpy as np

from face.cv import cv2
from face.detection.detections import Detections
from face.types import Pixels

_AS_IT_IS = 320
"""A picture with sides up to this (pixels) is seen at its size."""

_SHRINK = 0.75
"""A larger picture is shrunk by this. Faces too small to be found then are too small to be told
apart, and a second look at a trace takes the pixels of the picture itself."""

_WHOLE = 800
"""A picture with longer sides than this after shrinking is seen twice."""

_GLANCE = 384
"""Longer side of the first of these views, for large faces."""

_FINE = 2048
"""Longer side, at most, of the second, which is seen in tiles, for small faces."""

_TILE = 1024
_OVERLAP = 96
_EVERYWHERE = (-math.inf, -math.inf, math.inf, math.inf)


@dataclass(frozen=True, slots=True, eq=False)
class PictureView:
    """A part of a shrunk picture.

    Attributes:
        pixels: The pixels of the view, RGB.
        scale: Pixels of the view per pixel of the picture (x, y).
        corner: Position of the view in the shrunk picture (x, y).
        inner: Left, top, right, bottom of the region whose faces belong to this view; faces at a
            cut belong to the neighbouring tile.
    """

    pixels: Pixels
    scale: tuple[float, float]
    corner: tuple[int, int]
    inner: tuple[float, float, float, float]


def views(pyramid: list[Pixels]) -> list[PictureView]:
    """Return the views in which all faces of a picture (its pyramid) of any size can be found."""
    longest = max(pyramid[0].shape[:2])
    fine = _shrunk(pyramid, min(max(_AS_IT_IS, round(longest * _SHRINK)), _FINE))
    if max(fine.pixels.shape[:2]) <= _WHOLE:
        return [fine]
    return [_shrunk(pyramid, _GLANCE), *_tiles(fine)]


def placed(seen: Detections, view: PictureView) -> Detections:
    """Map detections in a view to the picture, without those of neighbouring tiles."""
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
    """Split a length into even, overlapping pieces of at most a tile."""
    count = max(1, math.ceil((length - _OVERLAP) / (_TILE - _OVERLAP)))
    step = (length - _OVERLAP) / count
    return [(round(n * step), round((n + 1) * step) + _OVERLAP) for n in range(count)]


def _inner(
    across: tuple[int, int, int], down: tuple[int, int, int]
) -> tuple[float, float, float, float]:
    """Return the region that is no nearer to a neighbour, from start, end and
    length of both axes.
    """
    (left, right), (top, bottom) = (
        (
            _OVERLAP / 2 if start > 0 else -math.inf,
            end - start - _OVERLAP / 2 if end < length else math.inf,
        )
        for start, end, length in (across, down)
    )
    return left, top, right, bottom


def _shrunk(pyramid: list[Pixels], longest: int) -> PictureView:
    """Return a view of the whole picture with its longer side at most `longest`.

    It is made from the smallest level that is not smaller: bilinear interpolation, ten times as
    fast as means of fractions of pixels, is as good down to a half.
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
