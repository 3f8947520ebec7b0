from dataclasses import replace

import numpy as np

from face.matching import Band, check
from face.matching.calibration import Calibration
from face.matching.group_check import PeopleGroups
from face.matching.thresholds import STRONG_LOOKALIKES_IN_GROUP
from face.types import Floats
from tests.support.synthetic_people import PARTS, Population

OTHERS, HERS = Population.of(1), Population.of(2, narrow=0.5)


def two_groups() -> Calibration:
    """The shipped curve, with the middles of two groups, and made-up faces as alike as hers are."""
    others, hers = OTHERS.strangers(200), HERS.strangers(200)
    centres = np.stack([others.mean(axis=0), hers.mean(axis=0)])
    spread = PARTS.centred(centres[1], hers[:100])
    return replace(Calibration.load("open", ""), parts=PARTS, centres=centres, spread=spread)


CALIBRATION = two_groups()


def strong_of(users: int, alike: int, calibration: Calibration) -> int:
    """Strong strangers in cases of 100 others and a few of her group, none of them herself."""
    strong = 0
    for _ in range(users):
        mine = HERS.photos(HERS.people(1)[0], 1)
        tracks = np.concatenate([OTHERS.strangers(100), HERS.strangers(alike)])
        outcome = check(mine, np.ascontiguousarray(tracks), calibration)
        strong += sum(hit.band is Band.STRONG for hit in outcome.hits)
    return strong


def test_a_few_people_of_her_group_among_many_others_are_no_strong_resemblance() -> None:
    unmeasured = replace(CALIBRATION, centres=np.zeros((0, 128), np.float32))
    assert strong_of(40, 3, unmeasured) > 4  # what the check is for
    assert strong_of(40, 3, CALIBRATION) <= 4


def test_she_herself_stays_a_strong_resemblance_among_others() -> None:
    strong = 0
    for _ in range(20):
        me = HERS.people(1)[0]
        tracks = np.concatenate([OTHERS.strangers(100), HERS.photos(me, 1)])
        outcome = check(HERS.photos(me, 3), np.ascontiguousarray(tracks), CALIBRATION)
        strong += any(hit.row == 100 and hit.band is Band.STRONG for hit in outcome.hits)
    assert strong >= 15


def test_the_more_of_her_group_there_are_the_more_are_expected() -> None:
    mine = HERS.photos(HERS.people(1)[0], 1)[0]
    face = HERS.strangers(1)

    def expected(tracks: Floats) -> float:
        return float(PeopleGroups.of(tracks, CALIBRATION).expected(mine, face)[0])

    few = np.concatenate([OTHERS.strangers(300), HERS.strangers(10)])
    many = np.concatenate([OTHERS.strangers(10), HERS.strangers(300)])
    assert expected(many) > 10 * expected(few)


def test_nothing_is_expected_where_no_group_was_measured() -> None:
    nowhere = replace(CALIBRATION, centres=np.zeros((0, 128), np.float32))
    faces = HERS.strangers(3)
    assert not PeopleGroups.of(faces, nowhere).expected(faces[0], faces).any()


def test_what_is_strong_in_a_part_of_a_case_is_rarer_among_her_group() -> None:
    """What her group may bring is shared out among the parts, too."""

    def most_expected(share: float) -> float:
        """Of all that was strong in ten cases, each with faces from hers to somebody else's."""
        most = 0.0
        people = replace(HERS, rng=np.random.default_rng(5))
        for _ in range(10):
            me, other = people.people(2)
            between = [people.photos(me + far * (other - me), 1) for far in np.linspace(0, 0.6, 10)]
            tracks = np.concatenate([OTHERS.strangers(100), people.strangers(4), *between])
            mine = people.photos(me, 5)
            outcome = check(mine, np.ascontiguousarray(tracks), CALIBRATION, share=share)
            rows = [hit.row for hit in outcome.hits if hit.band is Band.STRONG]
            expected = PeopleGroups.of(tracks, CALIBRATION).expected(
                mine.mean(axis=0), tracks[rows]
            )
            most = max(most, *expected.tolist())
        return most

    limit = STRONG_LOOKALIKES_IN_GROUP / 10
    assert most_expected(0.1) <= limit < most_expected(1.0)
