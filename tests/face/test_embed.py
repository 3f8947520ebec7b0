"""Crops become embeddings: parts, views, and the longer look at own photos."""

import numpy as np
import pytest

from face.align import ARCFACE_TEMPLATE, DLIB_CLOSER_TEMPLATE, DLIB_TEMPLATE, supersampled
from face.detection.detections import Pictures
from face.embed import CropView, embeddings, unit_length
from face.types import Floats, Pixels
from tests.support import photos

_POINTS = np.array([[200, 100], [240, 102], [220, 130], [205, 145], [238, 146]], np.float32)


class MeanColours:
    """Mean colours of 4 x 4 parts of the crop, mixed: another vector for every crop."""

    same_face = 0.5

    def __init__(self, views: tuple[CropView, ...], size: int, dimension: int) -> None:
        self.views, self.size, self.dimension = views, size, dimension
        self._mix = np.random.default_rng(dimension).normal(size=(48, dimension))
        self.most_at_once = 0

    def __call__(self, crops: Pictures) -> Floats:
        assert crops.shape[1:] == (self.size, self.size, 3)
        self.most_at_once = max(self.most_at_once, len(crops))
        cut = self.size // 4 * 4
        cells = crops[:, :cut, :cut].reshape(len(crops), 4, cut // 4, 4, cut // 4, 3)
        means = cells.mean(axis=(2, 4)).reshape(len(crops), 48)
        return np.asarray(means @ self._mix, np.float32)


def of_one_view() -> MeanColours:
    return MeanColours((CropView(ARCFACE_TEMPLATE),), 112, 24)


def of_two_templates() -> MeanColours:
    """The second is seen mirrored, as dlib's network sees it."""
    return MeanColours(
        (CropView(DLIB_TEMPLATE), CropView(DLIB_CLOSER_TEMPLATE, mirrored=True)), 150, 16
    )


def landmarks(count: int = 5) -> Floats:
    return np.stack([_POINTS + 5 * number for number in range(count)])


def seen_by_hand(picture: Pixels, recogniser: MeanColours, views: list[CropView]) -> Floats:
    """The mean over the views of unit vectors, unit length again."""
    seen = []
    for view in views:
        crops = [supersampled(picture, p, view.template, recogniser.size) for p in landmarks()]
        some = np.stack(crops)
        seen.append(unit_length(recogniser(some[:, :, ::-1] if view.mirrored else some)))
    return unit_length(np.mean(seen, axis=0))


def test_every_part_has_the_same_length_and_the_whole_length_1() -> None:
    made = embeddings(photos.astronaut(), landmarks(), [of_one_view(), of_two_templates()])
    assert made.shape == (5, 40)
    assert made.dtype == np.float32
    assert np.linalg.norm(made, axis=1) == pytest.approx(np.ones(5), abs=1e-6)
    for part in (made[:, :24], made[:, 24:]):
        assert np.linalg.norm(part, axis=1) == pytest.approx(np.full(5, 0.5**0.5), abs=1e-6)


def test_a_part_is_what_its_recogniser_sees_alone() -> None:
    picture = photos.astronaut()
    both = embeddings(picture, landmarks(), [of_one_view(), of_two_templates()])
    alone = embeddings(picture, landmarks(), [of_two_templates()])
    assert both[:, 24:] == pytest.approx(alone / 2**0.5, abs=1e-6)


def test_a_face_is_the_mean_of_its_views() -> None:
    picture, recogniser = photos.astronaut(), of_two_templates()
    wanted = seen_by_hand(picture, recogniser, list(recogniser.views))
    assert embeddings(picture, landmarks(), [recogniser]) == pytest.approx(wanted, abs=1e-6)


def test_a_longer_look_is_the_mean_over_each_template_and_its_mirror_image() -> None:
    picture = photos.astronaut()
    for recogniser in (of_one_view(), of_two_templates()):
        templates = [view.template for view in recogniser.views]
        views = [CropView(each, mirrored) for each in templates for mirrored in (False, True)]
        wanted = seen_by_hand(picture, recogniser, views)
        longer = embeddings(picture, landmarks(), [recogniser], thorough=True)
        assert longer == pytest.approx(wanted, abs=1e-6)
        assert np.abs(longer - embeddings(picture, landmarks(), [recogniser])).max() > 1e-3


def test_of_views_that_hold_both_sides_already_a_longer_look_is_the_same() -> None:
    both = (CropView(ARCFACE_TEMPLATE), CropView(ARCFACE_TEMPLATE, mirrored=True))
    recogniser = MeanColours(both, 112, 24)
    short, longer = (
        embeddings(photos.astronaut(), landmarks(), [recogniser], thorough=thorough)
        for thorough in (False, True)
    )
    assert longer == pytest.approx(short, abs=1e-6)


def test_many_faces_are_seen_a_few_at_a_time_and_in_order() -> None:
    picture, recogniser = photos.astronaut(), of_two_templates()
    many = embeddings(picture, landmarks(40), [recogniser])
    assert recogniser.most_at_once <= 16
    one_by_one = [embeddings(picture, each[None], [recogniser])[0] for each in landmarks(40)]
    assert many == pytest.approx(np.stack(one_by_one), abs=1e-6)


@pytest.mark.parametrize("thorough", [False, True])
def test_without_faces_there_are_no_rows_of_as_many_numbers(thorough: bool) -> None:
    recognisers = [of_one_view(), of_two_templates()]
    nobody = np.zeros((0, 5, 2), np.float32)
    made = embeddings(photos.astronaut(), nobody, recognisers, thorough=thorough)
    assert made.shape == (0, 40)
    assert made.dtype == np.float32
