from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from app.check.decisions_by_track import verdicts_by_row, verdicts_on_last_check
from app.intake.add import add
from app.intake.source_details import SourceDetails
from app.job import finish
from app.scan.scan import scan
from storage.case import Case
from storage.types import TrackIndex, Verdict
from tests.support.case_samples import CHEAP
from tests.support.fake_program import ME, SOMEBODY, FakeServices, write_picture


@pytest.fixture
def case(tmp_path: Path, services: FakeServices) -> Iterator[Case]:
    """Item 1 has one face, item 2 has two."""
    made, _ = Case.create(tmp_path / "my-case", "pass", cost=CHEAP)
    with made:
        one = write_picture(tmp_path / "1.png", ME)
        two = write_picture(tmp_path / "2.png", ME, SOMEBODY)
        finish(add(made, [one, two], SourceDetails()))
        pipeline = services.pipeline("open")
        finish(scan(made, partial(services.scanner, "open"), "open", pipeline))
        yield made


@pytest.fixture
def index(case: Case, services: FakeServices) -> TrackIndex:
    return case.tracks("open", services.pipeline("open"))


def test_a_face_is_decided_alone(case: Case, index: TrackIndex) -> None:
    case.decide(2, Verdict.REJECT, case.item(2).tracks[1].face)
    assert verdicts_by_row(case, index, 1) == {2: Verdict.REJECT}


def test_an_item_is_rejected_with_all_its_faces(case: Case, index: TrackIndex) -> None:
    case.decide(2, Verdict.REJECT)
    assert verdicts_by_row(case, index, 1) == {1: Verdict.REJECT, 2: Verdict.REJECT}


def test_confirming_an_item_means_its_only_face(case: Case, index: TrackIndex) -> None:
    case.decide(1, Verdict.CONFIRM)
    case.decide(2, Verdict.CONFIRM)
    assert verdicts_by_row(case, index, 1) == {0: Verdict.CONFIRM}


def test_a_decision_on_a_face_goes_before_one_on_its_item(case: Case, index: TrackIndex) -> None:
    case.decide(2, Verdict.CONFIRM, case.item(2).tracks[0].face)
    case.decide(2, Verdict.REJECT)
    assert verdicts_by_row(case, index, 1) == {1: Verdict.CONFIRM, 2: Verdict.REJECT}


def checked(case: Case, *found: tuple[int, int]) -> None:
    """Note a check that brought up these faces, by item and face."""
    case.custody.append("check", "self", {"found": [[*each, "strong"] for each in found]})


def test_of_what_came_up_each_decision_counts(case: Case) -> None:
    first, second = (track.face for track in case.item(2).tracks)
    checked(case, (1, case.item(1).tracks[0].face), (2, first))
    assert verdicts_on_last_check(case, 1) == {None}
    case.decide(1, Verdict.CONFIRM)
    case.decide(2, Verdict.UNSURE, second)  # it never came up
    assert verdicts_on_last_check(case, 1) == {None, Verdict.CONFIRM}
    case.decide(2, Verdict.CONFIRM)  # which of the two is not said
    assert verdicts_on_last_check(case, 1) == {None, Verdict.CONFIRM}
    case.decide(2, Verdict.REJECT, first)
    assert verdicts_on_last_check(case, 1) == {Verdict.CONFIRM, Verdict.REJECT}


def test_the_last_check_says_what_came_up(case: Case) -> None:
    first, second = (track.face for track in case.item(2).tracks)
    checked(case, (2, first))  # by the photo of somebody else, say
    checked(case, (2, second))
    case.decide(2, Verdict.UNSURE, second)
    assert verdicts_on_last_check(case, 1) == {Verdict.UNSURE}


def test_a_face_that_is_not_there_under_that_number_is_open(case: Case) -> None:
    case.decide(2, Verdict.REJECT)
    checked(case, (2, 99), (77, 1))
    assert verdicts_on_last_check(case, 1) == {None}


def test_where_nothing_came_up_nothing_is_decided(case: Case) -> None:
    case.decide(1, Verdict.CONFIRM)
    assert verdicts_on_last_check(case, 1) == frozenset()
    checked(case)
    assert verdicts_on_last_check(case, 1) == frozenset()
