"""Rotate pictures by quarter turns, and rotate detections back."""

import numpy as np
from numpy.typing import NDArray

from face.cv import cv2
from face.detection.detections import Detections, rolls
from face.types import Floats, Pixels

_TURNS = {
    1: cv2.ROTATE_90_COUNTERCLOCKWISE,
    2: cv2.ROTATE_180,
    3: cv2.ROTATE_90_CLOCKWISE,
}


def quarter_turns(landmarks: Floats) -> NDArray[np.intp]:
    """Return the quarter turns clockwise by which each face (n x 5 x 2) is rotated: n, 0..3."""
    return np.round(rolls(landmarks) / 90).astype(np.intp) % 4


def rotated(pixels: Pixels, turns: int) -> Pixels:
    """Rotate a picture counter-clockwise, so that faces rotated by `turns` become upright."""
    turns %= 4
    return np.asarray(cv2.rotate(pixels, _TURNS[turns]), np.uint8) if turns else pixels


def rotated_back(seen: Detections, turns: int, width: int, height: int) -> Detections:
    """Map detections in `rotated(picture, turns)` to the picture (width x height)."""
    corners = _back(seen.boxes.reshape(-1, 2, 2), turns, width, height)
    return Detections(
        np.concatenate([corners.min(axis=1), corners.max(axis=1)], axis=1),
        _back(seen.landmarks, turns, width, height),
        seen.scores,
    )


def _back(points: Floats, turns: int, width: int, height: int) -> Floats:
    x, y = points[..., 0], points[..., 1]
    places = [(x, y), (width - y, x), (width - x, height - y), (y, height - x)]
    return np.asarray(np.stack(places[turns % 4], axis=-1), np.float32)
