"""The order in which a person counts the faces in a picture, and the place of each.

Faces are numbered from 1 on in reading order: row by row from the top, each row from the left. A
row is what a person sees as a row, even when heads are not quite level or the camera was tilted.
"""

from collections.abc import Sequence
from enum import StrEnum

from face.types import Box

LEVEL = 0.75
"""A face belongs to a row when its centre is at most this share of a face's height below the
row's. People side by side differ by less; rows behind each other are a head apart, or the people
behind could not be seen."""


class FacePlace(StrEnum):
    """One ninth of the picture. Its text is "face.place.NAME"."""

    TOP_LEFT = "top-left"
    TOP = "top"
    TOP_RIGHT = "top-right"
    LEFT = "left"
    MIDDLE = "middle"
    RIGHT = "right"
    BOTTOM_LEFT = "bottom-left"
    BOTTOM = "bottom"
    BOTTOM_RIGHT = "bottom-right"


_GRID = tuple(FacePlace)


def face_place(box: Box) -> FacePlace:
    """Return the ninth of the picture in which the centre of a face lies."""
    return _GRID[3 * _third(_down(box)) + _third(_across(box))]


def reading_order(boxes: Sequence[Box]) -> tuple[int, ...]:
    """Return the indices of these boxes in reading order."""
    rows: list[list[int]] = []
    for each in sorted(range(len(boxes)), key=lambda each: _down(boxes[each])):
        if rows and _is_level(boxes[each], [boxes[other] for other in rows[-1]]):
            rows[-1].append(each)
        else:
            rows.append([each])
    return tuple(
        each for row in rows for each in sorted(row, key=lambda each: _across(boxes[each]))
    )


def _is_level(box: Box, row: Sequence[Box]) -> bool:
    level = sum(map(_down, row)) / len(row)
    heights = [bottom - top for _, top, _, bottom in (*row, box)]
    return _down(box) - level <= LEVEL * sum(heights) / len(heights)


def _across(box: Box) -> float:
    return (box[0] + box[2]) / 2


def _down(box: Box) -> float:
    return (box[1] + box[3]) / 2


def _third(share: float) -> int:
    return min(2, max(0, int(3 * share)))
