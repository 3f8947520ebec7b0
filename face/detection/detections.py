"""Detected faces in pixels of a picture, and how detections are combined."""

from dataclasses import dataclass
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from face.types import Floats

Pictures: TypeAlias = NDArray[np.uint8]
"""A batch of pictures: n x height x width x 3, RGB, uint8."""


@dataclass(frozen=True, slots=True, eq=False)
class Detections:
    """The detections of n faces.

    Attributes:
        boxes: n x 4: left, top, right, bottom, in pixels; may reach beyond the picture.
        landmarks: n x 5 x 2: eyes, nose tip, mouth corners (x, y), in pixels.
        scores: n, 0..1.
    """

    boxes: Floats
    landmarks: Floats
    scores: Floats

    def __len__(self) -> int:
        return len(self.scores)

    def take(self, index: NDArray[np.intp] | NDArray[np.bool_]) -> "Detections":
        """Return the detections that `index` (numbers or a mask) selects."""
        return Detections(self.boxes[index], self.landmarks[index], self.scores[index])

    def first(self, count: int) -> "Detections":
        """Return the first `count` detections."""
        return Detections(self.boxes[:count], self.landmarks[:count], self.scores[:count])

    def sizes(self) -> Floats:
        """Return the shorter side of each box: n, pixels."""
        return np.asarray((self.boxes[:, 2:] - self.boxes[:, :2]).min(axis=1))


class DetectionNetwork(Protocol):
    """A detection network."""

    multiple: int
    """Width and height of pictures have to be multiples of this."""

    def __call__(self, pictures: Pictures, threshold: float) -> list[Detections]:
        """Find the faces of each of n x height x width x 3 RGB pictures."""
        ...


def no_detections() -> Detections:
    """Return an empty set of detections."""
    return Detections(
        np.zeros((0, 4), np.float32), np.zeros((0, 5, 2), np.float32), np.zeros(0, np.float32)
    )


def concatenated(parts: list[Detections]) -> Detections:
    """Join several sets of detections to one."""
    if not parts:
        return no_detections()
    return Detections(
        np.concatenate([part.boxes for part in parts]),
        np.concatenate([part.landmarks for part in parts]),
        np.concatenate([part.scores for part in parts]),
    )


def non_maximum_suppression(found: Detections, overlap: float) -> Detections:
    """Keep the best of overlapping detections, best first (greedy non-maximum suppression).

    Args:
        found: Any number of detections.
        overlap: Intersection over union from which two boxes are one face.
    """
    if len(found) < 2:
        return found
    found = found.take(np.argsort(-found.scores, kind="stable"))
    overlapping = overlaps(found.boxes, found.boxes) >= overlap
    kept = np.ones(len(found), bool)
    for number in range(len(found)):
        if kept[number]:
            kept[number + 1 :] &= ~overlapping[number, number + 1 :]
    return found.take(kept)


def overlaps(a: Floats, b: Floats) -> Floats:
    """Intersection over union of every box of `a` (n x 4) with every one of `b` (m x 4): n x m."""
    sides = np.minimum(a[:, None, 2:], b[None, :, 2:]) - np.maximum(a[:, None, :2], b[None, :, :2])
    shared = np.maximum(sides, 0).prod(axis=2)
    areas_a = (a[:, 2:] - a[:, :2]).prod(axis=1)
    areas_b = (b[:, 2:] - b[:, :2]).prod(axis=1)
    together = areas_a[:, None] + areas_b[None, :] - shared
    return np.asarray(shared / np.maximum(together, 1e-9), np.float32)


def covered(found: Detections, by: Detections, overlap: float) -> NDArray[np.bool_]:
    """Mask of the `found` (n) that overlap one of `by` by at least `overlap` (IoU)."""
    if not len(by):
        return np.zeros(len(found), bool)
    return np.asarray((overlaps(found.boxes, by.boxes) >= overlap).any(axis=1))


def rolls(landmarks: Floats) -> Floats:
    """Return the roll of each face (landmarks n x 5 x 2): n, degrees, clockwise, -180..180."""
    eyes = landmarks[:, 1] - landmarks[:, 0]
    mouth = landmarks[:, 4] - landmarks[:, 3]
    across = eyes + mouth
    return np.asarray(np.degrees(np.arctan2(across[:, 1], across[:, 0])), np.float32)
