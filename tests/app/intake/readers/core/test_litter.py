from pathlib import Path

import pytest

from app.intake import Entry, Obstacle, Reading, Unreadable
from app.intake.readers.core.litter import is_litter
from tests.support.formats.exports import zipped
from tests.support.formats.pictures import PICTURE
from tests.support.reading_here import found_at

LITTER = {
    "._a.jpg": b"\0\5\x16\7" + bytes(80),
    ".DS_Store": b"\0\0\0\1Bud1" + bytes(80),
    "Thumbs.db": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "desktop.ini": "\ufeff[.ShellClassInfo]\r\n".encode("utf-16-le"),
}


@pytest.mark.parametrize("name", LITTER)
def test_what_only_has_such_a_name_is_content(tmp_path: Path, name: str) -> None:
    assert is_litter(name, LITTER[name])
    assert not is_litter("a.bin", LITTER[name])
    (tmp_path / name).write_bytes(PICTURE)
    assert found_at(tmp_path).names() == [name]


def test_in_an_archive_it_is_neither_content_nor_a_failure(tmp_path: Path) -> None:
    inside = {"a.jpg": PICTURE, **{f"__MACOSX/{name}": each for name, each in LITTER.items()}}
    (tmp_path / "a.zip").write_bytes(zipped(inside))
    found = found_at(tmp_path)
    assert found.names() == ["a.jpg"]
    assert {each.reason for each in found.blocked} == {Obstacle.SYSTEM_FILE}
    assert {each.name for each in found.blocked} == set(LITTER)


def test_beside_photos_it_needs_no_child(tmp_path: Path) -> None:
    for name, content in {"a.jpg": PICTURE, **LITTER}.items():
        (tmp_path / name).write_bytes(content)
    reading = Reading()
    with reading:
        found = list(reading.read(tmp_path))
        assert reading._process._child is None
    assert [each.name for each in found if isinstance(each, Entry)] == ["a.jpg"]
    left = [each for each in found if isinstance(each, Unreadable)]
    assert {(each.name, each.reason) for each in left} == {
        (name, Obstacle.SYSTEM_FILE) for name in LITTER
    }
