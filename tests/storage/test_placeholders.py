from dataclasses import replace
from pathlib import Path

import pytest

from face.types import Reason
from storage.case import Case
from storage.errors import CheckCopyError, ItemMissingError
from storage.placeholders import Placeholder
from storage.types import AddedItem, ItemState, Source, Verdict
from tests.support.case_samples import CHEAP, add, hashes_of, scan_of

OUT_OF_REACH = Source("/locked/a.jpg", "a.jpg", note="from a friend")
READ = Source("/locked/a.jpg", "a.jpg", mtime_ns=5)


def last_entry(case: Case) -> tuple[str, object]:
    entry = list(case.custody.entries())[-1]
    return entry.action, entry.details


def test_what_could_not_be_read_is_an_item_that_could_not_be_checked(case: Case) -> None:
    case.placeholders.add(OUT_OF_REACH, Reason.UNREADABLE_FILE)
    (item,) = case.items(ItemState.UNCHECKED)
    assert (item.name, item.sha256, item.reason) == ("a.jpg", None, Reason.UNREADABLE_FILE)
    assert case.not_fully_checked() == [item]
    assert case.pending() == []
    assert case.placeholders.items() == [Placeholder(1, OUT_OF_REACH.path, Reason.UNREADABLE_FILE)]


def test_the_same_path_unreadable_again_is_the_same_item(case: Case) -> None:
    case.placeholders.add(replace(OUT_OF_REACH, note=None), Reason.UNREADABLE_FILE)
    case.placeholders.add(OUT_OF_REACH, Reason.GONE)
    assert [(item.item, item.reason) for item in case.items()] == [(1, Reason.GONE)]
    assert case.item(1).sources == (OUT_OF_REACH,)


def test_it_goes_when_the_file_is_read_at_last_and_what_was_said_of_it_stays(case: Case) -> None:
    case.placeholders.add(OUT_OF_REACH, Reason.UNREADABLE_FILE)
    case.decide(1, Verdict.UNSURE)
    assert case.add_content(hashes_of(b"abc"), 3, READ) == AddedItem(2, True)
    assert [(item.item, item.state) for item in case.items()] == [(2, ItemState.PENDING)]
    assert case.item(2).sources == (replace(READ, note=OUT_OF_REACH.note),)
    assert case.source_lookup().knows(READ.path, 3, 5, {})
    assert case.decisions() == ()
    assert last_entry(case) == ("forgotten", {"item": 1, "became": 2})


def test_it_goes_too_when_its_content_is_known_from_elsewhere(case: Case) -> None:
    add(case, "b", b"abc")
    case.placeholders.add(OUT_OF_REACH, Reason.UNREADABLE_FILE)
    case.add_content(hashes_of(b"abc"), 3, READ)
    assert [item.item for item in case.items()] == [1]
    assert [source.filename for source in case.item(1).sources] == ["b", "a.jpg"]


def test_it_can_be_forgotten_but_an_item_with_content_cannot(case: Case) -> None:
    case.placeholders.add(OUT_OF_REACH, Reason.UNREADABLE_FILE)
    case.placeholders.drop(1)
    assert case.items() == []
    assert last_entry(case) == ("forgotten", {"item": 1, "became": None})
    assert add(case, "a") == 2
    with pytest.raises(ItemMissingError):
        case.placeholders.drop(2)


def test_a_check_copy_counts_it_and_takes_none_in(case: Case, tmp_path: Path) -> None:
    case.placeholders.add(OUT_OF_REACH, Reason.UNREADABLE_FILE)
    case.write_check_copy(tmp_path / "copy", "copy's")
    with Case.open(tmp_path / "copy", "copy's", cost=CHEAP) as copy:
        assert [item.reason for item in copy.not_fully_checked()] == [Reason.UNREADABLE_FILE]
        with pytest.raises(CheckCopyError):
            _ = copy.placeholders


def test_only_what_is_not_clear_is_unclear(case: Case) -> None:
    for name in ("whole", "partly", "bad", "waits"):
        add(case, name)
    case.store_scan(1, scan_of("a"))
    case.store_scan(2, scan_of(partly=Reason.TRUNCATED))
    case.mark_unchecked(3, Reason.DAMAGED)
    assert [item.name for item in case.not_fully_checked()] == ["partly", "bad", "waits"]


def test_items_that_another_pack_scanned_are_found(case: Case) -> None:
    for name in "abc":
        add(case, name)
    case.store_scan(1, scan_of("a"))
    case.store_scan(2, scan_of(pack="other"))
    assert [item.item for item in case.scanned_with_others(("open", "1"))] == [2]
    assert [item.item for item in case.scanned_with_others(("open", "2"))] == [1, 2]
