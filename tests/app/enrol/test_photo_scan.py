"""Own photos by name and number of a face, and wiping what was found in them."""

import unicodedata
from pathlib import Path

import pytest

from app.enrol.photo_feedback import Feedback, judge_photo, near_faces
from app.enrol.photo_scan import numbered_photo, wipe_scans
from face.types import Scan
from tests.support.fake_program import (
    ME,
    SOMEBODY,
    FakeServices,
    photo_bytes,
    picture,
    scan_of_photo,
    write_picture,
)


def test_a_photo_may_be_written_with_the_number_of_a_face(tmp_path: Path) -> None:
    path = write_picture(tmp_path / "us.png", ME, SOMEBODY)
    numbered = numbered_photo(Path(f"{path}:2"))
    assert (numbered.name, numbered.face) == (str(path), 2)
    assert numbered_photo(path).face is None
    stream, size = numbered.open()
    with stream:
        assert size == path.stat().st_size


def test_a_file_that_is_really_called_so_is_meant_as_a_whole(
    services: FakeServices, tmp_path: Path
) -> None:
    write_picture(tmp_path / "us.png", ME, SOMEBODY)
    path = write_picture(tmp_path / "us.png:2", ME)
    photo = numbered_photo(path)
    assert (photo.name, photo.face) == (str(path), None)
    assert judge_photo(scan_of_photo(services, photo))[0] == (Feedback.GOOD,)
    chosen = numbered_photo(Path(f"{path}:1"))
    assert (chosen.name, chosen.face) == (str(path), 1)


def test_hangul_in_either_spelling_may_have_a_number(
    services: FakeServices, tmp_path: Path
) -> None:
    write_picture(tmp_path / unicodedata.normalize("NFD", "우리 둘.png"), SOMEBODY, ME)
    photo = numbered_photo(tmp_path / unicodedata.normalize("NFC", "우리 둘.png:2"))
    assert photo.face == 2
    assert judge_photo(scan_of_photo(services, photo), photo.face)[0] == (Feedback.GOOD,)


@pytest.mark.parametrize("name", ["us.png:", "us.png:x", "us.png:-1", "us.png:2:", "us.png:²"])
def test_what_is_no_number_is_part_of_the_name(
    services: FakeServices, tmp_path: Path, name: str
) -> None:
    write_picture(tmp_path / "us.png", ME, SOMEBODY)
    photo = numbered_photo(tmp_path / name)
    assert (photo.name, photo.face) == (str(tmp_path / name), None)
    assert judge_photo(scan_of_photo(services, photo))[0] == (Feedback.MISSING,)


def test_a_name_that_is_too_long_for_any_disk_is_said_to_be_missing(
    services: FakeServices, tmp_path: Path
) -> None:
    photo = numbered_photo(tmp_path / ("n" * 5000 + ":2"))
    result = scan_of_photo(services, photo)
    assert judge_photo(result, photo.face)[1] is None


def test_wiping_leaves_nothing_of_the_faces(services: FakeServices) -> None:
    result = scan_of_photo(services, photo_bytes("", picture(ME, SOMEBODY)))
    assert isinstance(result, Scan)
    assert len(near_faces(result)) == 2
    wipe_scans([result])
    assert not any(track.embedding.any() for track in result.tracks)
