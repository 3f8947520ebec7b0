import numpy as np
import pytest

from face.align import ARCFACE_TEMPLATE, DLIB_TEMPLATE, aligned, similarity, warped
from face.types import Pixels


def test_a_similarity_is_recovered_exactly() -> None:
    angle, scale = np.radians(33), 1.7
    turn = scale * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    target = (ARCFACE_TEMPLATE @ turn.T + [5, -9]).astype(np.float32)
    matrix = similarity(ARCFACE_TEMPLATE, target)
    assert np.allclose(matrix[:, :2], turn, atol=1e-4)
    assert np.allclose(matrix[:, 2], [5, -9], atol=1e-2)


def test_a_mirrored_face_is_never_mirrored_back() -> None:
    mirrored = DLIB_TEMPLATE * [-1, 1]
    assert np.linalg.det(similarity(mirrored.astype(np.float32), DLIB_TEMPLATE)[:, :2]) >= 0


def test_landmarks_that_are_one_point_give_a_crop_all_the_same() -> None:
    crop = aligned(
        np.zeros((50, 50, 3), np.uint8), np.full((5, 2), 9, np.float32), DLIB_TEMPLATE, 150
    )
    assert crop.shape == (150, 150, 3)


def _rings(size: int) -> Pixels:
    """Smooth, without direction, other in every place."""
    y, x = np.mgrid[:size, :size].astype(np.float32) / size
    planes = [np.sin(7 * x + 3 * y), np.cos(5 * y), np.sin(6 * x * y + 1)]
    return ((np.stack(planes, axis=2) + 1) * 127).astype(np.uint8)


@pytest.mark.parametrize("size", [300, 1500, 3000])
def test_the_crop_is_the_same_however_large_the_picture_is(size: int) -> None:
    landmarks = (DLIB_TEMPLATE / 150 * 0.5 + 0.25) * size
    reference = (DLIB_TEMPLATE / 150 * 0.5 + 0.25) * 400
    crop = aligned(_rings(size), landmarks.astype(np.float32), DLIB_TEMPLATE, 150)
    wanted = aligned(_rings(400), reference.astype(np.float32), DLIB_TEMPLATE, 150)
    assert np.abs(crop.astype(int) - wanted).mean() < 2


def test_shrinking_averages_instead_of_picking_pixels() -> None:
    checks = (np.indices((1000, 1000)).sum(axis=0) % 2 * 255).astype(np.uint8)
    picture = np.repeat(checks[:, :, None], 3, axis=2)
    crop = warped(picture, np.array([[0.1, 0, 0], [0, 0.1, 0]]), 100)
    assert np.abs(crop[5:-5, 5:-5].astype(int) - 127).max() < 12
