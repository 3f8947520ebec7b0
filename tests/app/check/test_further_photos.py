"""What a confirmed face is not compared with; tests/app/check/test_check.py has the whole way."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from app.check.further_photos import items_without_copies, rows_resembling_her
from storage.case import Case
from storage.types import TrackIndex
from tests.support.decided_case import make

NEAR, FAR = [0.8, 0.6], [0.0, 1.0]


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """Items 1 to 5; the hashes of all are alike unless a test tells them apart."""
    with make(tmp_path / "case") as case:
        yield case


def index_of(case: Case) -> TrackIndex:
    return case.tracks("open", "1")


def test_only_what_resembles_one_of_her_photos_is_used() -> None:
    own = np.array([[1.0, 0.0]], np.float32)
    tracks = np.array([FAR, NEAR, NEAR, FAR], np.float32)
    assert rows_resembling_her(own, tracks, [3, 2, 0], 0.5).tolist() == [2]
    assert rows_resembling_her(own, tracks, [], 0.5).tolist() == []


def test_copies_of_what_is_confirmed_have_one_number(case: Case) -> None:
    case._db.execute("UPDATE item SET pdq = ? WHERE id IN (3, 4)", ("f0" * 32,))
    index = index_of(case)
    rows = {item: int(np.flatnonzero(index.item == item)[0]) for item in range(1, 6)}
    contents = items_without_copies(case, index, list(rows.values()), np.array([rows[2]]))
    told = dict(zip(index.item.tolist(), contents.tolist(), strict=True))
    assert told == {1: 1, 2: 1, 3: 3, 4: 4, 5: 1}


def test_what_did_not_come_up_is_no_copy_of_anything(case: Case) -> None:
    index = index_of(case)
    contents = items_without_copies(case, index, [], np.array([0]))
    assert contents.tolist() == index.item.tolist()
