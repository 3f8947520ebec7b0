"""A folder that leaves nothing behind."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.demo.errors import FolderExistsError
from app.demo.folder import sample_folder

needs_folder_locks = pytest.mark.skipif(sys.platform == "win32", reason="no locks on folders")


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the folders are made."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def folders(cache: Path) -> list[Path]:
    return sorted(cache.rglob("demo-*"))


@contextmanager
def another_demo() -> Iterator[int]:
    """A demo in a process of its own, which has made its folder; killed in the end."""
    if sys.platform == "win32":
        raise NotImplementedError
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        with sample_folder(None) as folder:
            (folder / "content").mkdir()
            os.write(writing, b"made")
            signal.pause()
    os.close(writing)
    try:
        assert os.read(reading, 4) == b"made"
        yield child
    finally:
        os.close(reading)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def test_it_is_private_and_gone_afterwards_even_when_something_fails(cache: Path) -> None:
    with sample_folder(None) as folder:
        assert folder.stat().st_mode & 0o777 == 0o700
        (folder / "picture").write_bytes(b"x")
    assert folders(cache) == []
    with pytest.raises(KeyboardInterrupt), sample_folder(None):
        raise KeyboardInterrupt
    assert folders(cache) == []


@needs_folder_locks
def test_what_a_killed_demo_left_goes_with_the_next(cache: Path) -> None:
    with another_demo():
        pass
    (left,) = folders(cache)
    with sample_folder(None) as folder:
        assert not left.exists()
        assert folders(cache) == [folder]


@needs_folder_locks
def test_the_folder_of_a_demo_that_runs_is_not_touched(cache: Path) -> None:
    with another_demo():
        (theirs,) = folders(cache)
        with sample_folder(None) as mine, sample_folder(None) as mine_too:
            assert folders(cache) == sorted([theirs, mine, mine_too])
        assert (theirs / "content").exists()


def test_a_link_that_looks_like_a_left_folder_is_not_followed(cache: Path) -> None:
    mine = cache / "letters"
    mine.mkdir()
    with sample_folder(None) as folder:
        link = folder.with_name("demo-link")
        link.symlink_to(mine)
        with sample_folder(None):
            pass
    assert mine.exists()
    assert link.is_symlink()


def test_a_folder_to_be_kept_is_new_and_stays(cache: Path) -> None:
    with sample_folder(cache / "a" / "kept") as folder:
        pass
    assert folder.is_dir()
    with pytest.raises(FolderExistsError), sample_folder(folder):
        pass
