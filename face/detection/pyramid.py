"""The image pyramid: a picture at its size, at half of it, at a quarter, and so on."""

import numpy as np

from face.cv import cv2
from face.types import Pixels

_SMALLEST = 128


def pyramid_of(pixels: Pixels) -> list[Pixels]:
    """Build the pyramid of a picture; each level has the means of 2 x 2 pixels of the one before.

    A last odd row or column is left out, so that level n is exactly 2**n times as small. The
    shorter side of the last level is at least 128 pixels, or it is the picture itself.
    """
    levels = [pixels]
    while min(levels[-1].shape[:2]) >= 2 * _SMALLEST:
        height, width = (side // 2 for side in levels[-1].shape[:2])
        even = levels[-1][: 2 * height, : 2 * width]
        half = cv2.resize(even, (width, height), interpolation=cv2.INTER_AREA)
        levels.append(np.asarray(half, np.uint8))
    return levels
