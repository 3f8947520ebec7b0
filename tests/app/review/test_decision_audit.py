from collections.abc import Iterator
from pathlib import Path

import pytest

from app.review.decision_audit import items_contradicting_log
from storage.case import Case
from storage.types import Verdict
from tests.support.case_samples import scan_of
from tests.support.decided_case import make


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with make(tmp_path / "case") as case:
        yield case


def test_what_was_decided_and_taken_back_fits_the_log(case: Case) -> None:
    case.decide(2, Verdict.REJECT, role="self")
    case.undecide(2)
    case.decide(4, Verdict.UNSURE)
    case.undecide(4)
    case.undecide(3)
    assert items_contradicting_log(case) == ()


@pytest.mark.parametrize(
    ("change", "item"),
    [
        ("UPDATE decision SET verdict = 'reject' WHERE item = 2", 2),
        ("UPDATE decision SET role = 'counsellor' WHERE item = 5", 5),
        ("UPDATE decision SET verdict = 'reject' WHERE item = 1", 1),
        ("DELETE FROM decision WHERE item = 1", 1),
        ("DELETE FROM decision WHERE item = 3", 3),
        (
            "INSERT INTO decision (item, face, verdict, role, at_utc, at_local, tz)"
            " SELECT 4, NULL, verdict, role, at_utc, at_local, tz FROM decision WHERE item = 2",
            4,
        ),
    ],
)
def test_a_decision_changed_past_the_log_is_found(case: Case, change: str, item: int) -> None:
    case._db.execute(change)
    assert case.custody.verify().ok
    assert items_contradicting_log(case) == (item,)


def test_an_earlier_decision_that_counts_again_past_the_log_is_found(case: Case) -> None:
    case.decide(2, Verdict.REJECT)
    case._db.execute("DELETE FROM decision WHERE id = (SELECT max(id) FROM decision)")
    assert items_contradicting_log(case) == (2,)


def test_a_decision_on_an_item_that_is_not_there_is_found(case: Case) -> None:
    case.custody.append("decided", "", {"item": 99, "face": None, "verdict": "confirm"})
    case.custody.append("decided", "", {"item": 98, "face": 1, "verdict": "confirm"})
    assert items_contradicting_log(case) == (98, 99)


def test_what_was_forgotten_is_not_missed(case: Case) -> None:
    case.custody.append("decided", "", {"item": 99, "face": None, "verdict": "confirm"})
    case.custody.append("forgotten", "program", {"item": 99})
    assert items_contradicting_log(case) == ()


def test_faces_found_again_under_other_numbers_fit_the_log(case: Case) -> None:
    case.store_scan(1, scan_of("her", "somebody"))
    face = case.item(1).tracks[0].face
    assert [each.face for each in case.item(1).decisions] == [face]
    assert items_contradicting_log(case) == ()
    case.decide(1, Verdict.REJECT, face=face)
    assert items_contradicting_log(case) == ()
    case.undecide(1, face)
    case.undecide(1, face)
    assert items_contradicting_log(case) == ()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE decision SET verdict = 'reject' WHERE item = 1",
        "DELETE FROM decision WHERE item = 1",
    ],
)
def test_what_was_changed_after_faces_were_found_again_is_found(case: Case, change: str) -> None:
    case.store_scan(1, scan_of("her", "somebody"))
    case._db.execute(change)
    assert items_contradicting_log(case) == (1,)


def test_a_decision_that_makes_no_sense_is_found_and_stops_nothing(case: Case) -> None:
    case._db.execute("UPDATE decision SET verdict = 'foo', role = x'ff00' WHERE item = 2")
    assert items_contradicting_log(case) == (2,)
