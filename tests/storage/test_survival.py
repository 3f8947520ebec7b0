"""Kill -9 at any moment: what was committed is there, and the case opens."""

import os
import signal
from functools import partial
from pathlib import Path

import pytest

from storage.case import Case
from storage.errors import WrongPassphraseError
from storage.rekey import unfinished
from storage.types import Media, State, Verdict
from tests.storage.samples import (
    CHEAP,
    PASSPHRASE,
    add,
    hashes_of,
    kill_while,
    make_case,
    names_in,
    needs_fork,
    open_case,
    scan_of,
    source_of,
)

ROUNDS = 12
pytestmark = needs_fork


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
        kill_while(partial(work, turn * 100_000), after=0.1 + 0.027 * turn)
    told = {f"{line}.jpg" for line in diary.read_text().split()}
    with open_case(path) as case:
        kept = {item.name for item in case.items(State.DONE)}
        assert told <= kept
        assert len(kept - told) <= ROUNDS  # committed, and killed before it could be told
        assert case.pending() == []
        info = case.info()
        assert (info.tracks, info.custody_ok) == (2 * len(kept), True)
        assert len(case.tracks("open", "1")) == 2 * len(kept)
        assert case._db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert len(told) > ROUNDS


def test_an_interrupted_original_is_not_taken_for_whole(path: Path) -> None:
    content = os.urandom(1 << 20) * 100
    case, _ = Case.create(path, PASSPHRASE, media=Media.ORIGINALS, cost=CHEAP)
    with case:
        item = case.add_content(hashes_of(content), len(content), source_of("a.mp4")).item

    def work() -> None:
        with open_case(path) as case:
            case.store_original(item, [content])

    kill_while(work, after=0.5)
    with open_case(path) as case:
        assert case.item(item).original_kept is False
        assert case._db.execute("SELECT count(*) FROM original").fetchone() == (0,)
        case.store_original(item, [content])
        assert case.original(item).read() == content


def test_a_re_key_leaves_the_old_or_the_new_passphrase(path: Path) -> None:
    with make_case(path)[0] as case, case.transaction():
        for number in range(1500):
            add(case, f"{number}.jpg")
    passphrase, ends = PASSPHRASE, set()

    def work(old: str, new: str) -> None:
        with open_case(path, old) as case:
            case.change_passphrase(new)

    for turn in range(ROUNDS):
        new = f"passphrase {turn}"
        kill_while(partial(work, passphrase, new), after=0.03 + 0.02 * turn)
        try:
            case = open_case(path, passphrase)
        except WrongPassphraseError:
            case, passphrase = open_case(path, new), new
        with case:
            ends.add(passphrase == new)
            assert len(case.items()) == 1500
            assert case.info().custody_ok
        assert not unfinished(path).exists()
    assert names_in(path.parent) == [path.name]


@pytest.mark.parametrize("moment", ["before", "after"])
def test_killed_at_the_rename_one_passphrase_opens_it(path: Path, moment: str) -> None:
    with make_case(path)[0] as case:
        add(case, "a")
    rename = Path.replace

    def kill(old: Path, new: Path) -> None:
        if moment == "after":
            rename(old, new)
        os.kill(os.getpid(), signal.SIGKILL)

    def work() -> None:
        with pytest.MonkeyPatch.context() as patch, open_case(path) as case:
            patch.setattr(Path, "replace", kill)
            case.change_passphrase("new")

    kill_while(work, after=1)
    with open_case(path, "new" if moment == "after" else PASSPHRASE) as case:
        assert [item.name for item in case.items()] == ["a"]
        assert case.info().custody_entries == (2 if moment == "after" else 1)
        assert case.info().custody_ok
    assert names_in(path.parent) == [path.name]


def test_a_case_that_was_being_made_is_whole_or_opens_with_nothing(tmp_path: Path) -> None:
    for turn in range(ROUNDS):
        path = tmp_path / f"case{turn}"
        kill_while(partial(make_case, path), after=0.01 + 0.005 * turn)
        if path.exists() and path.stat().st_size:
            try:
                open_case(path).close()
            except Exception as error:  # noqa: BLE001 - any of ours, and only ours
                assert type(error).__module__ == "storage.errors"  # noqa: PT017
