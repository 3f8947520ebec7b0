import numpy as np
import pytest
from numpy.typing import NDArray

from face.matching.cohort import (
    Cohort,
    CohortOrigin,
    Peaks,
    member_peaks,
    member_scores,
    typical_scale,
)
from face.matching.cohort_selection import CohortCandidates
from face.matching.scoring import CaseScorer, ScoredTracks
from face.types import Floats
from tests.support.synthetic_people import PARTS, Population, calibration_on

CALIBRATION = calibration_on(Population.of(0))
STRANGERS = 200


def case(own: Floats, tracks: Floats, *known: int) -> CaseScorer:
    """A person, a case, and the rows that she said are not her."""
    rejected = np.zeros(len(tracks), np.bool_)
    rejected[list(known)] = True
    return CaseScorer(own.mean(axis=0), tracks, CohortCandidates.of(tracks), rejected, CALIBRATION)


def crowd_of(people: Population, count: int) -> Cohort:
    faces = people.strangers(count)
    centre = faces.mean(axis=0)
    return Cohort(centre, PARTS.centred(centre, faces), CohortOrigin.CASE)


def members(scored: ScoredTracks, tracks: Floats) -> NDArray[np.bool_]:
    """Which of the tracks are in the crowd."""
    seen = PARTS.centred(scored.cohort.centre, tracks)
    return np.asarray((seen @ scored.cohort.faces.T > 0.9999).any(axis=1))


def score_of(scored: ScoredTracks, row: int) -> float:
    return float(scored.scores[scored.rows == row][0])


def test_who_stands_out_is_left_out_of_the_crowd() -> None:
    people = Population.of(1)
    me = people.people(1)[0]
    tracks = np.concatenate([people.strangers(STRANGERS), people.photos(me, 12)])
    taken = members(case(people.photos(me, 2), tracks).score(), tracks)
    assert not taken[STRANGERS:].any()
    assert taken[:STRANGERS].mean() > 0.98


def test_who_is_known_to_be_a_stranger_stays_in_the_crowd_however_alike() -> None:
    people = Population.of(2)
    me = people.people(1)[0]
    tracks = np.concatenate([people.strangers(STRANGERS), people.photos(me, 3)])
    taken = members(case(people.photos(me, 2), tracks, STRANGERS).score(), tracks)
    assert taken[STRANGERS:].tolist() == [True, False, False]


def test_in_a_small_case_that_is_full_of_her_nobody_is_a_stranger() -> None:
    people = Population.of(0)
    me = people.people(1)[0]
    scored = case(people.photos(me, 2), people.photos(me, 30)).score()
    assert scored.cohort.origin is CohortOrigin.PACK


def test_the_tail_counts_who_is_neither_suspected_nor_known() -> None:
    people = Population.of(3)
    me = people.people(1)[0]
    tracks = np.concatenate([people.strangers(STRANGERS), people.photos(me, 5)])
    tail = case(people.photos(me, 2), tracks, 0, 1, 2).score().tail
    assert STRANGERS - 6 <= tail.strangers <= STRANGERS - 3


def test_of_a_large_case_only_the_most_similar_tracks_are_scored() -> None:
    people = Population.of(4)
    me = people.people(1)[0]
    tracks = np.concatenate([people.strangers(3_000), people.photos(me, 5)])
    scored = case(people.photos(me, 2), tracks).score()
    assert len(scored.rows) == len(scored.scores) == 1_500
    assert set(range(3_000, 3_005)) <= set(scored.rows.tolist())
    assert scored.scores[scored.rows >= 3_000].min() > scored.scores[scored.rows < 3_000].mean()


def test_a_face_has_the_same_score_in_the_crowd_and_beside_it() -> None:
    people = Population.of(5)
    me, twin = people.people(2)
    twin = 0.5 * me + 0.5 * twin
    tracks = np.concatenate([people.strangers(600), people.photos(twin, 1)])
    checked = case(people.photos(me, 2), tracks)
    rows, nobody = np.arange(601), np.zeros(601, np.bool_)
    inside = checked.score_rows(rows, nobody, 1.0)
    beside = checked.score_rows(rows, rows == 600, 1.0)
    assert (inside.cohort.size, beside.cohort.size) == (601, 600)
    assert score_of(inside, 600) > 1
    assert score_of(inside, 600) == pytest.approx(score_of(beside, 600), abs=0.05)


def test_a_member_is_never_among_its_own_peaks() -> None:
    cohort = crowd_of(Population.of(6), 80)
    peaks = member_peaks(cohort)
    for number, face in enumerate(cohort.faces):
        others = np.delete(cohort.faces, number, axis=0)
        alone = Peaks.of((face @ others.T)[None], cohort.peaks)
        assert peaks.location()[number] == pytest.approx(float(alone.location()[0]), abs=1e-5)
        assert peaks.scale()[number] == pytest.approx(float(alone.scale()[0]), abs=1e-5)


def test_two_members_are_measured_against_the_crowd_without_each_other() -> None:
    cohort = crowd_of(Population.of(7), 80)
    peaks = member_peaks(cohort)
    scores = member_scores(cohort, peaks, np.array([3, 50]))
    typical = typical_scale(peaks)
    location, spread = 0.0, 1.0
    for number in (3, 50):
        rest = np.delete(cohort.faces, (3, 50), axis=0)
        alone = Peaks.of((cohort.faces[number] @ rest.T)[None], cohort.peaks)
        location += float(alone.location()[0]) / 2
        spread *= (float(alone.scale()[0]) + typical) / 2
    wanted = (float(cohort.faces[3] @ cohort.faces[50]) - location) / np.sqrt(spread)
    assert scores[0, 1] == pytest.approx(wanted, abs=1e-3)
    assert scores[1, 0] == pytest.approx(wanted, abs=1e-3)


@pytest.mark.parametrize("narrow", [1.0, 0.6, 0.4])
def test_a_score_says_the_same_however_alike_the_crowd_is(narrow: float) -> None:
    """Zero is the mean of the peaks, and the scale that of their excesses."""
    cohort = crowd_of(Population.of(8, narrow), 400)
    scores = member_scores(cohort, member_peaks(cohort), np.arange(400))
    pairs = scores[np.triu_indices(400, 1)]
    rate = cohort.peaks / cohort.size
    assert 0.3 < (pairs > 0).mean() / rate < 0.45
    assert 0.9 < np.quantile(pairs, 1 - rate / 10) < 1.4


def test_a_crowd_tells_how_alike_tracks_are_whoever_asked_for_others_before() -> None:
    people = Population.of(10)
    tracks = people.strangers(900)
    statistics = case(people.strangers(1), tracks)._statistics_without(np.zeros(900, np.bool_))
    dice = np.random.default_rng(0)
    for count in (100, 100, 150, 300, 700, 20, 900):
        rows, face = dice.permutation(900)[:count], statistics.centred(people.strangers(1)[0])
        wanted = PARTS.centred(statistics.cohort.centre, tracks[rows]) @ face
        assert statistics.similarity_of(rows, face) == pytest.approx(wanted, abs=1e-6)
        alone = case(people.strangers(1), tracks)._statistics_without(np.zeros(900, np.bool_))
        assert np.array_equal(statistics.track_statistics(rows), alone.track_statistics(rows))


def test_a_track_that_is_not_finite_is_refused() -> None:
    people = Population.of(9)
    tracks = people.strangers(20)
    tracks[4, 7] = np.nan
    with pytest.raises(ValueError, match="not finite"):
        case(people.strangers(1), tracks).score()
