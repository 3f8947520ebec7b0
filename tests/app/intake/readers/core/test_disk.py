import os
import sys
import unicodedata
from pathlib import Path
from typing import Literal

import pytest

from app.intake import Obstacle, Unreadable, as_on_disk
from app.intake.readers.core.reader import Entry
from face.errors import UnreadableMediaError
from face.types import Reason
from tests.support.permissions import no_power_over_permissions
from tests.support.reading_here import open_entry, read

Form = Literal["NFC", "NFD"]


def entries(path: Path) -> list[Entry | Unreadable]:
    return [found for found in read(path) if isinstance(found, Entry | Unreadable)]


def names(path: Path) -> list[str]:
    return [entry.name for entry in entries(path)]


def test_a_file_is_one_entry_with_its_size_and_time(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(b"12345")
    (found,) = entries(path)
    assert isinstance(found, Entry)
    assert (found.path, found.name, found.size) == (str(path), "a.jpg", 5)
    assert found.mtime_ns == path.stat().st_mtime_ns


def test_a_folder_gives_everything_below_it_in_order(tmp_path: Path) -> None:
    for name in ("b.jpg", "a/z.jpg", "a/y/deep.jpg", "c.jpg"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert names(tmp_path) == ["deep.jpg", "z.jpg", "b.jpg", "c.jpg"]


def test_paths_are_absolute_so_that_they_are_found_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.jpg").touch()
    monkeypatch.chdir(tmp_path)
    (found,) = entries(Path("a.jpg"))
    assert found.path == str(tmp_path / "a.jpg")


def test_a_loop_of_links_has_an_end(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").touch()
    (tmp_path / "loop").symlink_to(tmp_path)
    found = entries(tmp_path)
    assert [entry.name for entry in found] == ["a.jpg", "loop"]
    assert found[1] == Unreadable(str(tmp_path / "loop"), "loop", Reason.LINK)


def test_a_link_to_itself_is_said(tmp_path: Path) -> None:
    (tmp_path / "self").symlink_to(tmp_path / "self")
    assert entries(tmp_path / "self") == [Unreadable(str(tmp_path / "self"), "self", Reason.LINK)]


def test_a_path_that_is_not_there_is_said(tmp_path: Path) -> None:
    (found,) = entries(tmp_path / "nowhere")
    assert isinstance(found, Unreadable)
    assert found.reason is Obstacle.MISSING


def test_a_folder_without_permission_is_said_and_the_rest_is_read(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir()
    (tmp_path / "z.jpg").touch()
    locked.chmod(0)
    try:
        with no_power_over_permissions():
            found = entries(tmp_path)
    finally:
        locked.chmod(0o700)
    assert found[0] == Unreadable(str(locked), "locked", Obstacle.FOLDER_UNREADABLE)
    assert found[1].name == "z.jpg"


def test_a_pipe_is_said_and_not_waited_for(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has no such call")
    os.mkfifo(tmp_path / "pipe")
    (found,) = entries(tmp_path)
    assert isinstance(found, Unreadable)
    assert found.reason is Obstacle.SPECIAL_FILE
    with pytest.raises(UnreadableMediaError, match="special-file"):
        open_entry(str(tmp_path / "pipe"))


def test_a_file_that_became_a_link_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")
    (tmp_path / "a.jpg").symlink_to(tmp_path / "secret")
    with pytest.raises(UnreadableMediaError, match="link"):
        open_entry(str(tmp_path / "a.jpg"))


@pytest.mark.parametrize(
    "name",
    [
        "line\nbreak.jpg",
        "\x1b[31mred.jpg",
        unicodedata.normalize("NFC", "거울.jpg"),
        unicodedata.normalize("NFD", "거울.jpg"),
        "n" * 251 + ".jpg",
        os.fsdecode(b"latin\xe9.jpg"),
    ],
)
def test_odd_names_are_kept_as_they_are(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    (found,) = entries(tmp_path)
    assert found.name == name
    with open_entry(found.path) as stream:
        assert stream.read() == b"x"


@pytest.mark.parametrize(("typed", "there"), [("NFC", "NFD"), ("NFD", "NFC")])
def test_hangul_is_found_in_either_spelling(tmp_path: Path, typed: Form, there: Form) -> None:
    (tmp_path / unicodedata.normalize(there, "거울.jpg")).touch()
    found = as_on_disk(tmp_path / unicodedata.normalize(typed, "거울.jpg"))
    assert found.exists()


def test_a_path_deeper_than_the_system_allows_is_said(tmp_path: Path) -> None:
    long = tmp_path.joinpath(*["d" * 200] * 30)
    (found,) = entries(long)
    assert isinstance(found, Unreadable)
