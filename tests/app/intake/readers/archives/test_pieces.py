"""Archives that were cut into several files."""

from pathlib import Path

import pytest

from face.types import Reason
from tests.app.intake.readers.kept import content_of
from tests.support.formats.exports import zipped
from tests.support.formats.pictures import PICTURE
from tests.support.formats.seven_zips import seven_zipped
from tests.support.reading_here import found_at

ARCHIVES = {
    "a.zip": zipped({"a.jpg": PICTURE}, 0),
    "a.7z": seven_zipped([("a.jpg", PICTURE)], is_packed=False),
}
both = pytest.mark.parametrize("name", ARCHIVES)


def cut(folder: Path, name: str, size: int = 4000) -> list[Path]:
    """Write an archive in pieces."""
    content = ARCHIVES[name]
    starts = range(0, len(content), size)
    paths = [folder / f"{name}.{number:03}" for number, _ in enumerate(starts, 1)]
    for path, start in zip(paths, starts, strict=True):
        path.write_bytes(content[start : start + size])
    return paths


@both
def test_pieces_that_are_all_there_are_one_archive(tmp_path: Path, name: str) -> None:
    cut(tmp_path, name)
    found = found_at(tmp_path)
    (entry,) = found.entries
    assert (entry.name, content_of(entry), found.blocked) == ("a.jpg", PICTURE, [])


@both
def test_without_its_first_piece_each_says_that_it_is_one_of_several(
    tmp_path: Path, name: str
) -> None:
    first, *others = cut(tmp_path, name)
    first.unlink()
    found = found_at(tmp_path)
    assert found.entries == []
    assert [(each.name, each.reason) for each in found.blocked] == [
        (each.name, Reason.ONE_OF_SEVERAL) for each in others
    ]


@both
def test_without_its_last_piece_the_first_says_so(tmp_path: Path, name: str) -> None:
    *_, last = cut(tmp_path, name)
    last.unlink()
    reasons = {each.reason for each in found_at(tmp_path).blocked}
    assert reasons == {Reason.ONE_OF_SEVERAL}


def test_the_last_piece_of_a_spanned_zip_alone_says_so(tmp_path: Path) -> None:
    content = zipped({"a.jpg": PICTURE}, 0)
    at = content.rindex(b"PK\5\6")
    end = content[: at + 4] + b"\1\0" + content[at + 6 :]
    (tmp_path / "a.zip").write_bytes(end[5000:])
    assert {each.reason for each in found_at(tmp_path).blocked} == {Reason.ONE_OF_SEVERAL}


def test_a_zip_behind_the_mark_of_a_span_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\7\x08" + zipped({"a.jpg": PICTURE}))
    assert [content_of(each) for each in found_at(tmp_path).entries] == [PICTURE]


def test_a_picture_that_is_named_as_a_piece_is_a_picture(tmp_path: Path) -> None:
    cut(tmp_path, "a.zip")
    (tmp_path / "b.zip.002").write_bytes(PICTURE)
    assert sorted(found_at(tmp_path).names()) == ["a.jpg", "b.zip.002"]
