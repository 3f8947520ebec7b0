"""A full disk: said so, and nothing that was committed is lost."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.case import Case
from storage.errors import DiskFailedError, DiskFullError
from storage.types import KeptMedia
from tests.support.case_samples import (
    CHEAP,
    PASSPHRASE,
    add,
    hashes_of,
    make_case,
    names_in,
    open_case,
    scan_of,
    source_of,
)
from tests.support.small_disk import mounted


def test_when_the_disk_is_full_nothing_committed_is_lost(path: Path) -> None:
    case, _ = make_case(path)
    with case:
        pages = case._db.execute("PRAGMA page_count").fetchone()[0]
        case._db.execute(f"PRAGMA max_page_count = {pages + 20}")
        kept = fill(case)
        case._db.execute("PRAGMA max_page_count = 1000000")
        add(case, "after")
    assert kept > 50
    with open_case(path) as case:
        assert len(case.items()) == kept + 1
        assert case.info().custody_ok


def fill(case: Case) -> int:
    """Add until the disk is full; return how many items were committed."""
    for kept in range(100_000):
        try:
            with case.transaction():
                item = add(case, f"{kept}.jpg")
                case.store_scan(item, scan_of("a", "b", "c"))
        except DiskFullError:
            assert not case._db.conn.in_transaction
            return kept
    raise AssertionError("the disk is never full")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    with mounted(tmp_path / "disk", 4) as disk:
        yield disk


def test_on_a_really_full_disk_nothing_committed_is_lost(small_disk: Path) -> None:
    path = small_disk / "case"
    ballast = small_disk / "ballast"
    case, _ = make_case(path)
    ballast.write_bytes(bytes(1 << 20))
    kept = fill(case)
    try:
        case.close()
    except DiskFullError:
        assert path.with_name("case-wal").exists()
    assert kept > 5
    with open_case(path) as case:  # still full: it can be read
        assert len(case.items()) == kept
        ballast.unlink()
    with open_case(path) as case:
        assert len(case.items()) == kept
        add(case, "after")
    assert names_in(small_disk) == ["case"]


def test_a_case_that_does_not_fit_is_not_made(small_disk: Path) -> None:
    (small_disk / "ballast").write_bytes(bytes((4 << 20) - 200_000))
    with pytest.raises(DiskFullError):
        make_case(small_disk / "case")
    assert names_in(small_disk) == ["ballast"]


def test_an_original_that_does_not_fit_leaves_the_rest(small_disk: Path) -> None:
    case, _ = Case.create(small_disk / "case", PASSPHRASE, media=KeptMedia.ORIGINALS, cost=CHEAP)
    with case:
        content = os.urandom(6 << 20)
        item = case.add_content(hashes_of(content), len(content), source_of("a")).item
        with pytest.raises(DiskFullError):
            case.store_original(item, [content])
        assert case.item(item).original_kept is False
        add(case, "after")


def test_a_re_key_that_does_not_fit_leaves_the_case_as_it_was(small_disk: Path) -> None:
    path = small_disk / "case"
    with make_case(path)[0] as case, case.transaction():
        for number in range(1000):
            add(case, f"{number}")
    room = (4 << 20) - path.stat().st_size
    (small_disk / "ballast").write_bytes(bytes(room - 500_000))
    with open_case(path) as case:
        with pytest.raises(DiskFullError):
            case.change_passphrase("new")
        add(case, "after")
        assert case.info().custody_ok
    with open_case(path) as case:
        assert len(case.items()) == 1001
    assert names_in(small_disk) == ["ballast", "case"]


@pytest.mark.skipif(os.name != "posix", reason="a limit of POSIX")
def test_a_file_size_limit_is_a_failing_disk(path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has no such call")
    import resource

    case, _ = make_case(path)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    told: list[int] = []

    def add_many() -> None:
        for number in range(100_000):
            told.append(add(case, f"{number}.jpg"))  # noqa: PERF401 - kept one by one

    with case:
        resource.setrlimit(resource.RLIMIT_FSIZE, (900_000, before[1]))
        try:
            with pytest.raises(DiskFailedError):
                add_many()
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
    with open_case(path) as case:
        assert [item.item for item in case.items()] == told
