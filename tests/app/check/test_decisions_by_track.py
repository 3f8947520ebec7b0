from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from app.check.decisions_by_track import verdicts_by_row
from app.intake.add import SourceDetails, add
from app.job import finish
from app.scan.scan import scan
from storage.case import Case
from storage.types import TrackIndex, Verdict
from tests.support.fake_program import CHEAP, ME, SOMEBODY, FakeServices, write_picture


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
    assert verdicts_by_row(case, index) == {2: Verdict.REJECT}


def test_an_item_is_rejected_with_all_its_faces(case: Case, index: TrackIndex) -> None:
    case.decide(2, Verdict.REJECT)
    assert verdicts_by_row(case, index) == {1: Verdict.REJECT, 2: Verdict.REJECT}


def test_confirming_an_item_means_its_only_face(case: Case, index: TrackIndex) -> None:
    case.decide(1, Verdict.CONFIRM)
    case.decide(2, Verdict.CONFIRM)
    assert verdicts_by_row(case, index) == {0: Verdict.CONFIRM}


def test_a_decision_on_a_face_goes_before_one_on_its_item(case: Case, index: TrackIndex) -> None:
    case.decide(2, Verdict.CONFIRM, case.item(2).tracks[0].face)
    case.decide(2, Verdict.REJECT)
    assert verdicts_by_row(case, index) == {1: Verdict.CONFIRM, 2: Verdict.REJECT}
