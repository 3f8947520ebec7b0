import numpy as np
import pytest

from face.detection.pyramid import pyramid_of
from face.detection.views import placed, views
from tests.face.detection.made import seen


@pytest.mark.parametrize("size", [(1, 1), (300, 200), (320, 320)])
def test_an_ordinary_picture_is_seen_once_as_it_is(size: tuple[int, int]) -> None:
    (view,) = views(pyramid_of(np.zeros((size[1], size[0], 3), np.uint8)))
    assert view.pixels.shape[:2] == (size[1], size[0])


def test_a_somewhat_larger_one_is_seen_once_but_shrunk() -> None:
    (view,) = views(pyramid_of(np.zeros((1000, 800, 3), np.uint8)))
    assert view.pixels.shape[:2] == (750, 600)


@pytest.mark.parametrize(
    "size", [(1100, 700), (4000, 3000), (3000, 4000), (12000, 9000), (9000, 40)]
)
def test_views_of_a_large_picture_are_bounded_and_leave_nothing_out(size: tuple[int, int]) -> None:
    width, height = size
    picture = np.zeros((height, width, 3), np.uint8)
    glance, *tiles = views(pyramid_of(picture))
    assert max(glance.pixels.shape[:2]) <= 384
    assert all(max(tile.pixels.shape[:2]) <= 1024 for tile in tiles)
    rng = np.random.default_rng(3)
    for x, y in rng.uniform(0, 1, (200, 2)) * (width, height):
        owners = 0
        for tile in tiles:
            at = (np.array([x, y]) * tile.scale - tile.corner).tolist()
            rows, columns = tile.pixels.shape[:2]
            if 0 <= at[0] < columns and 0 <= at[1] < rows:
                owners += len(placed(seen((at[0] - 2, at[1] - 2, at[0] + 2, at[1] + 2)), tile))
        assert owners >= 1


def test_what_a_tile_sees_is_placed_in_the_picture() -> None:
    picture = np.zeros((3000, 4000, 3), np.uint8)
    tile = views(pyramid_of(picture))[-1]
    found = placed(seen((500, 500, 540, 540)), tile)
    x, y = (np.array([500, 500]) + tile.corner) / tile.scale
    assert found.boxes[0, :2] == pytest.approx([x, y], rel=1e-4)
