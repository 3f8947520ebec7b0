"""With a network that takes squares, red above and blue below, for upright faces."""

from typing import TypeAlias

import numpy as np
import pytest
from PIL import Image
from scipy import ndimage

from face.detection.detections import Detections, Pictures, concatenated, no_detections, rolls
from face.detection.pyramid import pyramid_of
from face.detection.second_look import SecondLook
from face.types import Floats, Pixels
from tests.face.detection.made import UPRIGHT

RED, BLUE = (255, 0, 0), (0, 0, 255)
Box: TypeAlias = tuple[float, float, float, float]
WHERE: Box = (100.0, 120.0, 160.0, 180.0)


class SquareNetwork:
    """A face scores as high as its share of pixels whose colour is in the right half."""

    multiple = 32

    def __init__(self, best: float = 1.0) -> None:
        self.best = best
        self.batches: list[int] = []

    def __call__(self, pictures: Pictures, threshold: float) -> list[Detections]:
        self.batches.append(len(pictures))
        return [self._found(picture, threshold) for picture in pictures]

    def _found(self, picture: Pixels, threshold: float) -> Detections:
        parts, _ = ndimage.label(picture.max(axis=2) > 100)
        faces = [self._face(picture[rows, columns], rows.start, columns.start)
                 for rows, columns in ndimage.find_objects(parts)]  # fmt: skip
        found = concatenated(faces)
        return found.take(found.scores >= threshold)

    def _face(self, square: Pixels, top: int, left: int) -> Detections:
        height, width = square.shape[:2]
        middle = height // 2
        red = square[..., 0] > square[..., 2]
        right = (red[:middle].sum() + (~red[middle:]).sum()) / red.size
        box = (left, top, left + width, top + height)
        return face_at(box, score=self.best * float(right))


def face_at(box: Box, roll: float = 0, score: float = 0.2) -> Detections:
    """A face that a network says it has seen, turned clockwise by `roll` degrees."""
    left, top, right, bottom = box
    turn = np.radians(roll)
    clockwise = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    points = (UPRIGHT - (50, 60)) / 100 * (right - left) @ clockwise
    points += ((left + right) / 2, (top + bottom) / 2)
    values = [box], [points], [score]
    return Detections(*(np.array(value, np.float32) for value in values))


def square(roll: float = 0) -> Pixels:
    """A picture with a face at WHERE, turned clockwise by `roll` degrees."""
    picture = Image.new("RGB", (300, 280))
    left, top, right, bottom = (round(side) for side in WHERE)
    middle = (top + bottom) // 2
    picture.paste(RED, (left, top, right, middle))
    picture.paste(BLUE, (left, middle, right, bottom))
    centre = ((left + right) / 2, middle)
    turned = picture.rotate(-roll, Image.Resampling.BICUBIC, center=centre)
    return np.asarray(turned)


def off(one: Floats, other: float) -> float:
    """Difference of two angles, degrees."""
    return abs((float(one[0]) - other + 180) % 360 - 180)


@pytest.mark.parametrize("roll", [0, 30, 90, 160, 180, 270, 300])
def test_a_face_is_confirmed_however_it_is_turned(roll: float) -> None:
    rough = face_at((92, 116, 164, 188), roll)
    found = SecondLook(SquareNetwork())(pyramid_of(square(roll)), rough)
    assert found.scores.tolist() == pytest.approx([1], abs=0.1)
    assert found.boxes[0] == pytest.approx(WHERE, abs=3)
    assert off(rolls(found.landmarks), roll) < 5


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_landmarks_that_are_quarter_turns_off_are_put_right(turns: int) -> None:
    found = SecondLook(SquareNetwork())(pyramid_of(square()), face_at(WHERE, 90 * turns))
    assert len(found) == 1
    assert off(rolls(found.landmarks), 0) < 5
    assert found.landmarks[0] == pytest.approx(face_at(WHERE).landmarks[0], abs=3)


def test_a_trace_of_nothing_is_dropped() -> None:
    black = np.zeros((280, 300, 3), np.uint8)
    assert len(SecondLook(SquareNetwork())(pyramid_of(black), face_at(WHERE))) == 0


def test_a_face_beside_a_trace_is_not_taken_for_it() -> None:
    assert len(SecondLook(SquareNetwork())(pyramid_of(square()), face_at((40, 120, 100, 180)))) == 0


def test_a_far_smaller_face_is_not_taken_for_a_trace() -> None:
    assert len(SecondLook(SquareNetwork())(pyramid_of(square()), face_at((30, 50, 230, 250)))) == 0


def test_what_stays_doubtful_from_close_by_is_dropped() -> None:
    assert (
        len(SecondLook(SquareNetwork(best=0.45))(pyramid_of(square()), face_at(WHERE, score=0.5)))
        == 0
    )


def test_each_of_many_traces_has_its_own_answer_in_few_crops_at_once() -> None:
    network = SquareNetwork()
    picture = np.zeros((400, 2_000, 3), np.uint8)
    picture[:280, :300] = square()
    picture[:280, 300:600] = square(180)
    nowhere = [face_at((700 + 60 * n, 50, 740 + 60 * n, 90)) for n in range(18)]
    upright, turned = face_at(WHERE), face_at((400, 120, 460, 180))
    found = SecondLook(network)(pyramid_of(picture), concatenated([upright, *nowhere, turned]))
    assert found.boxes == pytest.approx(concatenated([upright, turned]).boxes, abs=3)
    assert max(network.batches) <= 32


def test_without_a_trace_the_network_is_not_asked() -> None:
    network = SquareNetwork()
    assert len(SecondLook(network)(pyramid_of(square()), no_detections())) == 0
    assert network.batches == []


@pytest.mark.parametrize("roll", [0, 30, 90, 160, 180, 270, 300])
def test_of_two_networks_the_better_one_has_the_last_word(roll: float) -> None:
    fast, better = SquareNetwork(), SquareNetwork(best=0.8)
    found = SecondLook(fast, better)(pyramid_of(square(roll)), face_at((92, 116, 164, 188), roll))
    assert found.scores.tolist() == pytest.approx([0.8], abs=0.1)
    assert found.boxes[0] == pytest.approx(WHERE, abs=3)
    assert off(rolls(found.landmarks), roll) < 5
    blind = SecondLook(fast, SquareNetwork(best=0.4))
    assert len(blind(pyramid_of(square(roll)), face_at(WHERE, roll))) == 0


def test_what_the_fast_network_sees_in_no_turn_does_not_reach_the_better_one() -> None:
    better = SquareNetwork()
    black = np.zeros((280, 300, 3), np.uint8)
    assert len(SecondLook(SquareNetwork(), better)(pyramid_of(black), face_at(WHERE))) == 0
    assert better.batches == []


def test_a_close_look_answers_for_every_face_and_says_where_none_is() -> None:
    seen = SecondLook(SquareNetwork(), SquareNetwork()).close(
        pyramid_of(square()), concatenated([face_at(WHERE), face_at((10, 10, 60, 60))])
    )
    assert seen.scores.tolist() == pytest.approx([1, 0], abs=0.1)
    assert seen.boxes[0] == pytest.approx(WHERE, abs=3)


def test_a_large_face_is_cut_out_of_a_smaller_level() -> None:
    large = np.repeat(np.repeat(square(), 6, axis=0), 6, axis=1)
    where = tuple(6 * side for side in WHERE)
    found = SecondLook(SquareNetwork())(pyramid_of(large), face_at(where))  # type: ignore[arg-type]
    assert found.boxes[0] == pytest.approx(where, abs=18)
