import numpy as np
import pytest

from face.detection.detections import (
    concatenated,
    covered,
    no_detections,
    non_maximum_suppression,
    overlaps,
)
from tests.face.detection.made import seen


def test_overlap_is_intersection_over_union() -> None:
    boxes = np.array([[0, 0, 10, 10], [5, 0, 15, 10], [20, 20, 30, 30]], np.float32)
    assert overlaps(boxes, boxes)[0] == pytest.approx([1, 1 / 3, 0])


def test_of_doubles_the_best_stays_and_the_order_is_best_first() -> None:
    found = seen((0, 0, 10, 10), (1, 0, 11, 10), (50, 0, 60, 10), scores=[0.6, 0.8, 0.7])
    kept = non_maximum_suppression(found, 0.4)
    assert kept.scores.tolist() == pytest.approx([0.8, 0.7])
    assert len(non_maximum_suppression(no_detections(), 0.4)) == 0


def test_covered_says_which_are_known() -> None:
    found = seen((0, 0, 10, 10), (50, 0, 60, 10))
    assert covered(found, seen((1, 1, 10, 10)), 0.35).tolist() == [True, False]
    assert covered(found, no_detections(), 0.35).tolist() == [False, False]
    assert len(concatenated([])) == 0
