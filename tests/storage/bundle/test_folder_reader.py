import errno
import os
from pathlib import Path
from typing import Any

import pytest

from storage.bundle.folder_reader import bag_in, read_members
from storage.errors import BundleReadOnlyError, DiskFailedError, NotABundleError

KINDS = pytest.mark.parametrize(
    ("number", "kind"), [(errno.EACCES, BundleReadOnlyError), (errno.EIO, DiskFailedError)]
)


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "items.json").write_text("{}")
    (tmp_path / "bagit.txt").write_text("x")
    return tmp_path


def failing(number: int, place: Path, call: Any) -> Any:
    """A call that fails for one place."""

    def called(path: Any, *args: Any, **more: Any) -> Any:
        if Path(path) == place:
            raise OSError(number, os.strerror(number), str(path))
        return call(path, *args, **more)

    return called


@KINDS
def test_a_folder_that_cannot_be_read_is_told_and_nothing_in_it_called_removed(
    bag: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[Exception]
) -> None:
    names = [member.name for member in read_members(bag, [])]
    assert names == ["documents/bagit.txt", "documents/data/items.json"]
    monkeypatch.setattr(os, "scandir", failing(number, bag / "data", os.scandir))
    with pytest.raises(kind) as told:
        list(read_members(bag, []))
    assert told.value.args == (str(bag / "data"),)


@KINDS
def test_a_bag_that_cannot_be_looked_into_is_told_as_that(
    bag: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[Exception]
) -> None:
    assert bag_in(bag) == bag
    monkeypatch.setattr(Path, "stat", failing(number, bag / "bagit.txt", Path.stat))
    with pytest.raises(kind):
        bag_in(bag)


@KINDS
def test_a_file_that_cannot_be_looked_at_is_told_and_not_called_changed(
    bag: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[Exception]
) -> None:
    monkeypatch.setattr(Path, "lstat", failing(number, bag / "bagit.txt", Path.lstat))
    with pytest.raises(kind):
        list(read_members(bag, []))


def test_what_a_system_left_there_is_named_and_not_read(
    bag: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (".Trashes/501/x", "System Volume Information/y", "data/__MACOSX/z"):
        (bag / name).parent.mkdir(parents=True)
        (bag / name).write_text("x")
    for name in (".DS_Store", "data/._items.json", "data/Thumbs.db", "data/desktop.ini"):
        (bag / name).write_text("x")
    (bag / "data" / ".localized").symlink_to(bag / "nowhere")
    locked = bag / ".Trashes"
    monkeypatch.setattr(os, "scandir", failing(errno.EACCES, locked, os.scandir))
    monkeypatch.setattr(Path, "lstat", failing(errno.EACCES, bag / ".DS_Store", Path.lstat))
    litter: list[str] = []
    names = [member.name for member in read_members(bag, litter)]
    assert names == ["documents/bagit.txt", "documents/data/items.json"]
    assert sorted(litter) == [
        *(".DS_Store", ".Trashes/", "System Volume Information/", "data/._items.json"),
        *("data/.localized", "data/Thumbs.db", "data/__MACOSX/", "data/desktop.ini"),
    ]


def test_a_folder_without_a_bag_is_none(tmp_path: Path) -> None:
    (tmp_path / "bagit.txt").mkdir()
    with pytest.raises(NotABundleError):
        bag_in(tmp_path)
