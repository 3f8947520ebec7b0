from collections.abc import Callable
from dataclasses import replace

import pytest

from storage.case import Case
from storage.source_lookup import SourceLookup
from storage.types import Source
from tests.support.case_samples import hashes_of, source_of

COUNT = 600


@pytest.fixture
def known(case: Case) -> SourceLookup:
    with case.transaction():
        for number in range(COUNT):
            case.add_content(hashes_of(b"%d" % number), number, source(number))
    return case.source_lookup()


def source(number: int) -> Source:
    return replace(source_of(f"{number}.jpg"), mtime_ns=number, note="a note", url=f"u{number}")


def knows(known: SourceLookup, number: int, **said: object) -> bool:
    place = source(number)
    return known.knows(place.path, number, number, {"url": f"u{number}", **said})


@pytest.mark.parametrize("step", [1, -1, 7])
def test_files_are_known_in_any_order(known: SourceLookup, step: int) -> None:
    order = [number * step % COUNT for number in range(COUNT)]
    assert all(knows(known, number) for number in order)


def test_a_file_of_which_something_else_is_said_is_not_known(known: SourceLookup) -> None:
    assert all(knows(known, number) for number in range(20))
    assert not any(knows(known, number, url="v") for number in range(20, 40))
    assert knows(known, 40, note="a")
    assert not knows(known, 41, note="note")
    assert not knows(known, 42, platform="x")


def test_a_file_of_another_path_size_or_time_is_not_known(known: SourceLookup) -> None:
    assert knows(known, 3)
    path = source(4).path
    assert not known.knows("/elsewhere", 4, 4, {})
    assert not known.knows(path, 5, 4, {})
    assert not known.knows(path, 4, None, {})
    assert known.knows(path, 4, 4, {})


def test_rows_that_follow_are_read_many_at_a_time(
    known: SourceLookup, monkeypatch: pytest.MonkeyPatch
) -> None:
    searches = []
    execute: Callable[..., object] = known._db.execute

    def counted(*asked: object) -> object:
        searches.append(asked)
        return execute(*asked)

    monkeypatch.setattr(known._db, "execute", counted)
    assert all(knows(known, number) for number in range(COUNT))
    assert len(searches) < COUNT / 20
