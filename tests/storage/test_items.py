from dataclasses import fields, replace
from pathlib import Path

import pytest

from face.types import Reason
from storage.case import Case
from storage.errors import ItemMissingError
from storage.types import AddedItem, ItemState, Source, Verdict
from tests.support.case_samples import FACTS, FULL, add, hashes_of, open_case, scan_of, source_of


def test_the_same_content_twice_is_one_item_with_two_sources(case: Case) -> None:
    hashes = hashes_of(b"content")
    assert case.add_content(hashes, 7, source_of("a.jpg")) == AddedItem(1, True)
    assert case.add_content(hashes, 7, source_of("b.jpg")) == AddedItem(1, False)
    assert case.add_content(hashes, 7, source_of("a.jpg")) == AddedItem(1, False)
    assert [source.filename for source in case.item(1).sources] == ["a.jpg", "b.jpg"]


def test_the_same_file_in_two_messages_is_two_sources(case: Case) -> None:
    first = replace(source_of("a.jpg"), room_id="1", message_id="1")
    case.add_content(hashes_of(b""), 0, first)
    case.add_content(hashes_of(b""), 0, replace(first, message_id="2"))
    case.add_content(hashes_of(b""), 0, replace(first, note="later"))
    assert [source.message_id for source in case.item(1).sources] == ["1", "2"]


def test_every_field_of_a_source_comes_back(path: Path, case: Case) -> None:
    case.add_content(hashes_of(b""), 0, FULL)
    case.close()
    assert all(getattr(FULL, field.name) is not None for field in fields(FULL))
    with open_case(path) as again:
        assert again.item(1).sources == (FULL,)


def test_a_name_that_is_not_unicode_comes_back(case: Case) -> None:
    odd = Source(path="/x/\udcff\ud800.jpg", filename="\udcff\ud800.jpg", mtime_ns=5)
    case.add_content(hashes_of(b""), 0, odd)
    assert case.item(1).sources == (odd,)
    assert case.items()[0].name == odd.filename
    assert case.source_lookup().knows(odd.path, 0, 5, {})


def test_a_file_is_known_while_path_size_and_time_are_the_same(case: Case) -> None:
    case.add_content(hashes_of(b"abc"), 3, Source("/a", "a", mtime_ns=5))
    assert case.source_lookup().knows("/a", 3, 5, {})
    for path, size, mtime_ns in (("/b", 3, 5), ("/a", 4, 5), ("/a", 3, 6)):
        assert not case.source_lookup().knows(path, size, mtime_ns, {})


def test_an_item_goes_from_pending_to_its_end(case: Case) -> None:
    for name in ("faces", "none", "bad", "later"):
        add(case, name)
    assert case.pending() == [1, 2, 3, 4]
    case.store_scan(1, scan_of("a"))
    case.store_scan(2, scan_of(partly=Reason.TRUNCATED))
    case.mark_unchecked(3, Reason.DECODER_DIED, "signal 11")
    assert case.pending() == [4]
    states = [(item.state, item.reason) for item in case.items()]
    assert states == [
        (ItemState.DONE, None),
        (ItemState.NO_FACE, Reason.TRUNCATED),
        (ItemState.UNCHECKED, Reason.DECODER_DIED),
        (ItemState.PENDING, None),
    ]
    assert case.item(3).detail == "signal 11"
    assert [item.item for item in case.items(ItemState.UNCHECKED)] == [3]
    assert case.info().items == dict.fromkeys(ItemState, 1)


def test_an_item_that_could_not_be_checked_has_no_faces_left(case: Case) -> None:
    add(case, "a")
    case.store_scan(1, scan_of("a"))
    case.mark_unchecked(1, Reason.GONE)
    assert case.item(1).faces == ()
    assert len(case.tracks("open", "1")) == 0


def test_the_facts_of_a_content_come_back(case: Case) -> None:
    case.add_content(hashes_of(b"abc"), 3, source_of("a.jpg"))
    case.store_scan(1, scan_of("a"))
    detail = case.item(1)
    assert (detail.item.size, detail.item.mime) == (3, FACTS.mime)
    assert (detail.width, detail.height, detail.duration_ms) == (640, 480, None)
    assert (detail.frames, detail.pdq, detail.pdq_quality) == (1, FACTS.pdq, 90)
    assert detail.md5 == "900150983cd24fb0d6963f7d28e17f72"
    assert (detail.pack, detail.pipeline) == ("open", "1")


def test_a_number_that_is_not_there_is_missing(case: Case) -> None:
    for call in (
        lambda: case.item(1),
        lambda: case.store_scan(1, scan_of("a")),
        lambda: case.mark_unchecked(1, Reason.GONE),
        lambda: case.decide(1, Verdict.CONFIRM),
        lambda: case.original(1),
    ):
        with pytest.raises(ItemMissingError) as caught:
            call()
        assert caught.value.item == 1


def test_a_transaction_is_all_or_nothing_and_may_be_nested(case: Case) -> None:
    def broken_off() -> None:
        with case.transaction():
            add(case, "dropped")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    assert case.items() == []
    with case.transaction():
        add(case, "kept")
        with pytest.raises(KeyboardInterrupt):
            broken_off()
    assert [item.name for item in case.items()] == ["kept"]


def test_tens_of_thousands_of_items_are_listed_by_index(case: Case) -> None:
    rows = ((f"{n:064x}", n) for n in range(1, 30_001))
    with case.transaction():
        case._db.conn.executemany("INSERT INTO item (sha256, size) VALUES (?, ?)", rows)
        case._db.execute(
            "INSERT INTO source (item, size, path, filename) SELECT id, size, id, id FROM item"
        )
    plan = case._db.execute(
        "EXPLAIN QUERY PLAN SELECT id FROM source WHERE item = 1 ORDER BY id"
    ).fetchall()
    assert "source_item" in str(plan)
    assert len(case.items()) == 30_000
    assert case.items(ItemState.DONE) == []


def test_a_long_list_is_read_page_by_page(case: Case) -> None:
    for number in range(5):
        case.add_content(hashes_of(bytes([number])), 1, source_of(f"{number}.jpg"))
    assert [item.item for item in case.items_after(0, 2)] == [1, 2]
    assert [item.item for item in case.items_after(2, 9)] == [3, 4, 5]
    assert case.items_after(5, 9) == []
