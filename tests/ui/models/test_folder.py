import os
from pathlib import Path

import pytest

from app.job import finish
from ui.models.folder import (
    PAGE,
    PathKind,
    name_exists,
    read_folder,
    resolve_typed_path,
    start_folders,
)


def test_a_folder_of_several_pages_is_in_order(tmp_path: Path) -> None:
    for number in range(PAGE + 20):
        (tmp_path / f"{number:04}").touch()
    (tmp_path / "z").mkdir()
    entries = finish(read_folder(tmp_path))
    assert entries[0].name == "z"
    assert [entry.name for entry in entries[1:]] == [f"{n:04}" for n in range(PAGE + 20)]


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such"):
        finish(read_folder(tmp_path / "gone"))


def test_a_name_that_is_no_text_is_listed(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"\xff.jpg")).touch()
    except OSError:
        pytest.skip("this disk takes text only")
    (entry,) = finish(read_folder(tmp_path))
    assert os.fsencode(entry.name) == b"\xff.jpg"


def test_a_hangul_name_is_found_in_either_spelling(tmp_path: Path) -> None:
    (tmp_path / "\u1109\u1161").touch()  # as a Mac writes it
    assert name_exists(tmp_path / "\uc0ac")
    assert resolve_typed_path("\uc0ac", tmp_path) == (tmp_path / "\u1109\u1161", PathKind.FILE)


def test_what_no_path_can_be_leads_nowhere(tmp_path: Path) -> None:
    assert resolve_typed_path("a\0b", tmp_path)[1] is PathKind.NOTHING
    assert not name_exists(tmp_path / "a\0b")


def test_the_own_folder_is_the_first_place() -> None:
    assert start_folders()[0] == Path.home()
