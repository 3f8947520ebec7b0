import numpy as np
import pytest

from face.matching.impostor_tail import ImpostorTail, RarityCurve, tail_stretch

EXPONENTIAL = RarityCurve(np.array([0.0, 10.0]), np.array([0.0, 10.0]))


def test_the_curve_goes_on_straight_beyond_its_ends() -> None:
    curve = RarityCurve(np.array([0.0, 1.0, 2.0]), np.array([0.0, 1.0, 3.0]))
    assert curve.rarity_of(np.array([-1.0, 0.5, 1.5, 4.0])) == pytest.approx([-1.0, 0.5, 2.0, 7.0])
    assert curve.score_of(np.array([-1.0, 7.0])) == pytest.approx([-1.0, 4.0])


@pytest.mark.parametrize("expected", [0.001, 0.03, 1.0, 4.0])
def test_score_and_expectation_are_inverse(expected: float) -> None:
    tail = ImpostorTail(EXPONENTIAL, 1.3, 0.05, 1000)
    score = tail.score_for(expected, 1.0)
    assert tail.expected(np.array(score)) == pytest.approx(expected)


def test_a_small_case_limits_the_share_that_passes() -> None:
    tail = ImpostorTail(EXPONENTIAL, 1.0, 0.05, 5)
    assert tail.expected(np.array(tail.score_for(1.0, 0.01))) == pytest.approx(0.05)


@pytest.mark.parametrize("true", [0.8, 1.0, 1.25])
def test_the_stretch_of_a_crowd_is_recovered(true: float) -> None:
    scores = np.random.default_rng(0).exponential(true, 20_000)
    assert tail_stretch(EXPONENTIAL, scores) == pytest.approx(true, rel=0.05)


def test_pairs_of_one_person_do_not_stretch_the_tail() -> None:
    rng = np.random.default_rng(1)
    strangers = rng.exponential(1.0, 20_000)
    one_person = rng.uniform(6, 15, 400)
    polluted = tail_stretch(EXPONENTIAL, np.concatenate([strangers, one_person]))
    assert polluted == pytest.approx(tail_stretch(EXPONENTIAL, strangers), abs=1e-9)


def test_a_crowd_without_pairs_follows_the_curve() -> None:
    assert tail_stretch(EXPONENTIAL, np.zeros(0)) == pytest.approx(1.0, abs=1e-6)
