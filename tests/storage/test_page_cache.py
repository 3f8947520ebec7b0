"""What is read once does not push other things out of memory; what was there stays."""

import os
import time
from pathlib import Path

import pytest

from storage import page_cache
from storage.case import Case
from storage.direct_blob_reader import AHEAD
from storage.sqlcipher_pages import PAGE_SIZE
from tests.support.case_samples import hashes_of, source_of

LONG = 3 * AHEAD * PAGE_SIZE


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file that the disk has."""
    path = tmp_path / "file"
    path.write_bytes(os.urandom(100_000))
    on_disk(path)
    return path


def on_disk(path: Path) -> None:
    with path.open("rb") as stream:
        os.fsync(stream.fileno())
        if not page_cache.is_cached(stream.fileno(), 0):
            pytest.skip("this file system does not say what is in memory")


def has(path: Path, at: int) -> bool:
    with path.open("rb") as stream:
        return page_cache.is_cached(stream.fileno(), at)


def let_go(path: Path) -> None:
    """Drop the file from memory.

    The system passes over pages that are in use for a moment, so it is told several times.
    """
    with path.open("rb") as stream:
        for _ in range(3):
            page_cache.drop_cached(stream.fileno(), 0, path.stat().st_size)
            time.sleep(0.02)


def test_what_is_let_go_of_is_not_there_until_it_is_fetched(file: Path) -> None:
    let_go(file)
    assert not has(file, 50_000)
    with file.open("rb") as stream:
        page_cache.prefetch(stream.fileno(), 0, 100_000)
        assert stream.read(100_000)
    assert has(file, 50_000)


def test_nothing_is_behind_the_end(file: Path) -> None:
    assert not has(file, 100_000)


@pytest.mark.parametrize("was_there", [True, False])
def test_an_original_that_is_handed_over_leaves_memory_as_it_was(
    keeping: Case, *, was_there: bool
) -> None:
    content = os.urandom(LONG)
    item = keeping.add_content(hashes_of(content), len(content), source_of("a")).item
    keeping.store_original(item, [content])
    stream = keeping.original_unverified(item)
    on_disk(keeping.path)
    half = keeping.path.stat().st_size // 2
    if was_there:
        assert keeping.path.read_bytes()
    else:
        let_go(keeping.path)
    assert has(keeping.path, half) is was_there
    end = keeping.path.stat().st_size - 1
    memory = bytearray(1 << 20)
    parts = [bytes(memory[:count]) for count in iter(lambda: stream.readinto(memory) or 0, 0)]
    assert b"".join(parts) == content
    assert has(keeping.path, half) is was_there
    if was_there:
        stream.seek(0)
        stream.readinto(memory)
        stream.seek(LONG - (1 << 20))
        stream.readinto(memory)
        assert has(keeping.path, half)
        assert has(keeping.path, end)
