"""The search without a real network: what it looks at, and how what it saw becomes faces."""

import numpy as np
import pytest

from face.detection.detections import (
    Detections,
    covered,
    joined,
    none_found,
    overlaps,
    rolls,
    without_doubles,
)
from face.detection.turns import quarter_turns, turned, turned_back
from face.detection.views import placed, views

UPRIGHT = np.array([[30, 40], [70, 40], [50, 60], [35, 80], [65, 80]], np.float32)


def seen(
    *boxes: tuple[float, float, float, float], scores: list[float] | None = None
) -> Detections:
    corners = np.array(boxes, np.float32).reshape(-1, 4)
    points = np.repeat(corners[:, None, :2], 5, axis=1) + UPRIGHT / 10
    values = scores if scores is not None else [0.9] * len(boxes)
    return Detections(corners, points.astype(np.float32), np.array(values, np.float32))


def test_overlap_is_intersection_over_union() -> None:
    boxes = np.array([[0, 0, 10, 10], [5, 0, 15, 10], [20, 20, 30, 30]], np.float32)
    assert overlaps(boxes, boxes)[0] == pytest.approx([1, 1 / 3, 0])


def test_of_doubles_the_best_stays_and_the_order_is_best_first() -> None:
    found = seen((0, 0, 10, 10), (1, 0, 11, 10), (50, 0, 60, 10), scores=[0.6, 0.8, 0.7])
    kept = without_doubles(found, 0.4)
    assert kept.scores.tolist() == pytest.approx([0.8, 0.7])
    assert len(without_doubles(none_found(), 0.4)) == 0


def test_covered_says_which_are_known() -> None:
    found = seen((0, 0, 10, 10), (50, 0, 60, 10))
    assert covered(found, seen((1, 1, 10, 10)), 0.35).tolist() == [True, False]
    assert covered(found, none_found(), 0.35).tolist() == [False, False]
    assert len(joined([])) == 0


def test_roll_is_clockwise_on_the_screen() -> None:
    clockwise = np.stack([-UPRIGHT[:, 1], UPRIGHT[:, 0]], axis=1)
    assert rolls(np.stack([UPRIGHT, clockwise])) == pytest.approx([0, 90])
    assert quarter_turns(np.stack([UPRIGHT, clockwise, -UPRIGHT, -clockwise])).tolist() == [
        0,
        1,
        2,
        3,
    ]


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_what_is_found_in_a_turned_picture_lands_where_it_is(turns: int) -> None:
    picture = np.zeros((60, 90, 3), np.uint8)
    picture[10:20, 30:45] = 255
    view = turned(picture, turns)
    rows, columns = np.nonzero(view[:, :, 0])
    box = (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1)
    back = turned_back(seen(tuple(float(v) for v in box)), turns, 90, 60)  # type: ignore[arg-type]
    assert back.boxes[0].tolist() == [30, 10, 45, 20]


@pytest.mark.parametrize("size", [(1, 1), (300, 200), (320, 320)])
def test_an_ordinary_picture_is_seen_once_as_it_is(size: tuple[int, int]) -> None:
    (view,) = views(np.zeros((size[1], size[0], 3), np.uint8))
    assert view.pixels.shape[:2] == (size[1], size[0])


def test_a_somewhat_larger_one_is_seen_once_but_shrunk() -> None:
    (view,) = views(np.zeros((1000, 800, 3), np.uint8))
    assert view.pixels.shape[:2] == (750, 600)


@pytest.mark.parametrize(
    "size", [(1100, 700), (4000, 3000), (3000, 4000), (12000, 9000), (9000, 40)]
)
def test_views_of_a_large_picture_are_bounded_and_leave_nothing_out(size: tuple[int, int]) -> None:
    width, height = size
    picture = np.zeros((height, width, 3), np.uint8)
    glance, *tiles = views(picture)
    assert max(glance.pixels.shape[:2]) <= 640
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
    tile = views(picture)[-1]
    found = placed(seen((500, 500, 540, 540)), tile)
    x, y = (np.array([500, 500]) + tile.corner) / tile.scale
    assert found.boxes[0, :2] == pytest.approx([x, y], rel=1e-4)
