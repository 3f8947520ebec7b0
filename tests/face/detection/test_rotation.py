import numpy as np
import pytest

from face.detection.detections import rolls
from face.detection.rotation import quarter_turns, rotated, rotated_back
from tests.face.detection.made import UPRIGHT, seen


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
    view = rotated(picture, turns)
    assert (view == np.rot90(picture, turns)).all()
    rows, columns = np.nonzero(view[:, :, 0])
    box = (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1)
    back = rotated_back(seen(tuple(float(v) for v in box)), turns, 90, 60)  # type: ignore[arg-type]
    assert back.boxes[0].tolist() == [30, 10, 45, 20]
