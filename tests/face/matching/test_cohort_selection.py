from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from face.matching.calibration import Calibration
from face.matching.cohort import CohortOrigin
from face.matching.cohort_selection import MAX_COHORT_SIZE, MIN_COHORT_SIZE, CohortCandidates
from tests.support.synthetic_people import DIMENSION, PARTS, Population, calibration_on

PEOPLE = Population.of(1)
CALIBRATION = calibration_on(PEOPLE)
UNMEASURED = Calibration.load("another pack", "1")


def everybody(crowd: CohortCandidates) -> NDArray[np.bool_]:
    return np.ones(len(crowd.rows), np.bool_)


def test_each_face_of_a_small_case_takes_part() -> None:
    tracks = PEOPLE.strangers(50)
    crowd = CohortCandidates.of(tracks)
    assert crowd.rows.tolist() == list(range(50))
    assert np.array_equal(crowd.faces, tracks)


def test_near_duplicates_take_part_once() -> None:
    tracks = PEOPLE.strangers(50)
    copies = np.repeat(tracks[:1], 30, axis=0)
    assert CohortCandidates.of(np.concatenate([tracks, copies])).rows.tolist() == list(range(50))


def test_two_photos_of_one_person_are_no_duplicates() -> None:
    photos = PEOPLE.photos(PEOPLE.people(1)[0], 8)
    assert len(CohortCandidates.of(photos).rows) == 8


def test_a_large_case_is_sampled_evenly_from_first_to_last() -> None:
    rows = CohortCandidates.of(PEOPLE.strangers(4 * MAX_COHORT_SIZE)).rows
    assert len(rows) == MAX_COHORT_SIZE
    assert rows[0] == 0
    assert (np.diff(rows) == 4).all()


def test_of_an_item_with_many_tracks_only_a_few_take_part() -> None:
    items = np.concatenate([np.arange(200), np.full(300, 200)])
    rows = CohortCandidates.of(PEOPLE.strangers(500), items).rows
    assert rows.tolist() == list(range(210))


def test_where_there_is_only_one_item_all_its_tracks_take_part() -> None:
    assert len(CohortCandidates.of(PEOPLE.strangers(300), np.zeros(300, np.intp)).rows) == 300


def test_a_case_without_tracks_has_an_empty_crowd() -> None:
    nobody = np.zeros((0, DIMENSION), np.float32)
    assert len(CohortCandidates.of(nobody, np.zeros(0, np.intp)).rows) == 0


def test_the_members_are_the_strangers_seen_from_their_middle() -> None:
    tracks = PEOPLE.strangers(MIN_COHORT_SIZE + 20)
    crowd = CohortCandidates.of(tracks)
    strangers = everybody(crowd)
    strangers[:20] = False
    cohort = crowd.cohort(strangers, tracks[0], CALIBRATION)
    assert cohort.origin is CohortOrigin.CASE
    assert cohort.centre == pytest.approx(tracks[20:].mean(axis=0), abs=1e-6)
    assert np.array_equal(cohort.faces, PARTS.centred(cohort.centre, tracks[20:]))


def test_a_small_case_is_filled_up_with_made_up_faces_behind_its_own() -> None:
    tracks = PEOPLE.strangers(30)
    crowd = CohortCandidates.of(tracks)
    cohort = crowd.cohort(everybody(crowd), tracks[0], CALIBRATION)
    assert cohort.origin is CohortOrigin.CASE_AND_PACK
    assert cohort.size == MIN_COHORT_SIZE
    assert np.array_equal(cohort.faces[:30], PARTS.centred(cohort.centre, tracks))
    assert np.array_equal(cohort.faces[30:], CALIBRATION.spread[: MIN_COHORT_SIZE - 30])


def test_where_nobody_is_a_stranger_the_crowd_is_the_packs() -> None:
    tracks = PEOPLE.strangers(3)
    crowd = CohortCandidates.of(tracks)
    cohort = crowd.cohort(~everybody(crowd), tracks[0], CALIBRATION)
    assert cohort.origin is CohortOrigin.PACK
    assert cohort.size == MIN_COHORT_SIZE
    assert cohort.centre == pytest.approx(CALIBRATION.centres[0], abs=1e-6)


def test_a_pack_that_was_never_measured_gets_the_same_faces_of_nobody_each_time() -> None:
    tracks = PEOPLE.strangers(3)
    crowd = CohortCandidates.of(tracks)
    one, other = (
        crowd.cohort(~everybody(crowd), tracks[0], UNMEASURED.for_dimension(DIMENSION))
        for _ in range(2)
    )
    assert one.faces.shape == (MIN_COHORT_SIZE, DIMENSION)
    assert np.linalg.norm(one.faces, axis=1) == pytest.approx(1, abs=1e-5)
    assert np.array_equal(one.faces, other.faces)
    assert not one.centre.any()


def test_the_fewer_faces_the_nearer_their_middle_is_to_people_like_her() -> None:
    others = Population.of(2)
    middles = np.stack([others.strangers(200).mean(axis=0), CALIBRATION.centres[0]])
    both = replace(CALIBRATION, centres=middles)
    template = PEOPLE.strangers(1)[0]
    away = []
    for count in (0, 10, 50, MIN_COHORT_SIZE):
        crowd = CohortCandidates.of(others.strangers(count))
        centre = crowd.centre(everybody(crowd), template, both)
        away.append(float(np.linalg.norm(centre - middles[1])))
    assert away[0] == pytest.approx(0, abs=1e-6)
    assert away == sorted(away)


def test_further_photos_of_one_person_are_left_out_of_a_crowd() -> None:
    several = [PEOPLE.photos(person, 4) for person in PEOPLE.people(30)]
    tracks = np.concatenate([PEOPLE.strangers(200), *several])
    rows = CohortCandidates.of(tracks).one_per_person(CALIBRATION).rows
    of_several = np.bincount((rows[rows >= 200] - 200) // 4, minlength=30)
    assert np.count_nonzero(of_several <= 1) >= 27
    assert np.count_nonzero(rows < 200) > 170


def test_a_case_keeps_a_crowd_of_its_own_though_few_people_fill_it() -> None:
    tracks = np.concatenate([PEOPLE.photos(person, 20) for person in PEOPLE.people(10)])
    assert len(CohortCandidates.of(tracks).one_per_person(CALIBRATION).rows) >= MIN_COHORT_SIZE


def test_of_any_size_a_case_has_a_crowd() -> None:
    for count in (0, 1, 1_501, 2_064, 2_067, 4_128, 19_999):
        rows = CohortCandidates.of(
            np.eye(1, DIMENSION, dtype=np.float32).repeat(count, axis=0)
        ).rows
        assert len(rows) == min(count, 1)
