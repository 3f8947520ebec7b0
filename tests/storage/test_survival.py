"""Kill -9 at any moment: what was committed is there, and the case opens."""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from storage.case import Case
from storage.errors import WrongPassphraseError
from storage.originals import CHUNK, CHUNKS_PER_COMMIT
from storage.rekey import unfinished
from storage.sqlcipher_pages import PAGE_SIZE
from storage.types import ItemState, KeptMedia, Verdict
from tests.support.case_samples import (
    CHEAP,
    PASSPHRASE,
    add,
    die,
    hashes_of,
    make_case,
    names_in,
    needs_fork,
    never,
    open_case,
    run_until,
    scan_of,
    size_of,
    source_of,
)

ROUNDS = 12
MAKING = (0, 1, 4096, *range(PAGE_SIZE, 12 * PAGE_SIZE, 2 * PAGE_SIZE))
"""How many bytes of a new case and its log there are when its making is interrupted."""

pytestmark = needs_fork


def have_grown(files: tuple[Path, ...], size: int) -> bool:
    """Whether one of the files is there, and they have this size in all."""
    return any(file.exists() for file in files) and sum(map(size_of, files)) >= size


def test_every_committed_item_survives(path: Path) -> None:
    make_case(path)[0].close()
    diary = path.with_name("diary")
    diary.touch()

    def work(start: int) -> None:
        with open_case(path) as case, diary.open("ab", buffering=0) as committed:
            for number in range(start, start + 100_000):
                with case.transaction():
                    item = add(case, f"{number}.jpg")
                    case.store_scan(item, scan_of("a", "b"))
                    case.decide(item, Verdict.UNSURE, role="self")
                committed.write(f"{number}\n".encode())

    for turn in range(ROUNDS):
        lines = partial(have_grown, (diary,), size_of(diary) + 10 * (turn + 1))
        run_until(lines, partial(work, turn * 100_000))
    told = {f"{line}.jpg" for line in diary.read_text().split()}
    with open_case(path) as case:
        kept = {item.name for item in case.items(ItemState.DONE)}
        assert told <= kept
        assert len(kept - told) <= ROUNDS  # committed, and killed before it could be told
        assert case.pending() == []
        info = case.info()
        assert (info.tracks, info.custody_ok) == (2 * len(kept), True)
        assert len(case.tracks("open", "1")) == 2 * len(kept)
        assert case._db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert len(told) > ROUNDS


def test_an_interrupted_original_is_not_taken_for_whole(path: Path) -> None:
    content = os.urandom(CHUNK) * (CHUNKS_PER_COMMIT + 2)
    case, _ = Case.create(path, PASSPHRASE, media=KeptMedia.ORIGINALS, cost=CHEAP)
    with case:
        item = case.add_content(hashes_of(content), len(content), source_of("a.mp4")).item

    def work() -> None:
        with open_case(path) as case:
            case.store_original(item, all_but_the_end())

    def all_but_the_end() -> Iterator[bytes]:
        yield content[:-CHUNK]
        die()

    run_until(never, work)
    with open_case(path) as case:
        assert case.item(item).original_kept is False
        assert case._db.execute("SELECT count(*) FROM original").fetchone() == (0,)
        case.store_original(item, [content])
        assert case.original(item).read() == content


def test_a_re_key_leaves_the_old_or_the_new_passphrase(path: Path) -> None:
    with make_case(path)[0] as case, case.transaction():
        for number in range(1500):
            add(case, f"{number}.jpg")
    whole = path.stat().st_size
    passphrase = PASSPHRASE

    def work(old: str, new: str) -> None:
        with open_case(path, old) as case:
            case.change_passphrase(new)

    for turn in range(ROUNDS):
        new = f"passphrase {turn}"
        moment = partial(is_written, path, path.stat().st_ino, whole * turn // (ROUNDS - 1))
        run_until(moment, partial(work, passphrase, new))
        try:
            case = open_case(path, passphrase)
        except WrongPassphraseError:
            case, passphrase = open_case(path, new), new
        with case:
            assert len(case.items()) == 1500
            assert case.info().custody_ok
        assert not unfinished(path).exists()
    assert names_in(path.parent) == [path.name]


def is_written(path: Path, inode: int, size: int) -> bool:
    """Whether so much of the new file is there, or it has taken the place of the old."""
    return size_of(unfinished(path)) > size or path.stat().st_ino != inode


@pytest.mark.parametrize("moment", ["before", "after"])
def test_killed_at_the_rename_one_passphrase_opens_it(path: Path, moment: str) -> None:
    with make_case(path)[0] as case:
        add(case, "a")
    rename = Path.replace

    def kill(old: Path, new: Path) -> None:
        if moment == "after":
            rename(old, new)
        die()

    def work() -> None:
        with pytest.MonkeyPatch.context() as patch, open_case(path) as case:
            patch.setattr(Path, "replace", kill)
            case.change_passphrase("new")

    run_until(never, work)
    with open_case(path, "new" if moment == "after" else PASSPHRASE) as case:
        assert [item.name for item in case.items()] == ["a"]
        done = [each.action for each in case.custody.entries() if each.action != "unlock"]
        assert done == ["created", "passphrase-changed"][: 2 if moment == "after" else 1]
        assert case.info().custody_ok
    assert names_in(path.parent) == [path.name]


def test_a_case_that_was_being_made_is_whole_or_opens_with_nothing(tmp_path: Path) -> None:
    for turn in range(len(MAKING)):
        path = tmp_path / f"case{turn}"
        log = path.with_name(path.name + "-wal")
        moment = partial(have_grown, (path, log), MAKING[turn])
        run_until(moment, partial(make_case, path))
        if path.exists() and path.stat().st_size:
            try:
                open_case(path).close()
            except Exception as error:  # noqa: BLE001 - any of ours, and only ours
                assert type(error).__module__ == "storage.errors"  # noqa: PT017
