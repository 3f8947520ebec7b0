import numpy as np
import pytest

from face.detection.pyramid import pyramid_of


@pytest.mark.parametrize("size", [(1, 1), (90, 400), (255, 999)])
def test_of_a_small_picture_there_is_only_itself(size: tuple[int, int]) -> None:
    picture = np.zeros((*size, 3), np.uint8)
    assert pyramid_of(picture)[0] is picture
    assert len(pyramid_of(picture)) == 1


def test_each_level_is_half_as_large_and_its_pixels_are_means_of_four() -> None:
    picture = np.random.default_rng(3).integers(0, 256, (1031, 1201, 3), np.uint8)
    levels = pyramid_of(picture)
    assert [level.shape[:2] for level in levels] == [
        (1031, 1201),
        (515, 600),
        (257, 300),
        (128, 150),
    ]
    assert levels[1][7, 9] == pytest.approx(picture[14:16, 18:20].mean(axis=(0, 1)), abs=0.51)
