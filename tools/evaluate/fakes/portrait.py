"""A photo with the face in it, and where the parts of this face lie."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from face.align import ARCFACE_TEMPLATE, similarity
from face.cv import cv2
from face.types import Floats, Pixels

TEMPLATE = ARCFACE_TEMPLATE
"""Eyes, nose tip and mouth corners in a square of 112: all other points are given in it, too."""

BROWS_TO_CHIN: Floats = np.array(
    [
        [18, 52], [22, 40], [37, 33], [56, 36], [75, 33], [90, 40], [94, 52],
        [91, 74], [83, 95], [70, 108], [56, 112], [42, 108], [29, 95], [21, 74],
    ],
    np.float32,
)  # fmt: skip
"""Outline of what swappers replace."""

FURTHER: Floats = np.array(
    [
        [56, 51], [38, 41], [74, 41], [56, 84], [56, 93], [56, 101], [30, 72], [82, 72],
        [48, 70], [64, 70], [28, 52], [84, 52],
    ],
    np.float32,
)  # fmt: skip
"""Bridge of the nose, brows, lips, cheeks, nostrils, outer corners of the eyes."""


@dataclass(frozen=True, slots=True, eq=False)
class Portrait:
    """A photo of one person.

    Attributes:
        pixels: RGB, H x W x 3.
        landmarks: Of her face, 5 x 2, in pixels.
    """

    pixels: Pixels
    landmarks: Floats

    @property
    def size(self) -> float:
        """How many pixels of the photo one of the template is."""
        matrix = similarity(TEMPLATE, self.landmarks)
        return float(np.hypot(matrix[0, 0], matrix[1, 0]))

    def places(self, points: Floats) -> Floats:
        """Where points of the template lie in the photo, n x 2.

        By the affine map closest to the landmarks, so that a face turned a little to the side is
        narrower here, too.
        """
        known = np.hstack([TEMPLATE, np.ones((len(TEMPLATE), 1))])
        affine = np.linalg.lstsq(known, self.landmarks, rcond=None)[0]
        return np.asarray(np.hstack([points, np.ones((len(points), 1))]) @ affine, np.float32)

    def mask(self, outline: Floats = BROWS_TO_CHIN, soft: float = 0.0) -> NDArray[np.float32]:
        """1 inside an outline, 0 outside, H x W.

        Args:
            outline: In the template, n x 2.
            soft: Deviation of the blur of its edge, in the template.
        """
        made = np.zeros(self.pixels.shape[:2], np.float32)
        cv2.fillPoly(made, [np.rint(self.places(outline)).astype(np.int32)], 1.0)
        return blurred(made, soft * self.size)

    def with_pixels(self, pixels: Pixels | NDArray[np.floating]) -> "Portrait":
        """The same face in other colours."""
        return Portrait(np.clip(np.rint(pixels), 0, 255).astype(np.uint8), self.landmarks)

    def covered(self, by: Pixels | NDArray[np.floating], mask: NDArray[np.float32]) -> "Portrait":
        """Something over it where the mask (H x W, 0..1) says so."""
        share = mask[..., None]
        return self.with_pixels(by * share + self.pixels * (1 - share))


def blurred(picture: NDArray[np.float32], deviation: float) -> NDArray[np.float32]:
    """By a normal distribution with this deviation in pixels."""
    if deviation < 0.3:
        return picture
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), deviation), np.float32)
