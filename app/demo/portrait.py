"""The sample portrait, and edits with which people hide where a picture comes from.

The portrait is NASA's public-domain photo of Eileen Collins, which comes with scikit-image; the
group of six comes with insightface. Pictures are RGB uint8 arrays.
"""

import numpy as np
from numpy.typing import NDArray

from app.demo.errors import PictureMissingError
from face.cv import cv2
from face.package_files import file_in
from face.types import Pixels

PORTRAIT_POINTS = np.array([[203, 104], [242, 106], [221, 128], [206, 146], [239, 148]], np.float32)
"""Eyes, nose and corners of the mouth in the portrait, x and y in pixels."""
GROUP_POINTS = np.array([[493, 323], [545, 334], [511, 359], [486, 375], [531, 384]], np.float32)
"""The same points of the third person in the group, who gets her face in the composite."""

HEAD = (slice(20, 235), slice(125, 330))
"""The rows and columns of her head in the portrait."""
PASTED_AT = (8, 388)
"""Row and column of her picture on the wall behind the group."""


def sample(package: str, *parts: str) -> Pixels:
    """Read a picture that comes inside a dependency.

    Raises:
        PictureMissingError: It is not there or cannot be read.
    """
    try:
        in_bgr = cv2.imread(str(file_in(package, *parts)), cv2.IMREAD_COLOR)
    except FileNotFoundError as error:
        raise PictureMissingError(parts[-1]) from error
    if in_bgr is None:
        raise PictureMissingError(parts[-1])
    return np.asarray(cv2.cvtColor(in_bgr, cv2.COLOR_BGR2RGB), np.uint8)


def portrait() -> Pixels:
    """Read the portrait, 512 x 512 pixels."""
    return sample("skimage", "data", "astronaut.png")


def group() -> Pixels:
    """Read the picture of six other people at a table, 1280 x 886 pixels."""
    return sample("insightface", "data", "images", "t1.jpg")


def others_are_here() -> bool:
    """Whether the pictures of other people are installed."""
    try:
        group()
    except PictureMissingError:
        return False
    return True


def tinted(picture: Pixels) -> Pixels:
    """Apply a warm filter, as phones offer them."""
    warm = picture * np.array([1.1, 0.95, 0.65]) + np.array([12, 4, 0])
    return np.asarray(np.clip(warm, 0, 255), np.uint8)


def grey(picture: Pixels) -> Pixels:
    """Remove the colour."""
    one_channel = np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), np.uint8)
    return np.repeat(one_channel[..., None], 3, axis=2)


def shrunk(picture: Pixels, side: int) -> Pixels:
    """Scale a picture to `side` x `side` pixels."""
    return np.asarray(cv2.resize(picture, (side, side), interpolation=cv2.INTER_AREA), np.uint8)


def in_group() -> Pixels:
    """Paste her head into the picture of the group."""
    picture, head = group(), portrait()[HEAD]
    row, column = PASTED_AT
    picture[row : row + head.shape[0], column : column + head.shape[1]] = head
    return picture


def composite() -> Pixels:
    """Blend her face onto another head (Poisson image editing; Perez, Gangnet, Blake 2003)."""
    target = group()
    height, width = target.shape[:2]
    matrix, _ = cv2.estimateAffinePartial2D(PORTRAIT_POINTS, GROUP_POINTS)
    face = cv2.warpAffine(portrait(), matrix, (width, height))
    mask = cv2.fillConvexPoly(np.zeros((height, width), np.uint8), _outline(), 255)
    left, top, across, down = cv2.boundingRect(mask)
    middle = (left + across // 2, top + down // 2)
    return np.asarray(cv2.seamlessClone(face, target, mask, middle, cv2.NORMAL_CLONE), np.uint8)


def _outline() -> NDArray[np.int32]:
    """Return an ellipse around the five points in the group, as a polygon in pixels."""
    left_eye, right_eye, _, left_mouth, right_mouth = GROUP_POINTS
    middle = (left_eye + right_eye + left_mouth + right_mouth) / 4
    across = right_eye - left_eye
    angle = int(np.degrees(np.arctan2(across[1], across[0])))
    apart = float(np.linalg.norm(across))
    axes = (int(0.95 * apart), int(1.25 * apart))
    centre = (int(middle[0]), int(middle[1]))
    return np.asarray(cv2.ellipse2Poly(centre, axes, angle, 0, 360, 5), np.int32)
