import numpy as np
import pytest
from numpy.typing import NDArray

from face.crop import SIZE, crop_jpeg
from face.cv import cv2
from face.types import Face, Pixels, Traits
from tests.support import photos

LANDMARKS = np.array(
    [[0.41, 0.21], [0.47, 0.21], [0.44, 0.25], [0.415, 0.285], [0.465, 0.285]], np.float32
)


def at(landmarks: NDArray[np.float32]) -> Face:
    traits = Traits(88, 1, 0.7, 0, 0)
    vector = np.ones(1, np.float32)
    return Face(
        (0.35, 0.1, 0.53, 0.35), np.asarray(landmarks, np.float32), 0.9, 0.9, traits, vector
    )


def decoded(content: bytes) -> Pixels:
    return np.asarray(cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_COLOR), np.uint8)


def test_a_crop_is_a_small_jpeg_without_metadata() -> None:
    content = crop_jpeg(photos.astronaut(), at(LANDMARKS))
    assert content[:2] == b"\xff\xd8"
    assert b"Exif" not in content
    assert max(decoded(content).shape[:2]) <= SIZE
    assert len(content) < 20_000


def test_a_large_face_is_shrunk_and_a_small_one_not_blown_up() -> None:
    large = decoded(crop_jpeg(photos.resized(photos.astronaut(), 3), at(LANDMARKS)))
    small = decoded(crop_jpeg(photos.resized(photos.astronaut(), 0.2), at(LANDMARKS)))
    assert large.shape[0] == SIZE
    assert small.shape[0] < 40


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_the_face_of_a_turned_picture_is_upright_in_the_crop(turns: int) -> None:
    x, y = LANDMARKS[:, 0], LANDMARKS[:, 1]
    moved = [(x, y), (y, 1 - x), (1 - x, 1 - y), (1 - y, x)][turns]
    upright = decoded(crop_jpeg(photos.astronaut(), at(LANDMARKS)))
    turned = np.ascontiguousarray(np.rot90(photos.astronaut(), turns))
    crop = decoded(crop_jpeg(turned, at(np.stack(moved, axis=1))))
    assert crop.shape == upright.shape
    assert np.abs(crop.astype(int) - upright).mean() < 6


def test_landmarks_outside_the_picture_still_give_a_crop() -> None:
    assert crop_jpeg(np.zeros((40, 40, 3), np.uint8), at(LANDMARKS + 3))[:2] == b"\xff\xd8"
    assert crop_jpeg(np.zeros((1, 1, 3), np.uint8), at(LANDMARKS))[:2] == b"\xff\xd8"
