import io
import os
from collections.abc import Iterator

import pytest

from storage.case import Case
from storage.direct_blob_reader import DirectBlobReader
from storage.errors import (
    CaseClosedError,
    CaseDamagedError,
    ContentChangedError,
    WrongModeError,
)
from storage.originals import OriginalReader
from tests.support.case_samples import add, hashes_of, open_case, source_of

CONTENT = os.urandom(3 * 1024 * 1024 + 17)


def add_content(case: Case, content: bytes = CONTENT) -> int:
    return case.add_content(hashes_of(content), len(content), source_of("a")).item


@pytest.mark.parametrize("size", [1, 1000, 1 << 20, 5 << 20])
def test_bytes_come_back_however_they_were_cut(keeping: Case, size: int) -> None:
    item = add_content(keeping)
    keeping.store_original(item, (CONTENT[i : i + size] for i in range(0, len(CONTENT), size)))
    with keeping.original(item) as stream:
        assert stream.read() == CONTENT
    lengths = keeping._db.execute("SELECT length(bytes) FROM original ORDER BY seq").fetchall()
    assert lengths == [(1 << 20,), (1 << 20,), (1 << 20,), (17,)]


def test_it_reads_and_seeks_like_a_file(keeping: Case) -> None:
    item = add_content(keeping)
    keeping.store_original(item, [CONTENT])
    stream, plain = keeping.original(item), io.BytesIO(CONTENT)
    for offset, whence, size in (
        (5, 0, 9),
        (-20, 2, 50),
        (1_048_570, 0, 12),
        (-3, 1, 3),
        (9, 2, 1),
    ):
        assert stream.seek(offset, whence) == plain.seek(offset, whence)
        assert stream.read(size) == plain.read(size)
        assert stream.tell() == plain.tell()


def test_an_empty_content_is_kept_too(keeping: Case) -> None:
    item = add_content(keeping, b"")
    keeping.store_original(item, [])
    assert keeping.item(item).original_kept
    assert keeping.original(item).read() == b""


def test_bytes_that_changed_since_they_were_hashed_are_refused(keeping: Case) -> None:
    item = add_content(keeping)
    with pytest.raises(ContentChangedError) as caught:
        keeping.store_original(item, [CONTENT[:-1], b"x"])
    assert caught.value.item == item
    with pytest.raises(ContentChangedError), keeping.transaction():
        keeping.store_original(item, [CONTENT, b"x"])
    assert keeping._db.execute("SELECT count(*) FROM original").fetchone() == (0,)


def test_reading_that_breaks_off_leaves_nothing(keeping: Case) -> None:
    def breaking() -> Iterator[bytes]:
        yield bytes(70 << 20)
        raise OSError("gone")

    item = add_content(keeping)
    with pytest.raises(OSError, match="gone"):
        keeping.store_original(item, breaking())
    assert keeping._db.execute("SELECT count(*) FROM original").fetchone() == (0,)
    keeping.store_original(item, [CONTENT])


def test_it_may_be_part_of_a_transaction(keeping: Case) -> None:
    def broken_off() -> None:
        with keeping.transaction():
            keeping.store_original(add_content(keeping), [CONTENT])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    assert keeping.items() == []
    with keeping.transaction():
        item = add_content(keeping)
        keeping.store_original(item, [CONTENT])
        keeping.store_original(item, [b"once is enough"])
    assert keeping.original(item).read() == CONTENT


def test_a_case_without_media_keeps_no_original(case: Case) -> None:
    item = add(case, "a")
    with pytest.raises(WrongModeError):
        case.store_original(item, [b"a"])
    with pytest.raises(WrongModeError):
        case.original(item)


def test_a_missing_chunk_is_damage_not_a_short_file(keeping: Case) -> None:
    item = add_content(keeping)
    keeping.store_original(item, [CONTENT])
    keeping._db.execute("DELETE FROM original WHERE seq = 1")
    with pytest.raises(CaseDamagedError):
        keeping.original(item).read()


def unchecked(case: Case, item: int) -> bytes:
    stream = case.original_unverified(item)
    return b"".join(iter(lambda: stream.read(1 << 20), b""))


def test_bytes_read_past_sqlite_are_the_same(
    keeping: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = add_content(keeping)
    keeping.store_original(item, [CONTENT])
    with monkeypatch.context() as patch:
        patch.setattr(DirectBlobReader, "read", lambda *_: None)
        assert unchecked(keeping, item) == CONTENT
    with monkeypatch.context() as patch:
        # the last chunk is too short for pages
        patch.setattr(OriginalReader, "_read_chunk", lambda *_: CONTENT[-17:])
        assert unchecked(keeping, item) == CONTENT
    stream = keeping.original_unverified(item)
    assert stream.seek(1_048_570) == 1_048_570
    assert stream.read(3) == CONTENT[1_048_570:1_048_573]


def test_what_still_waits_in_the_log_is_read_by_sqlite(keeping: Case) -> None:
    old, other = add_content(keeping), add_content(keeping, CONTENT[::-1])
    keeping.store_original(old, [CONTENT])
    stream = keeping.original_unverified(old)
    with keeping.transaction():
        keeping._db.execute("DELETE FROM original")
        keeping._db.execute("UPDATE item SET original_kept = 0")
        keeping.store_original(other, [CONTENT[::-1]])
        assert unchecked(keeping, other) == CONTENT[::-1]
    with pytest.raises(CaseDamagedError):
        stream.read(1 << 20)
    assert unchecked(keeping, other) == CONTENT[::-1]


def test_a_case_that_was_read_so_is_closed_and_opened_again(keeping: Case) -> None:
    item = add_content(keeping)
    keeping.store_original(item, [CONTENT])
    assert unchecked(keeping, item) == CONTENT
    keeping.change_passphrase("another")
    assert unchecked(keeping, item) == CONTENT
    keeping.close()
    with pytest.raises(CaseClosedError):
        keeping.original_unverified(item)
    with open_case(keeping.path, "another") as again:
        assert unchecked(again, item) == CONTENT
