import numpy as np
import pytest
from numpy.typing import NDArray

from face.errors import PackMismatchError
from face.matching import Band, CheckResult, check
from face.matching.calibration import Calibration
from face.matching.cohort import CohortOrigin
from face.matching.thresholds import SOME_LOOKALIKES, STRONG_LOOKALIKES
from face.types import Floats
from tests.support.synthetic_people import DIMENSION, Population, calibration_on, unit

CALIBRATION = calibration_on(Population.of(0))


def case(strangers: Floats, *others: Floats) -> Floats:
    return np.ascontiguousarray(np.concatenate([strangers, *others]))


def found(outcome: CheckResult, first: int) -> int:
    """How many of the tracks from `first` on come up."""
    return sum(hit.row >= first for hit in outcome.hits)


def told(outcome: CheckResult) -> float:
    return outcome.expected_strong + outcome.expected_some


@pytest.mark.parametrize("narrow", [1.0, 0.6], ids=["mixed", "alike"])
@pytest.mark.parametrize(("strangers", "appearances"), [(100, 0), (100, 20), (500, 5)])
def test_as_many_lookalikes_come_up_as_the_answer_says(
    narrow: float, strangers: int, appearances: int
) -> None:
    people = Population.of(3, narrow)
    crowd = people.strangers(strangers)
    came, said, strong, seen = 0, 0.0, 0, 0
    for _ in range(40):
        me = people.people(1)[0]
        outcome = check(
            people.photos(me, 1), case(crowd, people.photos(me, appearances)), CALIBRATION
        )
        theirs = [hit for hit in outcome.hits if hit.row < strangers]
        came += len(theirs)
        strong += sum(hit.band is Band.STRONG for hit in theirs)
        said += told(outcome)
        seen += found(outcome, strangers)
    assert said / 2 <= came <= said * 2
    assert strong / 40 <= 0.1
    assert seen >= 0.85 * 40 * appearances


def test_more_own_photos_find_more() -> None:
    people = Population.of(5, 0.35)
    crowd = people.strangers(300)
    seen = {1: 0, 5: 0}
    for _ in range(30):
        me = people.people(1)[0]
        tracks = case(crowd, people.photos(me, 3))
        for count in seen:
            seen[count] += found(check(people.photos(me, count), tracks, CALIBRATION), 300)
    assert seen[5] > 1.2 * seen[1]


def test_a_stranger_who_appears_twenty_times_changes_little() -> None:
    people = Population.of(7, 0.6)
    crowd = people.strangers(150)
    alone, beside = 0, 0
    for _ in range(20):
        me, other = people.people(2)
        own, appearances = people.photos(me, 1), people.photos(me, 3)
        alone += found(check(own, case(crowd, appearances), CALIBRATION), 150)
        tracks = case(crowd, people.photos(other, 20), appearances)
        beside += found(check(own, tracks, CALIBRATION), 170)
    assert beside >= 0.9 * alone


def test_copies_of_one_picture_count_once() -> None:
    people = Population.of(11)
    crowd = people.strangers(120)
    me, other = people.people(2)
    own, appearances = people.photos(me, 2), people.photos(me, 2)
    copies = np.repeat(people.photos(other, 1), 200, axis=0)
    outcome = check(own, case(crowd, copies, appearances), CALIBRATION)
    assert found(outcome, 320) == 2
    assert outcome.cohort_size < 130


def test_tracks_of_one_video_do_not_become_the_crowd() -> None:
    people = Population.of(12)
    crowd = people.strangers(120)
    me, other = people.people(2)
    video = people.photos(other, 300)
    groups = np.concatenate([np.arange(120), np.full(300, 120)])
    outcome = check(people.photos(me, 1), case(crowd, video), CALIBRATION, groups=groups)
    assert outcome.cohort_size <= 130


def test_a_rejected_face_never_comes_up_again() -> None:
    people = Population.of(13)
    me = people.people(1)[0]
    tracks = case(people.strangers(100), people.photos(me, 2))
    rejected = np.arange(102) == 100
    outcome = check(people.photos(me, 2), tracks, CALIBRATION, rejected=rejected)
    assert [hit.row for hit in outcome.hits if hit.row >= 100] == [101]


