from collections.abc import Sequence
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from face.matching import Band, CheckResult, ConfirmedFaces, check
from face.matching.cohort import Rows
from face.matching.leave_one_out import TrackGroup, groups_by_confirmed
from face.types import Floats
from tests.support.synthetic_people import Population, calibration_on

CALIBRATION = calibration_on(Population.of(0))
STRANGERS = 120
APPEARANCES = 20
NOTHING = np.zeros(0, np.intp)


def confirmed_in(contents: Sequence[int], *rows: int) -> ConfirmedFaces:
    """Confirmed tracks of a case of which every copy is known."""
    return ConfirmedFaces(np.array(rows, np.intp), lambda _: np.array(contents))


class Her:
    """A crowd of people who are alike, and in it one person often: not all of her comes up.

    Attributes:
        own: Her photo.
        tracks: The strangers, then her appearances, each in a picture of its own.
    """

    def __init__(self, seed: int) -> None:
        people = Population.of(seed, 0.45)
        me = people.people(1)[0]
        self.own = people.photos(me, 1)
        appearances = people.photos(me, APPEARANCES)
        self.tracks = np.ascontiguousarray(
            np.concatenate([people.strangers(STRANGERS), appearances])
        )

    def checked(self, *rows: int, contents: list[int] | None = None) -> CheckResult:
        """What a check says when these tracks are confirmed."""
        of = range(len(self.tracks)) if contents is None else contents
        confirmed = confirmed_in(of, *sorted(rows))
        return check(self.own, self.tracks, CALIBRATION, confirmed=confirmed)


her_of = cache(Her)


def says_the_same(one: CheckResult, other: CheckResult, row: int) -> bool:
    """Whether band, similarity and score of a track are alike; or it comes up in neither."""
    first, second = ([hit for hit in each.hits if hit.row == row] for each in (one, other))
    if not (first and second):
        return not (first or second)
    (a,), (b,) = first, second
    near = pytest.approx((b.similarity, b.score), rel=1e-4)
    return a.band is b.band and (a.similarity, a.score) == near


def bands(outcome: CheckResult) -> dict[int, Band]:
    return {hit.row: hit.band for hit in outcome.hits}


def test_thousands_of_confirmed_copies_are_left_out_together() -> None:
    tracks = np.zeros((6_000, 4), np.float32)
    tracks[:, 0] = 1
    tracks[5_000:] = (0, 1, 0, 0)
    contents = [-1 if row < 3_000 else row for row in range(6_000)]
    everything = groups_by_confirmed(tracks, confirmed_in(contents, *range(4_000)), NOTHING)
    assert [(len(part.rows), len(part.confirmed)) for part in everything] == [
        (1_000, 4_000),
        (5_000, 0),
    ]


appearances = st.integers(STRANGERS, STRANGERS + APPEARANCES - 1)
few = settings(max_examples=12, deadline=None)


@few
@given(seed=st.integers(0, 5), rows=st.sets(appearances, min_size=1, max_size=6), one=appearances)
def test_of_a_confirmed_face_a_check_says_what_it_says_without_it(
    seed: int, rows: set[int], one: int
) -> None:
    her = her_of(seed)
    assert says_the_same(her.checked(*rows | {one}), her.checked(*rows - {one}), one)


@few
@given(seed=st.integers(0, 5), rows=st.sets(appearances, min_size=1, max_size=6))
def test_no_decision_changes_what_her_photos_alone_say(seed: int, rows: set[int]) -> None:
    her = her_of(seed)
    first = bands(her.checked())
    for hit in her.checked(*rows).hits:
        assert hit.by_photos == first.get(hit.row)


def test_confirming_what_came_up_first_finds_more_and_makes_no_face_stronger_by_itself() -> None:
    more = 0
    for seed in range(6):
        her = her_of(seed)
        first = bands(her.checked())
        for row in first:
            assert bands(her.checked(row)).get(row) is first[row]
        more += len(bands(her.checked(*first)).keys() - first.keys())
    assert more > 0


def test_a_copy_of_a_confirmed_face_speaks_for_it_no_more_than_it_does_itself() -> None:
    her = Her(2)
    row, copy = STRANGERS + 3, len(her.tracks)
    her.tracks = np.concatenate([her.tracks, her.tracks[[row]]])
    told, outcome = her.checked(), her.checked(row, copy)
    for each in (row, copy):
        assert says_the_same(outcome, told, each)
        assert says_the_same(her.checked(row), told, each)


