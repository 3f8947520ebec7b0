import numpy as np
import pytest

from face.matching.cohort import Peaks, normalised_scores, typical_scale, without_duplicates
from tests.support.synthetic_people import PARTS, Population


def similarities() -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    drawn = np.random.default_rng(0).standard_normal((6, 40))
    return np.asarray(drawn, np.float32)


def test_location_and_scale_are_those_of_the_highest() -> None:
    values = similarities()
    peaks = Peaks.of(values, 5)
    ordered = -np.sort(-values, axis=1)
    assert peaks.location() == pytest.approx(ordered[:, :5].mean(axis=1), abs=1e-5)
    excess = ordered[:, :5].mean(axis=1) - ordered[:, 5]
    assert peaks.scale() == pytest.approx(excess, abs=1e-5)


def test_leaving_a_member_out_is_as_if_it_had_never_been_there() -> None:
    values = similarities()
    location, scale = Peaks.of(values, 5).without_member(values)
    for column in range(values.shape[1]):
        rest = Peaks.of(np.delete(values, column, axis=1), 5)
        assert location[:, column] == pytest.approx(rest.location(), abs=1e-5)
        assert scale[:, column] == pytest.approx(rest.scale(), abs=1e-5)


def test_the_typical_scale_ignores_one_persons_many_photos() -> None:
    people = Population.of(1)
    crowd = people.strangers(300)
    with_many = np.concatenate([crowd, people.photos(people.people(1)[0], 20)])
    scales = []
    for faces in (crowd, with_many):
        seen = PARTS.centred(faces.mean(axis=0), faces)
        similarity = seen @ seen.T
        np.fill_diagonal(similarity, -4)
        scales.append(typical_scale(Peaks.of(similarity, 8)))
    assert scales[1] == pytest.approx(scales[0], rel=0.1)


def test_a_score_says_how_many_scales_above_both_sides_peaks() -> None:
    one = np.array([0.2], np.float32), np.array([0.1], np.float32)
    other = np.array([0.4], np.float32), np.array([0.1], np.float32)
    assert normalised_scores(np.array([0.5], np.float32), one, other, 0.1) == pytest.approx(2.0)


def test_only_the_first_of_near_duplicates_is_kept() -> None:
    faces = Population.of(2).strangers(4)
    doubled = np.concatenate([faces, faces[1:2], faces[1:2]])
    assert without_duplicates(doubled, 0.999).tolist() == [True] * 4 + [False] * 2
