from collections.abc import Iterator
from pathlib import Path

import pytest

from app.handover.captures import CaptureDetails, add_captures, mark_capture
from app.handover.errors import CaptureOfCaptureError, NotACaptureError
from app.intake import Obstacle
from app.intake.source_details import SourceDetails
from app.job import finish
from face.types import Reason
from storage.captures import Capture, CaptureKind
from storage.case import Case
from storage.errors import CheckCopyError, ItemMissingError
from storage.types import KeptMedia
from tests.support.case_samples import CHEAP, PASSPHRASE
from tests.support.decided_case import make
from tests.support.fake_program import ME, picture


@pytest.fixture(params=[KeptMedia.NONE, KeptMedia.ORIGINALS])
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Case]:
    with make(tmp_path / "case", request.param) as made:
        yield made


@pytest.fixture
def shot(tmp_path: Path) -> Path:
    path = tmp_path / "화면.png"
    path.write_bytes(picture(ME))
    return path


@pytest.mark.parametrize("covered", [False, True])
def test_it_is_kept_where_it_may_be(case: Case, shot: Path, covered: bool) -> None:
    told = CaptureDetails(1, covered, SourceDetails("https://t.me/c/1/2", role="counsellor"))
    done = finish(add_captures(case, [shot], told))
    assert done.items == (7,)
    kept = covered or case.media is KeptMedia.ORIGINALS
    assert done.kept == ((7,) if kept else ())
    detail = case.item(7)
    assert detail.original_kept is kept
    assert (detail.sources[0].url, detail.sources[0].role) == ("https://t.me/c/1/2", "counsellor")
    assert case.captures.all() == (Capture(7, told.kind, 1),)
    *_, added, marked = case.custody.entries()
    assert (added.action, added.role, added.details["capture"]) == ("add", "counsellor", 1)
    assert (marked.action, marked.role) == ("capture", "counsellor")


def test_the_same_picture_again_is_the_same_item(case: Case, shot: Path) -> None:
    finish(add_captures(case, [shot, shot], CaptureDetails(covered=True)))
    again = finish(add_captures(case, [shot], CaptureDetails(shows=2, covered=True)))
    assert (again.items, len(case.items())) == ((7,), 7)
    assert case.captures.all() == (Capture(7, CaptureKind.COVERED, 2),)


def test_what_is_no_picture_stays_outside_and_is_said(case: Case, tmp_path: Path) -> None:
    (tmp_path / "result.json").write_text("{}")
    (tmp_path / "folder").mkdir()
    paths = [tmp_path / name for name in ("result.json", "folder", "missing")]
    done = finish(add_captures(case, paths, CaptureDetails(covered=True)))
    assert done.items == ()
    assert [each.reason for each in done.blocked] == [
        *(Reason.NOT_MEDIA, Reason.NOT_MEDIA, Obstacle.MISSING),
    ]
    assert len(case.items()) == 6


def test_an_item_of_the_case_can_be_marked(case: Case) -> None:
    mark_capture(case, 4, CaptureDetails(1, source=SourceDetails(role="self")))
    assert case.captures.all() == (Capture(4, CaptureKind.WHOLE, 1),)
    for wrong in (4, 3):
        with pytest.raises(CaptureOfCaptureError):
            mark_capture(case, 3, CaptureDetails(shows=wrong))
    with pytest.raises(ItemMissingError):
        mark_capture(case, 3, CaptureDetails(shows=99))


def test_what_was_made_from_a_photo_is_said_to_be_no_capture(case: Case) -> None:
    case.provenance.made_from(3, "0" * 64)
    with pytest.raises(NotACaptureError):
        mark_capture(case, 3, CaptureDetails(shows=1))


def test_a_check_copy_takes_none(case: Case, shot: Path, tmp_path: Path) -> None:
    case.write_check_copy(tmp_path / "copy", PASSPHRASE)
    with (
        Case.open(tmp_path / "copy", PASSPHRASE, cost=CHEAP) as copy,
        pytest.raises(CheckCopyError),
    ):
        finish(add_captures(copy, [shot], CaptureDetails()))
