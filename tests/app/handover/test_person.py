"""One bundle, one person: two people in one case are never handed over together."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.cases.confirmed import confirmed_faces, confirmed_items
from app.cases.errors import PersonMissingError, PersonNotSaidError
from app.cases.people import next_person, of_person, people, person_meant
from app.check.first_answers import bands_of_last_check, first_answers
from app.handover.bundle_plan import BundlePlan, ItemSelection, Level, chosen_items
from app.handover.item_records import item_record
from app.handover.report.gather import ReportRequest, gather_report
from app.handover.report.report_document import report_documents
from storage import clock
from storage.bundle.write import UnderPassphrase
from storage.case import Case
from storage.types import Verdict
from tests.support.case_samples import scan_of
from tests.support.decided_case import make

FIGURES = {"pack": "open", "pipeline": "1", "threshold": {"strong": "1", "some": "2"}}


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """A case in which person 1 (her) and then person 2 (somebody) were checked and confirmed."""
    with make(tmp_path / "case") as case:
        faces = {item: [each.face for each in case.item(item).tracks] for item in (1, 3)}
        hers = [[1, faces[1][0], "strong"]]
        others = [[1, faces[1][1], "some"], [3, faces[3][0], "some"]]
        for person, found in ((1, hers), (2, others)):
            case.custody.append("attest", "self", {"photos": 1, "person": person})
            case.custody.append("check", "self", {**FIGURES, "found": found, "person": person})
        case.decide(1, Verdict.CONFIRM, faces[1][1], "consent", person=2)
        case.decide(3, Verdict.CONFIRM, faces[3][0], "consent", person=2)
        yield case


def plan(person: int | None, path: Path) -> BundlePlan:
    lock = UnderPassphrase("only for these tests")
    return BundlePlan(path / "x.zip", lock, Level.CROPS, ItemSelection.CONFIRMED, person=person)


def test_decisions_belong_to_the_person_they_were_made_about(case: Case) -> None:
    assert people(case) == (1, 2)
    assert confirmed_items(case, 1) == (1, 2, 5)
    assert confirmed_items(case, 2) == (1, 3)
    tracks = [each.face for each in case.item(1).tracks]
    for person, face in ((1, tracks[0]), (2, tracks[1])):
        found = confirmed_faces(of_person(case.item(1), person))
        assert [each.number for each in found] == [face]


def test_where_several_were_checked_it_has_to_be_said_who_is_meant(case: Case) -> None:
    with pytest.raises(PersonNotSaidError) as caught:
        person_meant(case, None)
    assert caught.value.people == "1, 2"
    assert person_meant(case, 2) == 2
    with pytest.raises(PersonMissingError):
        person_meant(case, 3)
    assert next_person(case) == 3


def test_where_one_was_checked_nobody_asks(tmp_path: Path) -> None:
    with make(tmp_path / "other") as case:
        assert person_meant(case, None) == 1


def test_a_bundle_holds_the_items_of_one_person(case: Case, tmp_path: Path) -> None:
    assert chosen_items(case, plan(1, tmp_path)) == (1, 2, 5)
    assert chosen_items(case, plan(2, tmp_path)) == (1, 3)
    with pytest.raises(PersonNotSaidError):
        chosen_items(case, plan(None, tmp_path))


def test_the_lists_hold_nobody_elses_face_decision_or_first_answer(case: Case) -> None:
    tracks = [each.face for each in case.item(1).tracks]
    for person, face in ((1, tracks[0]), (2, tracks[1])):
        detail = of_person(case.item(1), person)
        record: dict[str, Any] = item_record(
            detail, Level.CROPS, before=first_answers(case, person)
        )
        assert [each["face"] for each in record["faces"]] == [face]
        assert {each["face"] for each in record["decisions"]} == {face}
        assert {each["person"] for each in record["decisions"]} == {person}
        (said,) = (each["first_answer"]["band"] for each in record["faces"])
        assert said == {1: "strong", 2: "some"}[person]


@pytest.mark.parametrize(("person", "band"), [(1, "strong"), (2, "some")])
def test_a_report_tells_of_one_person_and_says_so(case: Case, person: int, band: str) -> None:
    report = gather_report(case, ReportRequest([1], Level.CROPS, clock.now(), person=person))
    (exhibit,) = report.exhibits
    (shown,) = exhibit.appearances
    assert shown.band == band
    assert {each.person for each in report.decisions} == {person}
    (document,) = report_documents(report, "en")
    assert f"This bundle is about person {person}" in str(document.blocks)


def test_the_last_check_is_that_of_the_person(case: Case) -> None:
    tracks = [each.face for each in case.item(1).tracks]
    assert bands_of_last_check(case, 1) == {(1, tracks[0]): "strong"}
    assert (1, tracks[1]) in bands_of_last_check(case, 2)


def test_a_face_found_again_keeps_its_first_answer(case: Case) -> None:
    case.store_scan(1, scan_of("her", "somebody"))
    detail = case.item(1)
    first = first_answers(case, 1).of(detail, detail.tracks[0])
    assert first is not None
    assert first.band == "strong"
    assert first_answers(case, 1).of(detail, detail.tracks[1]) is None