def test_an_empty_case_has_no_lookalikes() -> None:
    own = Population.of(17).strangers(1)
    outcome = check(own, np.zeros((0, DIMENSION), np.float32), CALIBRATION)
    assert outcome.hits == ()
    assert told(outcome) == 0
    assert outcome.cohort_origin is CohortOrigin.PACK


@pytest.mark.parametrize("strangers", [0, 1, 2, 5, 20, 60])
def test_she_is_found_in_the_smallest_cases(strangers: int) -> None:
    people = Population.of(19)
    me = people.people(1)[0]
    tracks = case(people.strangers(strangers), people.photos(me, 1))
    outcome = check(people.photos(me, 3), tracks, calibration_on(people))
    assert strangers in [hit.row for hit in outcome.hits]
    assert told(outcome) <= 0.01 * len(tracks) + 1e-6


def test_a_case_full_of_her_is_found_whole() -> None:
    people = Population.of(23)
    me = people.people(1)[0]
    outcome = check(people.photos(me, 2), people.photos(me, 40), calibration_on(people))
    assert len(outcome.hits) == 40


def test_one_stranger_alone_is_hardly_ever_a_resemblance() -> None:
    people = Population.of(29)
    measured = calibration_on(people)
    checks = [check(people.strangers(1), people.strangers(1), measured) for _ in range(200)]
    assert sum(len(outcome.hits) for outcome in checks) <= 6


def test_the_best_comes_first_and_the_strong_before_all_others() -> None:
    people = Population.of(31, 0.5)
    me = people.people(1)[0]
    tracks = case(people.strangers(400), people.photos(me, 10))
    outcome = check(people.photos(me, 2), tracks, CALIBRATION)
    scores = [hit.score for hit in outcome.hits]
    assert scores == sorted(scores, reverse=True)
    bands = [hit.band for hit in outcome.hits]
    strong = bands.count(Band.STRONG)
    assert 0 < strong < len(bands)
    assert bands == [Band.STRONG] * strong + [Band.SOME] * (len(bands) - strong)
    assert all(-1 <= hit.similarity <= 1.0001 for hit in outcome.hits)
    assert outcome.expected_strong == pytest.approx(STRONG_LOOKALIKES)
    assert told(outcome) == pytest.approx(SOME_LOOKALIKES)


def test_the_same_question_gets_the_same_answer() -> None:
    people = Population.of(37, 0.6)
    own, tracks = people.strangers(2), people.strangers(2_500)
    assert check(own, tracks, CALIBRATION) == check(own, tracks, CALIBRATION)


def test_the_order_of_the_tracks_does_not_matter() -> None:
    people = Population.of(41)
    me = people.people(1)[0]
    own, tracks = people.photos(me, 1), case(people.strangers(200), people.photos(me, 5))
    order = np.random.default_rng(0).permutation(205)
    straight = {hit.row for hit in check(own, tracks, CALIBRATION).hits}
    shuffled = check(own, np.ascontiguousarray(tracks[order]), CALIBRATION)
    assert {int(order[hit.row]) for hit in shuffled.hits} == straight


def test_a_large_case_is_sampled_and_still_finds_her() -> None:
    people = Population.of(43)
    me = people.people(1)[0]
    tracks = case(people.strangers(6_000), people.photos(me, 4))
    outcome = check(people.photos(me, 3), tracks, CALIBRATION)
    assert outcome.cohort_size <= 1_500
    assert found(outcome, 6_000) == 4


def test_vectors_that_are_not_finite_are_refused() -> None:
    people = Population.of(47)
    own, tracks = people.strangers(1), people.strangers(50)
    broken = tracks.copy()
    broken[7, 3] = np.nan
    with pytest.raises(ValueError, match="not finite"):
        check(own, broken, CALIBRATION)
    with pytest.raises(ValueError, match="not finite"):
        check(np.full_like(own, np.nan), tracks, CALIBRATION)
    with pytest.raises(ValueError, match="missing"):
        check(own[:0], tracks, CALIBRATION)


