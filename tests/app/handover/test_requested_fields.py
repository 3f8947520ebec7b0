from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.cases.confirmed import confirmed_items
from app.handover.requested_fields import FIELDS, MissingField, RequestedField, missing_fields
from app.intake.add import add
from app.intake.source_details import SourceDetails
from app.job import finish
from app.messages import LANGUAGES, Words
from storage.case import Case
from storage.sources import STATED_COLUMNS
from storage.types import Item, ItemDetail, ItemState, KeptMedia, Source, Verdict
from tests.support.case_samples import CHEAP
from tests.support.fake_program import ME, SOMEBODY, write_picture

EVERYTHING = Source(
    "p",
    "p",
    how_obtained="a friend told me",
    platform="Telegram",
    room_title="a room",
    message_id="7",
    message_time_unix=1,
    sender_display="x",
    url="x",
    search_keywords="x",
    personal_data="x",
)


def detail(number: int, *sources: Source) -> ItemDetail:
    item = Item(number, "p", "0" * 64, 1, "image/png", ItemState.DONE, None)
    nothing: dict[str, Any] = dict.fromkeys(
        [
            "sha512",
            "md5",
            "sha1",
            "width",
            "height",
            "duration_ms",
            "frames",
            "pdq",
            "pdq_quality",
            "pack",
            "pipeline",
            "parent_sha256",
            "operation",
        ]
    )
    return ItemDetail(
        item=item,
        **nothing,
        detail="",
        original_kept=False,
        sources=sources,
        tracks=(),
        faces=(),
        decisions=(),
        frame_hashes=(),
    )


def test_what_is_known_leaves_no_gap() -> None:
    assert missing_fields([detail(1, EVERYTHING)]) == ()


def test_items_with_the_same_gap_stand_together() -> None:
    without_link = replace(EVERYTHING, url=None)
    found = missing_fields(
        [detail(3, without_link), detail(5, EVERYTHING), detail(8, without_link)]
    )
    assert found == (MissingField(RequestedField.LINK, (3, 8)),)


def test_one_place_that_knows_it_is_enough() -> None:
    assert missing_fields([detail(1, Source("p", "p"), EVERYTHING)]) == ()


def test_a_link_to_the_room_will_do() -> None:
    assert missing_fields([detail(1, replace(EVERYTHING, url=None, room_link="x"))]) == ()


def test_empty_words_are_a_gap() -> None:
    assert missing_fields([detail(1, replace(EVERYTHING, platform=""))]) == (
        MissingField(RequestedField.PLATFORM, (1,)),
    )


def test_a_message_number_is_asked_for_in_a_room_only() -> None:
    post = replace(EVERYTHING, room_title=None, post_title="a post", message_id=None)
    assert missing_fields([detail(1, post)]) == ()
    in_room = replace(EVERYTHING, message_id=None)
    assert missing_fields([detail(1, in_room)]) == (MissingField(RequestedField.MESSAGE, (1,)),)


def test_of_a_file_alone_everything_is_asked_for_but_the_message() -> None:
    found = missing_fields([detail(1, Source("p", "p"))])
    assert [gap.asked for gap in found] == [
        each for each in RequestedField if each is not RequestedField.MESSAGE
    ]


def test_only_what_a_person_can_tell_is_asked_for() -> None:
    assert {field for fields in FIELDS.values() for field in fields} <= set(STATED_COLUMNS)
    assert FIELDS.keys() == set(RequestedField)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("asked", RequestedField)
def test_everything_that_is_asked_for_has_words(asked: RequestedField, language: str) -> None:
    assert Words(language).say(f"asked.{asked}")


@pytest.fixture
def case(tmp_path: Path) -> Case:
    case, _ = Case.create(tmp_path / "case", "p", media=KeptMedia.NONE, crops=True, cost=CHEAP)
    files = [
        write_picture(tmp_path / name, colour) for name, colour in (("a", ME), ("b", SOMEBODY))
    ]
    finish(add(case, files, SourceDetails()))
    return case


def test_confirmed_items_are_those_of_the_latest_decisions(case: Case) -> None:
    with case:
        assert confirmed_items(case, 1) == ()
        case.decide(2, Verdict.CONFIRM)
        case.decide(1, Verdict.CONFIRM)
        assert confirmed_items(case, 1) == (1, 2)
        case.decide(1, Verdict.REJECT)
        assert confirmed_items(case, 1) == (2,)


def test_the_gaps_of_a_case_come_from_its_items(case: Case) -> None:
    with case:
        case.decide(1, Verdict.CONFIRM)
        found = missing_fields(map(case.item, confirmed_items(case, 1)))
    assert found[0] == MissingField(RequestedField.LINK, (1,))
