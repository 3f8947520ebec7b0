import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.handover.errors import NoHashesError, NothingToExportError
from app.handover.hash_list import HashKind, write_hash_list
from face.types import FrameHash, MediaFacts
from storage.captures import CaptureKind
from storage.case import Case
from storage.errors import BundleExistsError, CheckCopyError
from storage.types import Verdict
from tests.support.case_samples import CHEAP, add, make_case, scan_of

PICTURE = MediaFacts("image/jpeg", 640, 480, None, 1, "0f" * 32, 90)
MOMENTS = (
    FrameHash(0, "0a" * 32, 100),
    FrameHash(1040, "0b" * 32, 49),
    FrameHash(2000, "0c" * 32, 50),
)
VIDEO = MediaFacts("video/mp4", 640, 480, 3000, 6, None, None, MOMENTS)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """Two pictures that are copies, a plain one, two videos, and one that was not confirmed."""
    case, _ = make_case(tmp_path / "case")
    plain = replace(PICTURE, pdq_quality=49)
    other = replace(PICTURE, pdq="f0" * 32)
    for at, facts in enumerate(
        (PICTURE, PICTURE, plain, VIDEO, replace(VIDEO, frame_hashes=()), other)
    ):
        number = add(case, f"{at}")
        case.store_scan(number, replace(scan_of("a"), facts=facts))
        if facts is not other:
            case.decide(number, Verdict.CONFIRM)
    return case


def lines(path: Path) -> list[str]:
    return path.read_text("ascii").splitlines()


def test_pictures_are_listed_once_by_how_they_look(case: Case, tmp_path: Path) -> None:
    made = write_hash_list(case, tmp_path / "list", HashKind.PDQ)
    assert lines(tmp_path / "list") == ["0f" * 32]
    assert (made.items, made.left_out, made.lines) == ((1, 2), (3, 4, 5), 1)


def test_a_video_is_a_line_with_hash_quality_and_time_of_each_second(
    case: Case, tmp_path: Path
) -> None:
    made = write_hash_list(case, tmp_path / "list", HashKind.VPDQ)
    (line,) = lines(tmp_path / "list")
    assert json.loads(line) == [f"{'0a' * 32},100,0.000", f"{'0c' * 32},50,2.000"]
    assert (made.items, made.left_out) == ((4,), (1, 2, 3, 5))


def test_videos_are_listed_by_their_bytes(case: Case, tmp_path: Path) -> None:
    write_hash_list(case, tmp_path / "list", HashKind.MD5)
    wanted = [hashlib.md5(name, usedforsecurity=False).hexdigest() for name in (b"3", b"4")]
    assert lines(tmp_path / "list") == wanted


def test_that_it_was_done_is_in_the_custody_log(case: Case, tmp_path: Path) -> None:
    write_hash_list(case, tmp_path / "list", HashKind.PDQ, "counsellor")
    last = list(case.custody.entries())[-1]
    assert (last.action, last.role) == ("hash-list", "counsellor")
    assert last.details == {"kind": "pdq", "items": [1, 2], "person": 1}


def test_nothing_is_written_over(case: Case, tmp_path: Path) -> None:
    (tmp_path / "list").write_text("mine")
    with pytest.raises(BundleExistsError):
        write_hash_list(case, tmp_path / "list", HashKind.PDQ)
    assert (tmp_path / "list").read_text() == "mine"


def test_without_a_confirmed_item_or_such_a_hash_there_is_no_file(tmp_path: Path) -> None:
    case, _ = make_case(tmp_path / "case")
    case.store_scan(add(case, "a"), scan_of("a"))
    with pytest.raises(NothingToExportError):
        write_hash_list(case, tmp_path / "list", HashKind.PDQ)
    case.decide(1, Verdict.CONFIRM, case.item(1).faces[0].number)
    with pytest.raises(NoHashesError):
        write_hash_list(case, tmp_path / "list", HashKind.MD5)
    assert not (tmp_path / "list").exists()
    write_hash_list(case, tmp_path / "list", HashKind.PDQ)


def test_a_check_copy_has_no_hashes(case: Case, tmp_path: Path) -> None:
    case.write_check_copy(tmp_path / "copy", "x")
    with (
        Case.open(tmp_path / "copy", "x", cost=CHEAP) as copy,
        pytest.raises(CheckCopyError),
    ):
        write_hash_list(copy, tmp_path / "list", HashKind.PDQ)


def test_a_picture_of_a_screen_is_not_looked_for(case: Case, tmp_path: Path) -> None:
    case.captures.mark(2, CaptureKind.WHOLE, 1)
    made = write_hash_list(case, tmp_path / "list", HashKind.PDQ)
    assert (made.items, made.left_out) == ((1,), (2, 3, 4, 5))
