"""A child that was taken over tries seven things. The real sandbox, the real scan, the real list:
what is said of each item, and that the next one gets a fresh child.
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from app.intake.add import add
from app.intake.source_details import SourceDetails
from app.job import finish
from app.sandbox.pool import ScannerPool
from app.scan.scan import scan
from face.types import Reason
from storage.case import Case
from storage.types import Item, ItemState
from tests.app.sandbox.pools import FAKE_CHILD, IMPATIENT
from tests.support.case_samples import CHEAP

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has the sandbox")


class Attack(NamedTuple):
    """What a child tries, and what comes of it. No reason: it was refused, and no harm was done, so
    that honest decoders, which look for files now and then, may go on."""

    words: str
    reason: Reason | None
    fresh: bool = True


ATTACKS = {
    "to read a file": Attack("open", None, fresh=False),
    "to connect": Attack("connect", Reason.DECODER_DIED),
    "to fork": Attack("fork", Reason.DECODER_DIED),
    "to allocate 8 GB": Attack("allocate", Reason.DECODER_MEMORY, fresh=False),
    "to return 10 GB at once": Attack("huge", Reason.DECODER_LIED),
    "to return 10 GB bit by bit": Attack("tracks 1", Reason.DECODER_LIED),
    "to return another item's id": Attack("ticket", Reason.DECODER_LIED),
    "to hang": Attack("hang", Reason.DECODER_TIMEOUT),
}


class Watched(ScannerPool):
    """A pool that remembers the child of each item."""

    pids: list[int]

    def scan_all(self, jobs):  # type: ignore[no-untyped-def]
        """Note which child is at work at each result."""
        for outcome in super().scan_all(jobs):
            if outcome is not None:
                self.pids += [child._process.pid for child in self._children]
            yield outcome


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    made, _ = Case.create(tmp_path / "case", "a passphrase", cost=CHEAP)
    with made:
        yield made


def looked_at(case: Case, folder: Path, *words: str) -> tuple[list[Item], list[int]]:
    """The items as they are listed, in the order of the words, and the children after each."""
    folder.mkdir()
    for number, each in enumerate(words):
        (folder / f"{number}.jpg").write_bytes(each.encode().ljust(64 + number, b"\0"))
    pool = Watched("fake", 1, limits=replace(IMPATIENT, found=1 << 20), command=FAKE_CHILD)
    pool.pids = []
    finish(add(case, [folder], SourceDetails()))
    finish(scan(case, lambda: pool, "fake", "fake-1"))
    return case.items(), pool.pids


@pytest.mark.parametrize("tries", ATTACKS)
def test_a_child_that_tries(case: Case, tmp_path: Path, tries: str) -> None:
    attack = ATTACKS[tries]
    items, pids = looked_at(case, tmp_path / "content", "faces 1", attack.words, "faces 2")
    assert [item.state for item in (items[0], items[2])] == [ItemState.DONE, ItemState.DONE]
    assert [len(case.item(item.item).tracks) for item in (items[0], items[2])] == [1, 2]
    attacked = items[1]
    assert attacked.reason is attack.reason
    if attack.reason is None:
        assert len(case.item(attacked.item).tracks) == 1, "it was not refused"
    else:
        assert attacked.state is ItemState.UNCHECKED
        assert case.item(attacked.item).tracks == ()
    assert (pids[0] != pids[-1]) is attack.fresh
