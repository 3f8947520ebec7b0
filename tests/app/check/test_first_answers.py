from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.check.first_answers import FirstAnswer, _bands, first_answers
from storage.case import Case
from storage.types import Verdict
from tests.support.case_samples import scan_of
from tests.support.decided_case import make

THRESHOLD = {"strong": "5.8", "some": "4.1"}


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """Item 1 has two faces, item 2 and item 4 have one."""
    with make(tmp_path / "case") as case:
        yield case


def face_of(case: Case, item: int, place: int = 0) -> int:
    return case.item(item).tracks[place].face


def log_check(case: Case, *found: tuple[int, int, str], **more: Any) -> None:
    """An entry as a check writes it."""
    details = {"pack": "open", "pipeline": "1", "photos": 2, "confirmed": 0}
    rows = [list(each) for each in found]
    case.custody.append("check", "self", {**details, "threshold": THRESHOLD, "found": rows, **more})


def first_of(case: Case, item: int, place: int = 0) -> FirstAnswer | None:
    detail = case.item(item)
    return first_answers(case, 1).of(detail, detail.tracks[place])


def test_before_the_first_check_nothing_ever_came_up(case: Case) -> None:
    assert first_answers(case, 1).checks == 0
    assert first_of(case, 1) is None


def test_the_first_answer_is_that_of_the_check_in_which_a_face_first_came_up(case: Case) -> None:
    log_check(case)
    log_check(case, (1, face_of(case, 1), "some"))
    log_check(case, (1, face_of(case, 1), "strong"), (2, face_of(case, 2), "strong"), photos=5)
    first = first_of(case, 1)
    assert first is not None
    entry = list(case.custody.entries())[-2]
    assert first == FirstAnswer(
        face_of(case, 1), "some", False, entry.at_utc, "open", "1", 2, 0, THRESHOLD
    )
    second = first_of(case, 2)
    assert second is not None
    assert (second.band, second.photos) == ("strong", 5)
    assert first_of(case, 1, place=1) is None
    assert first_answers(case, 1).checks == 3


def test_what_only_confirmed_faces_brought_up_is_told_apart(case: Case) -> None:
    one, two = face_of(case, 1), face_of(case, 2)
    found = ((1, one, "strong"), (2, two, "some"))
    log_check(case, *found, confirmed=1, by_photos=[[1, one, "some"]])
    first, second = first_of(case, 1), first_of(case, 2)
    assert first is not None
    assert second is not None
    assert (first.band, first.with_confirmed) == ("some", False)
    assert (second.band, second.with_confirmed) == ("some", True)


def test_decisions_change_no_first_answer(case: Case) -> None:
    log_check(case, (1, face_of(case, 1), "some"), (4, face_of(case, 4), "strong"))
    before = first_answers(case, 1)
    case.decide(4, Verdict.CONFIRM, face_of(case, 4))
    case.decide(1, Verdict.REJECT, face_of(case, 1))
    case.undecide(1, face_of(case, 1))
    assert first_answers(case, 1) == before


def test_a_face_that_was_found_anew_keeps_its_first_answer(case: Case) -> None:
    log_check(case, (1, face_of(case, 1), "some"), (2, face_of(case, 2), "strong"))
    case.store_scan(1, scan_of("her", "somebody"))
    case.store_scan(2, scan_of("her"))
    second = first_of(case, 2)
    assert second is not None
    assert second.band == "strong"
    first = first_of(case, 1)
    assert first is not None
    assert (first.face, first.band) == (face_of(case, 1), "some")


def test_a_changed_log_says_nothing_of_first_answers(case: Case) -> None:
    log_check(case, (2, face_of(case, 2), "some"))
    case._db.execute("UPDATE custody_head SET entries = entries + 1, sha256 = 'x'")
    assert first_answers(case, 1).checks is None
    assert first_of(case, 2) is None


@pytest.mark.parametrize(
    "said",
    [
        {"found": "x"},
        {"found": [1, [2], [2, "a", "some"], [2, None, "some"], None, {"a": 1}]},
        {"found": [], "by_photos": 7, "threshold": "x", "photos": None, "pack": 5},
        {},
    ],
)
def test_an_entry_that_the_program_did_not_write_stops_nothing(
    case: Case, said: dict[str, Any]
) -> None:
    case.custody.append("check", "self", said)
    log_check(case, (2, face_of(case, 2), "some"))
    assert first_of(case, 2) is not None
    assert set(first_answers(case, 1).of_items) == {2}


anything = st.recursive(
    st.none() | st.integers() | st.text(max_size=3) | st.sampled_from(["strong", "some"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=2), inner),
    max_leaves=12,
)


@given(anything)
def test_whatever_stands_in_the_log_is_read(rows: object) -> None:
    for (item, face), band in _bands(rows).items():
        assert isinstance(item, int)
        assert isinstance(face, int)
        assert band in {"strong", "some"}
