import numpy as np
import pytest

from face.media.shots import ShotDetector, luma_grid
from tests.support.drawn_media import portrait, scene


def cuts(frames: list[np.ndarray]) -> list[int]:
    detector = ShotDetector()
    return [n for n, frame in enumerate(frames) if detector.add(luma_grid(frame[..., 1]))]


def test_finds_each_cut() -> None:
    assert cuts([*scene(1, 20), *scene(2, 20), *scene(1, 20)]) == [20, 40]


def test_a_cut_may_come_at_once() -> None:
    assert cuts([*scene(1, 1), *scene(2, 5)]) == [1]


def test_a_slow_fade_is_no_cut() -> None:
    one, other = scene(1, 1)[0].astype(float), scene(2, 1)[0].astype(float)
    fade = [((1 - t) * one + t * other).astype(np.uint8) for t in np.linspace(0, 1, 40)]
    assert cuts(fade) == []


def test_a_shaking_camera_is_no_cut() -> None:
    still = np.asarray(portrait(640, 480))
    shaken = [np.roll(still, 8 * (-1) ** n * (n % 3), axis=1) for n in range(30)]
    assert cuts(shaken) == []


@pytest.mark.parametrize("shape", [(1, 1), (2, 700), (31, 33), (480, 640)])
def test_a_grid_is_made_of_any_size(shape: tuple[int, int]) -> None:
    grid = luma_grid(np.full(shape, 255, np.uint8))
    assert grid.shape == (8, 8)
    assert np.allclose(grid, 1.0)
