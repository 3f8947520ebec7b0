"""Faces as a network would have seen them."""

import numpy as np

from face.detection.detections import Detections

UPRIGHT = np.array([[30, 40], [70, 40], [50, 60], [35, 80], [65, 80]], np.float32)
"""Landmarks of an upright face."""


def seen(
    *boxes: tuple[float, float, float, float], scores: list[float] | None = None
) -> Detections:
    """A face for each box."""
    corners = np.array(boxes, np.float32).reshape(-1, 4)
    points = np.repeat(corners[:, None, :2], 5, axis=1) + UPRIGHT / 10
    values = scores if scores is not None else [0.9] * len(boxes)
    return Detections(corners, points.astype(np.float32), np.array(values, np.float32))