def test_faces_of_one_content_do_not_speak_for_each_other() -> None:
    her = her_of(1)
    video = list(range(STRANGERS, STRANGERS + 5))
    contents = [STRANGERS if row in video else row for row in range(len(her.tracks))]
    told = her.checked()
    for confirmed in (video, video[:1]):
        outcome = her.checked(*confirmed, contents=contents)
        assert all(says_the_same(outcome, told, row) for row in video)


def test_other_confirmed_faces_do_speak_for_a_confirmed_one() -> None:
    her = her_of(1)
    one, *rest = range(STRANGERS, STRANGERS + 6)
    without = check(np.concatenate([her.own, her.tracks[rest]]), her.tracks, CALIBRATION)
    assert says_the_same(her.checked(one, *rest), without, one)


def test_the_answer_counts_on_what_all_photos_say_together() -> None:
    her = her_of(3)
    rows = [STRANGERS, STRANGERS + 1]
    together = check(np.concatenate([her.own, her.tracks[rows]]), her.tracks, CALIBRATION)
    outcome = her.checked(*rows)
    assert outcome.threshold_some == pytest.approx(together.threshold_some, rel=1e-4)
    assert outcome.expected_strong == pytest.approx(together.expected_strong, rel=1e-3)


def test_nobody_confirmed_is_a_check_by_photos_alone() -> None:
    her = her_of(4)
    outcome = her.checked()
    assert outcome == check(her.own, her.tracks, CALIBRATION)
    assert all(hit.by_photos is hit.band for hit in outcome.hits)


def seen(made: list[TrackGroup]) -> list[tuple[list[int], list[int]]]:
    return [(part.rows.tolist(), part.confirmed.tolist()) for part in made]


def unlike(count: int) -> Floats:
    return np.eye(count, dtype=np.float32)


def test_every_track_is_in_one_part_and_no_confirmed_face_counts_for_itself() -> None:
    made = groups_by_confirmed(unlike(6), confirmed_in(range(6), 1, 4), NOTHING)
    assert seen(made) == [([0, 2, 3, 5], [1, 4]), ([1], [4]), ([4], [1])]


def test_what_shares_a_picture_with_a_confirmed_face_goes_without_it() -> None:
    made = groups_by_confirmed(unlike(6), confirmed_in([7, 7, 8, 8, 8, 9], 1, 2, 4), NOTHING)
    assert seen(made) == [([5], [1, 2, 4]), ([0, 1], [2, 4]), ([2, 3, 4], [1])]


def test_a_near_duplicate_goes_without_what_it_is_a_copy_of() -> None:
    tracks = unlike(5)
    tracks[3] = tracks[0]
    made = groups_by_confirmed(tracks, confirmed_in(range(5), 0, 4), NOTHING)
    assert seen(made) == [([1, 2], [0, 4]), ([0, 3], [4]), ([4], [0])]


def test_copies_are_asked_for_once_of_all_that_comes_up_or_is_as_good_as_confirmed() -> None:
    tracks = unlike(9)
    tracks[7] = tracks[2]
    asked = []

    def contents(rows: Rows) -> Rows:
        asked.append(rows.tolist())
        return np.arange(9)

    groups_by_confirmed(tracks, ConfirmedFaces(np.array([2, 4]), contents), np.array([8, 5]))
    assert asked == [[2, 4, 5, 7, 8]]


def test_copies_of_what_only_confirmed_faces_bring_up_are_asked_for_too() -> None:
    her = her_of(1)
    rows = list(range(STRANGERS, STRANGERS + 5))
    first, asked = bands(her.checked()), set()

    def contents(came_up: Rows) -> Rows:
        asked.update(came_up.tolist())
        return np.arange(len(her.tracks))

    confirmed = ConfirmedFaces(np.array(rows), contents)
    outcome = check(her.own, her.tracks, CALIBRATION, confirmed=confirmed)
    new = bands(outcome).keys() - first.keys() - set(rows)
    assert new
    assert bands(outcome).keys() | first.keys() <= asked


def test_all_tracks_may_be_confirmed() -> None:
    made = groups_by_confirmed(unlike(2), confirmed_in([0, 0], 0, 1), NOTHING)
    assert seen(made) == [([], [0, 1]), ([0, 1], [])]