@pytest.mark.parametrize("shape", [(1, 64), (1, 512)])
def test_vectors_of_another_pack_are_refused(shape: tuple[int, int]) -> None:
    other: NDArray[np.float32] = np.ones(shape, np.float32)
    tracks = Population.of(53).strangers(10)
    with pytest.raises(PackMismatchError):
        check(other, tracks, CALIBRATION)
    with pytest.raises(PackMismatchError):
        check(tracks[:1], np.repeat(other, 3, axis=0), CALIBRATION)


def test_a_pack_that_was_never_measured_is_checked_against_the_crowd_alone() -> None:
    unmeasured = Calibration.load("another pack", "1")
    people = Population.of(59)
    me = people.people(1)[0]
    tracks = case(people.strangers(150), people.photos(me, 3))
    outcome = check(people.photos(me, 1), tracks, unmeasured)
    assert not outcome.calibrated
    assert found(outcome, 150) == 3


def test_a_pack_that_was_never_measured_finds_her_in_a_case_full_of_her() -> None:
    """Its faces lie around the origin, as they do with ArcFace."""
    rng = np.random.default_rng(61)
    me = rng.standard_normal(512)
    photos = unit(me + 0.6 * rng.standard_normal((25, 512)))
    strangers = unit(rng.standard_normal((3, 512)))
    outcome = check(photos[:1], case(strangers, photos[1:]), Calibration.load("another", "1"))
    assert found(outcome, 3) == len(outcome.hits) == 24


def test_where_everything_was_rejected_no_lookalike_is_left_to_expect() -> None:
    people = Population.of(67)
    tracks = people.strangers(30)
    outcome = check(people.strangers(1), tracks, CALIBRATION, rejected=np.ones(30, np.bool_))
    assert outcome.hits == ()
    assert told(outcome) == 0


def in_halves(own: Floats, tracks: Floats, calibration: Calibration) -> list[CheckResult]:
    """What a check says of a case of two groups, each of them every second face."""
    halves = (np.ascontiguousarray(tracks[start::2]) for start in (0, 1))
    return [check(own, half, calibration, share=0.5) for half in halves]


@pytest.mark.parametrize("strangers", [40, 600])
def test_two_groups_of_a_case_expect_as_many_lookalikes_as_one(strangers: int) -> None:
    people = Population.of(71, 0.6)
    own, tracks, calibration = (
        people.strangers(1),
        people.strangers(strangers),
        calibration_on(people),
    )
    whole, halves = check(own, tracks, calibration), in_halves(own, tracks, calibration)
    strong = sum(half.expected_strong for half in halves)
    assert strong == pytest.approx(whole.expected_strong, rel=0.05)
    assert sum(map(told, halves)) == pytest.approx(told(whole), rel=0.05)


def test_two_groups_of_a_case_show_as_many_strangers_as_one() -> None:
    people = Population.of(73, 0.6)
    tracks = people.strangers(600)
    one, two = 0, 0
    for _ in range(60):
        own = people.strangers(1)
        one += len(check(own, tracks, CALIBRATION).hits)
        two += sum(len(half.hits) for half in in_halves(own, tracks, CALIBRATION))
    assert one > 30
    assert 0.7 * one <= two <= 1.3 * one


def test_a_case_of_one_group_is_checked_with_the_whole_budget() -> None:
    people = Population.of(79, 0.6)
    own, tracks = people.strangers(1), people.strangers(300)
    assert check(own, tracks, CALIBRATION, share=1.0) == check(own, tracks, CALIBRATION)


@pytest.mark.parametrize("share", [0.0, -0.5, 1.01, float("nan")])
def test_a_share_of_the_budget_is_a_part_of_it(share: float) -> None:
    people = Population.of(83)
    with pytest.raises(ValueError, match="share"):
        check(people.strangers(1), people.strangers(5), CALIBRATION, share=share)
