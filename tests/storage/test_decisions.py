import pytest

from storage.case import Case
from storage.errors import FaceMissingError
from storage.types import Verdict
from tests.support.case_samples import add, scan_of


@pytest.fixture
def scanned(case: Case) -> Case:
    for name in ("a", "b"):
        case.store_scan(add(case, name), scan_of("x", "y"))
    return case


def test_the_latest_decision_counts_and_the_earlier_are_kept_in_the_log(scanned: Case) -> None:
    scanned.decide(1, Verdict.UNSURE, face=1, role="self")
    scanned.decide(1, Verdict.CONFIRM, face=1, role="self")
    scanned.decide(2, Verdict.REJECT, role="counsellor")
    made = [(each.item, each.face, each.verdict, each.role) for each in scanned.decisions()]
    assert made == [(1, 1, Verdict.CONFIRM, "self"), (2, None, Verdict.REJECT, "counsellor")]
    assert [each.verdict for each in scanned.item(1).decisions] == [Verdict.CONFIRM]
    said = [e.details["verdict"] for e in scanned.custody.entries() if e.action == "decided"]
    assert said == ["unsure", "confirm", "reject"]


def test_a_face_of_another_item_is_missing(scanned: Case) -> None:
    with pytest.raises(FaceMissingError) as caught:
        scanned.decide(1, Verdict.CONFIRM, face=3)
    assert (caught.value.item, caught.value.face) == (1, 3)
    assert scanned.decisions() == ()
    assert scanned.custody.head().entries == 1


def test_a_decision_taken_back_lets_the_one_before_count_again(scanned: Case) -> None:
    scanned.decide(1, Verdict.UNSURE, face=1)
    scanned.decide(1, Verdict.CONFIRM, face=2)
    scanned.decide(1, Verdict.REJECT, face=1)
    scanned.undecide(1, face=1, role="self")
    assert [(each.face, each.verdict) for each in scanned.decisions()] == [
        (1, Verdict.UNSURE),
        (2, Verdict.CONFIRM),
    ]
    scanned.undecide(1, face=1, role="self")
    assert [each.face for each in scanned.decisions()] == [2]


def test_a_decision_on_an_item_is_taken_back_apart_from_those_on_its_faces(scanned: Case) -> None:
    scanned.decide(1, Verdict.CONFIRM, face=1)
    scanned.decide(1, Verdict.REJECT)
    scanned.undecide(1)
    assert [(each.face, each.verdict) for each in scanned.decisions()] == [(1, Verdict.CONFIRM)]


def test_what_was_taken_back_stays_in_the_custody_log(scanned: Case) -> None:
    scanned.decide(1, Verdict.REJECT, face=1)
    scanned.undecide(1, face=1, role="self")
    last = [(e.action, e.role, e.details) for e in scanned.custody.entries()][-2:]
    assert last == [
        (
            "decided",
            "",
            {"decision": 1, "item": 1, "face": 1, "person": 1, "verdict": "reject"},
        ),
        (
            "decision-taken-back",
            "self",
            {"decision": 2, "item": 1, "face": 1, "person": 1, "takes_back": 1},
        ),
    ]
    assert scanned.custody.verify().ok


def test_people_decide_apart_on_the_same_face(scanned: Case) -> None:
    scanned.decide(1, Verdict.CONFIRM, face=1, person=1)
    scanned.decide(1, Verdict.REJECT, face=1, person=2)
    made = [(each.face, each.person, each.verdict) for each in scanned.decisions()]
    assert made == [(1, 1, Verdict.CONFIRM), (1, 2, Verdict.REJECT)]
    scanned.undecide(1, face=1, person=2)
    assert [each.person for each in scanned.decisions()] == [1]
    with pytest.raises(ValueError, match="0"):
        scanned.decide(1, Verdict.CONFIRM, face=1, person=0)


def test_a_decision_follows_its_face_through_every_later_scan(scanned: Case) -> None:
    scanned.decide(1, Verdict.CONFIRM, face=2, role="self")
    for _ in range(2):
        scanned.store_scan(1, scan_of("x", "y"))
        face = scanned.item(1).tracks[1].face
        assert [each.face for each in scanned.decisions()] == [face]
    scanned.undecide(1, face=scanned.item(1).tracks[1].face)
    assert scanned.decisions() == ()
    assert not scanned.contradictions()


def test_taking_back_what_was_never_decided_changes_nothing(scanned: Case) -> None:
    before = scanned.custody.head()
    scanned.undecide(1, face=1)
    assert scanned.custody.head() == before
