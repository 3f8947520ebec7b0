"""How a person numbers the faces in a picture."""

from itertools import permutations

import pytest

from app.enrol.reading_order import FacePlace, face_place, reading_order
from face.types import Box


def face(across: float, down: float, size: float = 0.1) -> Box:
    """A face about this middle."""
    half = size / 2
    return across - half, down - half, across + half, down + half


def test_faces_side_by_side_are_read_from_the_left() -> None:
    assert reading_order([face(0.7, 0.5), face(0.2, 0.5), face(0.45, 0.5)]) == (1, 2, 0)


def test_the_upper_row_comes_first() -> None:
    front = [face(0.1, 0.7), face(0.9, 0.7)]
    back = [face(0.3, 0.4), face(0.6, 0.4)]
    assert reading_order([*front, *back]) == (2, 3, 0, 1)


def test_people_of_different_height_stand_in_one_row() -> None:
    tall, small = face(0.7, 0.42), face(0.3, 0.49)
    assert reading_order([tall, small]) == (1, 0)


def test_a_row_that_is_aslant_is_one_row() -> None:
    falling = [face(0.1 + 0.15 * each, 0.3 + 0.025 * each) for each in range(6)]
    rising = [
        face(across, 1 - down) for across, down in ((b[0] + 0.05, b[1] + 0.05) for b in falling)
    ]
    assert reading_order(falling) == (0, 1, 2, 3, 4, 5)
    assert reading_order(rising) == (0, 1, 2, 3, 4, 5)


def test_rows_that_are_staggered_are_still_two() -> None:
    back = [face(0.2, 0.30), face(0.5, 0.33), face(0.8, 0.29)]
    front = [face(0.05, 0.43), face(0.35, 0.45), face(0.65, 0.42)]
    assert reading_order([*front, *back]) == (3, 4, 5, 0, 1, 2)


def test_one_above_the_other_are_two_rows() -> None:
    assert reading_order([face(0.5, 0.62), face(0.5, 0.5)]) == (1, 0)


def test_small_faces_count_by_their_own_height() -> None:
    large = face(0.5, 0.7, 0.3)
    far_away = [face(0.3, 0.2, 0.04), face(0.1, 0.26, 0.04)]
    assert reading_order([large, *far_away]) == (1, 2, 0)


def test_the_order_does_not_depend_on_how_they_were_found() -> None:
    faces = [face(0.2, 0.3), face(0.6, 0.35), face(0.1, 0.6), face(0.5, 0.64), face(0.9, 0.58)]
    for found in permutations(range(5)):
        order = reading_order([faces[each] for each in found])
        assert [found[each] for each in order] == [0, 1, 2, 3, 4]


def test_nobody_is_in_no_order() -> None:
    assert reading_order([]) == ()


@pytest.mark.parametrize(
    ("across", "down", "place"),
    [
        (0.1, 0.1, FacePlace.TOP_LEFT),
        (0.5, 0.2, FacePlace.TOP),
        (0.9, 0.3, FacePlace.TOP_RIGHT),
        (0.2, 0.5, FacePlace.LEFT),
        (0.5, 0.5, FacePlace.MIDDLE),
        (0.7, 0.5, FacePlace.RIGHT),
        (0.0, 1.0, FacePlace.BOTTOM_LEFT),
        (0.4, 0.9, FacePlace.BOTTOM),
        (1.0, 1.0, FacePlace.BOTTOM_RIGHT),
    ],
)
def test_a_face_has_one_of_nine_places(across: float, down: float, place: FacePlace) -> None:
    assert face_place(face(across, down)) is place


def test_a_face_that_reaches_out_of_the_picture_has_a_place() -> None:
    assert face_place((-0.3, -0.2, 0.1, 0.1)) is FacePlace.TOP_LEFT
    assert face_place((0.9, 0.9, 1.3, 1.3)) is FacePlace.BOTTOM_RIGHT
