"""`geoul sources`."""

from pathlib import Path

import pytest

from tests.app.conftest import Geoul
from tests.support.fake_program import ME, ME_ANOTHER_DAY, SOMEBODY, SOMEBODY_ELSE, write_picture

SELF = ("--attest", "self")


@pytest.fixture
def filled(case: Path, folder: Path, geoul: Geoul) -> Path:
    """A case with a face of hers."""
    write_picture(folder / "a.png", ME, SOMEBODY_ELSE)
    assert geoul("add", case, folder).status == 0
    return case


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """Own photos, in a folder within a folder, too."""
    mine = tmp_path / "mine"
    (mine / "sea").mkdir(parents=True)
    write_picture(mine / "day.png", ME_ANOTHER_DAY)
    write_picture(mine / "sea" / "best.png", ME)
    write_picture(mine / "friend.png", SOMEBODY)
    (mine / "notes.txt").write_text("nothing")
    return mine


def test_the_likeliest_is_said_first_as_a_lead(filled: Path, photos: Path, geoul: Geoul) -> None:
    found = geoul("sources", filled, 1, photos, *SELF)
    assert found.status == 0, found.err
    lines = found.out.splitlines()
    assert lines[0] == "A photo that item 1 may be made from (look at this one first):"
    assert lines[1].strip().startswith(str(Path("sea", "best.png")))
    assert "day.png" in lines[3]
    assert "nothing resembles it: 1" in found.out
    assert "notes.txt" in found.out
    assert "not proof" in lines[-1]
    assert "%" not in found.out


def test_a_program_reads_all_of_it(filled: Path, photos: Path, geoul: Geoul) -> None:
    answer = geoul("sources", filled, 1, photos, "--json", *SELF).json
    best = str(Path("sea", "best.png"))
    assert [lead["photo"] for lead in answer["leads"]] == [best, "day.png"]
    assert answer["leads"][0] == {"photo": best, "because": "same-pose", "face": 1, "time_ms": 0}
    wanted = [
        {"photo": "friend.png", "why": "unlike"},
        {"photo": "notes.txt", "why": "not-media"},
    ]
    assert answer["others"] == wanted


def test_when_no_photo_stands_out_that_is_said(filled: Path, photos: Path, geoul: Geoul) -> None:
    found = geoul("sources", filled, 1, photos / "friend.png", "--lang", "ko", *SELF)
    assert found.status == 0
    assert "눈에 띄는 사진이 없습니다" in found.out


def test_a_folder_or_an_item_that_is_not_there_is_said(
    filled: Path, photos: Path, geoul: Geoul
) -> None:
    assert geoul("sources", filled, 1, photos / "none", *SELF).status == 1
    assert geoul("sources", filled, 7, photos, *SELF).status == 1


def test_whose_photos_they_are_has_to_be_said(filled: Path, photos: Path, geoul: Geoul) -> None:
    refused = geoul("sources", filled, 1, photos)
    assert refused.status == 2
    assert "--attest" in refused.err
