from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.check.answer import Answer, Hit
from app.intake.add import add
from app.intake.source_details import SourceDetails
from app.job import finish
from app.review.queue import ReviewQueue, keep_decisions, review_queue, take_back_decisions
from app.scan.scan import scan
from storage.case import Case
from storage.errors import FaceMissingError
from storage.types import Verdict
from tests.support.case_samples import CHEAP
from tests.support.fake_program import ME, ME_ANOTHER_DAY, SOMEBODY, FakeServices, write_picture

COPY = "0f" * 32


def a_hit(item: int, face: int | None = None, **changes: object) -> Hit:
    """An appearance; its picture is like no other."""
    number = item if face is None else face
    hit = Hit(
        item, number, f"{item}.png", None, "strong", 0.5, 9.0 - number, 0, (0, 0), None, "strong"
    )
    return replace(hit, **changes)  # type: ignore[arg-type]


def an_answer(*hits: Hit) -> Answer:
    """The answer of a check that found these."""
    crowd = ("case", 9)
    return Answer("open", "1", 9, 9, 9, (), None, 0, 0, 0, True, crowd, 0.05, 1.0, hits, ())


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """A case with three items and four faces."""
    services = FakeServices()
    made, _ = Case.create(tmp_path / "c", "pass", cost=CHEAP)
    pictures = [
        write_picture(tmp_path / "1.png", ME),
        write_picture(tmp_path / "2.png", ME_ANOTHER_DAY, SOMEBODY),
        write_picture(tmp_path / "3.png", SOMEBODY),
    ]
    finish(add(made, pictures, SourceDetails()))
    finish(scan(made, lambda: services.scanner("open"), "open", services.pipeline("open")))
    yield made
    made.close()


def walk(case: Case, *hits: Hit) -> ReviewQueue:
    return review_queue(case, an_answer(*hits))


def verdicts(case: Case) -> dict[int | None, Verdict]:
    return {each.face: each.verdict for each in case.decisions()}


def test_the_best_comes_first_and_deciding_goes_on(case: Case) -> None:
    way = walk(case, a_hit(1), a_hit(3))
    assert way.current is not None
    assert way.current.best.item == 1
    way.decide(Verdict.CONFIRM)
    assert way.current.best.item == 3
    assert (way.count(Verdict.CONFIRM), way.count(None)) == (1, 1)


def test_behind_the_last_there_is_none_and_back_is_possible(case: Case) -> None:
    way = walk(case, a_hit(1))
    way.go_forward()
    way.go_forward()
    assert way.position == 1
    assert way.decide(Verdict.REJECT) == ()
    way.go_back()
    assert way.position == 0
    assert not way.can_go_back


def test_it_begins_at_what_is_open_by_now(case: Case) -> None:
    case.decide(1, Verdict.UNSURE, face=1)
    way = walk(case, a_hit(1), a_hit(3, decision=Verdict.CONFIRM), a_hit(2))
    assert [way.verdict(stop) for stop in way.entries] == [Verdict.UNSURE, Verdict.CONFIRM, None]
    assert way.position == 2
    way.decide(Verdict.REJECT)
    way.go_to_first_open()
    assert way.current is None


def test_copies_of_a_picture_are_decided_on_together(case: Case) -> None:
    way = walk(
        case, a_hit(1, pdq=COPY, pdq_quality=90), a_hit(3), a_hit(2, pdq=COPY, pdq_quality=90)
    )
    assert way.can_split
    hits = way.decide(Verdict.CONFIRM)
    assert [hit.item for hit in hits] == [1, 2]
    assert way.count(Verdict.CONFIRM) == 1


def test_what_is_together_can_be_decided_on_one_by_one_and_joined_again(case: Case) -> None:
    way = walk(case, a_hit(1, pdq=COPY, pdq_quality=90), a_hit(2, pdq=COPY, pdq_quality=90))
    way.split()
    assert len(way.entries) == 2
    way.decide(Verdict.CONFIRM)
    way.decide(Verdict.REJECT)
    assert [way.verdict(stop) for stop in way.entries] == [Verdict.CONFIRM, Verdict.REJECT]
    way.go_back()
    assert way.can_join
    way.join()
    assert (len(way.entries), way.position) == (1, 0)
    assert way.verdict(way.entries[0]) is None


def test_several_people_in_one_picture_are_never_decided_on_together(case: Case) -> None:
    way = walk(case, a_hit(2, 2), a_hit(2, 3))
    assert len(way.entries) == 2
    assert not way.can_split
    assert not way.can_join


def test_undoing_opens_what_was_decided_last_and_goes_back_to_it(case: Case) -> None:
    way = walk(case, a_hit(1, decision=Verdict.UNSURE), a_hit(3))
    way.go_back()
    way.decide(Verdict.CONFIRM)
    way.go_forward()
    (hit,) = way.undo()
    assert hit.item == 1
    assert way.current is not None
    assert way.verdict(way.current) is Verdict.UNSURE
    assert not way.can_undo
    assert way.undo() == ()


def test_undoing_finds_its_place_after_parting(case: Case) -> None:
    way = walk(case, a_hit(1, pdq=COPY, pdq_quality=90), a_hit(2, pdq=COPY, pdq_quality=90))
    way.decide(Verdict.CONFIRM)
    way.go_back()
    way.split()
    assert len(way.undo()) == 2
    assert way.count(None) == 2


def test_a_decision_is_kept_and_taken_back_for_all_at_once(case: Case) -> None:
    hits = (a_hit(1), a_hit(3, 4))
    keep_decisions(case, hits, Verdict.REJECT)
    keep_decisions(case, hits, Verdict.CONFIRM, "self")
    assert verdicts(case) == {1: Verdict.CONFIRM, 4: Verdict.CONFIRM}
    take_back_decisions(case, hits, "self")
    assert verdicts(case) == {1: Verdict.REJECT, 4: Verdict.REJECT}


def test_when_one_cannot_be_kept_none_is(case: Case) -> None:
    before = case.custody.head()
    with pytest.raises(FaceMissingError):
        keep_decisions(case, (a_hit(1), a_hit(3, 99)), Verdict.CONFIRM)
    assert verdicts(case) == {}
    assert case.custody.head() == before
