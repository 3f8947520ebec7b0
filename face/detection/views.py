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

_GLANCE = 640
"""shrunk to this, for its large faces, """

_FINE = 2048
"""and shrunk to at most this, in tiles, for its small ones."""

_TILE = 1024
_OVERLAP = 96


@dataclass(frozen=True, slots=True, eq=False)
class View:
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


def views(pixels: Pixels) -> list[View]:
    """The views that are enough to find the faces of a picture of any size."""
    longest = max(pixels.shape[:2])
    fine = _shrunk(pixels, min(max(_AS_IT_IS, round(longest * _SHRINK)), _FINE))
    if max(fine.shape[:2]) <= _WHOLE:
        return [_whole(fine, pixels)]
    return [_whole(_shrunk(fine, _GLANCE), pixels), *_tiles(fine, pixels)]


def placed(seen: Detections, view: View) -> Detections:
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


def _whole(shrunk: Pixels, picture: Pixels) -> View:
    everywhere = (-math.inf, -math.inf, math.inf, math.inf)
    return View(shrunk, _scale(shrunk, picture), (0, 0), everywhere)


def _tiles(shrunk: Pixels, picture: Pixels) -> list[View]:
    height, width = shrunk.shape[:2]
    return [
        View(
            shrunk[top:bottom, left:right],
            _scale(shrunk, picture),
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


def _shrunk(pixels: Pixels, longest: int) -> Pixels:
    height, width = pixels.shape[:2]
    factor = longest / max(height, width)
    if factor >= 1:
        return pixels
    size = max(1, round(width * factor)), max(1, round(height * factor))
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)


def _scale(shrunk: Pixels, picture: Pixels) -> tuple[float, float]:
    return shrunk.shape[1] / picture.shape[1], shrunk.shape[0] / picture.shape[0]
