"""Put the inner face of one person into the photo of another.

Without a network: what these have in common with the swaps of the common programs is that the inner
face comes from one picture and everything else from another; the blending and the resolution are
theirs, too. What a network does besides, it draws the face anew, nothing here does.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import Delaunay

from face.align import similarity
from face.cv import cv2
from face.types import Floats, Pixels
from tools.evaluate.fakes.portrait import BROWS_TO_CHIN, FURTHER, TEMPLATE, Portrait

Swap = Callable[[Portrait, Portrait], Portrait]
"""Her portrait and somebody else's: somebody else's photo with her inner face."""

SWAPPER_SIZE = 128
"""Width and height of the face that the most common swapper draws (inswapper_128)."""

_EDGE = 3.0
_BORDER = 2


def feathered(source: Portrait, target: Portrait) -> Portrait:
    """Laid over it with a soft edge, in its own colours."""
    return target.covered(_laid(source, target), target.mask(soft=_EDGE))


def feathered_in_its_colours(source: Portrait, target: Portrait) -> Portrait:
    """The same in the colours of the photo."""
    laid = _in_colours_of(target, _laid(source, target))
    return target.covered(laid, target.mask(soft=_EDGE))


def poisson(source: Portrait, target: Portrait) -> Portrait:
    """Blended so that only the differences between neighbouring pixels are the source's.

    P. Pérez et al., "Poisson image editing", 2003.
    """
    return _cloned(_laid(source, target), target)


def poisson_in_its_colours(source: Portrait, target: Portrait) -> Portrait:
    """The same after its colours were brought close to those of the photo."""
    return _cloned(_in_colours_of(target, _laid(source, target)), target)


def triangulated(source: Portrait, target: Portrait) -> Portrait:
    """Bent triangle by triangle, so that each part of the face lies where the target's lies.

    As FaceSwap of FaceForensics++ does with a face model (A. Rössler et al., 2019), here with the
    landmarks and points derived from them.
    """
    bent = _bent(source, target)
    return target.covered(_in_colours_of(target, bent), target.mask(soft=_EDGE))


def through_128(source: Portrait, target: Portrait) -> Portrait:
    """At the resolution of the common swappers, and back."""
    scale = SWAPPER_SIZE / 112
    small = Portrait(np.zeros((SWAPPER_SIZE, SWAPPER_SIZE, 3), np.uint8), TEMPLATE * scale)
    drawn = Portrait(_laid(source, small), small.landmarks)
    laid = _in_colours_of(target, _laid(drawn, target))
    return target.covered(laid, target.mask(soft=_EDGE))


def _laid(source: Portrait, target: Portrait) -> Pixels:
    """The source's photo moved, turned and scaled so that her landmarks lie on the target's."""
    matrix = similarity(source.landmarks, target.landmarks)
    height, width = target.pixels.shape[:2]
    smaller = float(np.hypot(matrix[0, 0], matrix[1, 0]))
    pixels = source.pixels
    if smaller < 1:
        # What is shrunk has to be smoothed before, else it would alias.
        pixels = np.asarray(cv2.GaussianBlur(pixels, (0, 0), 0.5 / smaller), np.uint8)
    laid = cv2.warpAffine(
        pixels, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT
    )
    return np.asarray(laid, np.uint8)


def _in_colours_of(target: Portrait, laid: Pixels) -> Pixels:
    """Mean and deviation of each channel of Lab inside the face as in the target.

    E. Reinhard et al., "Color transfer between images", 2001.
    """
    inside = target.mask() > 0.5
    if not inside.any():
        return laid
    ours, theirs = (_lab(picture) for picture in (laid, target.pixels))
    for channel in range(3):
        mine, wanted = ours[..., channel], theirs[..., channel][inside]
        deviation = max(float(mine[inside].std()), 1e-3)
        factor = float(np.clip(wanted.std() / deviation, 0.5, 2.0))
        mine -= mine[inside].mean()
        mine *= factor
        mine += wanted.mean()
    back = cv2.cvtColor(ours, cv2.COLOR_LAB2RGB)
    return np.asarray(np.clip(np.rint(back * 255), 0, 255), np.uint8)


def _lab(picture: Pixels) -> NDArray[np.float32]:
    return np.asarray(cv2.cvtColor(picture.astype(np.float32) / 255, cv2.COLOR_RGB2LAB))


def _cloned(laid: Pixels, target: Portrait) -> Portrait:
    inside = (target.mask() * 255).astype(np.uint8)
    # The edge of the photo must stay the target's: the equation needs a border all around.
    for edge in (np.s_[:_BORDER], np.s_[-_BORDER:], np.s_[:, :_BORDER], np.s_[:, -_BORDER:]):
        inside[edge] = 0
    left, top, width, height = cv2.boundingRect(inside)
    if not width:
        return target
    middle = (left + width // 2, top + height // 2)
    made = cv2.seamlessClone(laid, target.pixels, inside, middle, cv2.NORMAL_CLONE)
    return target.with_pixels(np.asarray(made, np.uint8))


def _bent(source: Portrait, target: Portrait) -> Pixels:
    """The source's face in the target's shape; outside of it the target's photo."""
    derived = np.concatenate([BROWS_TO_CHIN, FURTHER])
    ours, theirs = (
        np.concatenate([one.landmarks, one.places(derived)]).astype(np.float32)
        for one in (source, target)
    )
    height, width = target.pixels.shape[:2]
    made = target.pixels.copy()
    for corners in Delaunay(theirs).simplices:
        matrix = cv2.getAffineTransform(ours[corners], theirs[corners])
        left, top, right, bottom = _around(theirs[corners], width, height)
        if right <= left or bottom <= top:
            continue
        matrix[:, 2] -= (left, top)
        piece = cv2.warpAffine(
            source.pixels,
            matrix,
            (right - left, bottom - top),
            flags=cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_REFLECT,
        )
        inside = np.zeros((bottom - top, right - left), np.uint8)
        cv2.fillConvexPoly(inside, np.rint(theirs[corners] - (left, top)).astype(np.int32), 1)
        made[top:bottom, left:right][inside > 0] = piece[inside > 0]
    return made


def _around(corners: Floats, width: int, height: int) -> tuple[int, int, int, int]:
    left, top = np.floor(corners.min(axis=0)).astype(int)
    right, bottom = np.ceil(corners.max(axis=0)).astype(int) + 1
    return max(left, 0), max(top, 0), min(right, width), min(bottom, height)
