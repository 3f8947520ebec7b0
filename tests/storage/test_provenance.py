"""What is said by hand of where an item was seen."""

import pytest

from storage.case import Case
from storage.errors import ItemMissingError
from storage.provenance import MADE_FROM
from tests.support.case_samples import add, hashes_of

PHOTO = "a" * 64


@pytest.fixture
def item(case: Case) -> int:
    """An item that was seen in two places."""
    add(case, "a.png", b"one")
    return add(case, "b.png", b"one")


def test_one_place_is_changed_and_the_others_stay(case: Case, item: int) -> None:
    said: dict[str, str | int] = {"platform": "Telegram", "message_time_unix": 1724756700}
    assert case.provenance.change(item, said, place=1) == {"platform", "message_time_unix"}
    assert [each.platform for each in case.item(item).sources] == [None, "Telegram"]
    assert case.provenance.known(item, 1)["message_time_unix"] == 1724756700


def test_saying_the_same_again_changes_nothing(case: Case, item: int) -> None:
    case.provenance.change(item, {"platform": "x"})
    assert case.provenance.change(item, {"platform": "x", "url": None}) == frozenset()


def test_a_correction_names_what_it_corrects(case: Case, item: int) -> None:
    case.provenance.change(item, {"platform": "x"}, role="self")
    case.provenance.change(item, {"platform": "y"}, role="counsellor")
    first, second = case.item(item).statements
    assert (first.value, first.role, first.corrects) == ("x", "self", None)
    assert (second.value, second.role, second.corrects) == ("y", "counsellor", first.number)
    assert first.source == second.source == case.item(item).places[0]
    assert first.at_utc <= second.at_utc


def test_what_was_said_is_taken_back(case: Case, item: int) -> None:
    case.provenance.change(item, {"platform": "x"})
    assert case.provenance.change(item, {"platform": None}) == {"platform"}
    assert case.item(item).sources[0].platform is None


def test_what_the_program_saw_itself_is_not_changed(case: Case, item: int) -> None:
    with pytest.raises(ValueError, match="path"):
        case.provenance.change(item, {"path": "/elsewhere"})
    with pytest.raises(ItemMissingError):
        case.provenance.change(item, {"platform": "x"}, place=2)


def test_the_photo_it_was_made_from_is_named_by_its_hash(case: Case, item: int) -> None:
    assert case.provenance.made_from(item, PHOTO)
    assert not case.provenance.made_from(item, PHOTO)
    detail = case.item(item)
    assert (detail.parent_sha256, detail.operation) == (PHOTO, MADE_FROM)
    assert case.provenance.photo(item) == PHOTO
    assert case.provenance.made_from(item, None)
    assert case.item(item).operation is None


def test_every_place_is_listed(case: Case, item: int) -> None:
    other = add(case, "c.png")
    places = [(each.item, each.number, each.filename) for each in case.provenance.locations()]
    assert places == [(item, 0, "a.png"), (item, 1, "b.png"), (other, 0, "c.png")]
    assert case.provenance.locations()[0].sha256 == hashes_of(b"one").sha256
