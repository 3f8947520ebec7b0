import io
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.intake import NO_ANSWERS, Answers
from app.intake.add import add
from app.intake.source_details import SourceDetails
from app.job import Job, Progress, finish
from app.review.errors import NothingToRevealError
from app.review.reveal import DisplayFilter, RevealedPicture, Reviewer, reveal, reveal_crop
from app.sandbox.frame_request import FrameRequest
from app.sandbox.frame_viewer import FrameViewerProcess
from app.sandbox.interfaces import OpenMedium
from app.scan.scan import scan
from face.errors import UnreadableMediaError
from face.types import Pixels, Reason
from storage.case import Case
from storage.errors import FaceMissingError, ItemMissingError
from storage.types import ItemState, KeptMedia, StoredFace
from tests.support.case_samples import CHEAP
from tests.support.drawn_media import video
from tests.support.fake_program import (
    ME,
    SOMEBODY,
    SOMEBODY_ELSE,
    FakeServices,
    picture,
    write_picture,
)
from tests.support.formats.locked_files import locked_zip

SHARP = DisplayFilter()


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    opened, _ = Case.create(tmp_path / "c", "pass", cost=CHEAP)
    with opened:
        yield opened


def scanned_faces(case: Case, path: Path) -> tuple[StoredFace, ...]:
    """Add a file and look at it; its faces."""
    services = FakeServices()
    finish(add(case, [path], SourceDetails()))
    pipeline = services.pipeline("open")
    finish(scan(case, lambda: services.scanner("open"), "open", pipeline))
    return case.item(1).faces


def reveals(case: Case) -> list[tuple[object, ...]]:
    """What the log says was shown, and to whom."""
    entries = [entry for entry in case.custody.entries() if entry.action == "reveal"]
    return [
        (entry.details["item"], entry.details["face"], entry.details["kind"], entry.role)
        for entry in entries
    ]


def pixels_of(shown: RevealedPicture | None) -> Pixels:
    assert shown is not None
    return np.frombuffer(shown.rgb, np.uint8).reshape(shown.height, shown.width, 3)


class FakeViewer:
    """Gives one grey pixel, or fails."""

    def __init__(self, error: Exception | None = None) -> None:
        self._error = error
        self.asked: list[FrameRequest] = []

    def show(self, source: OpenMedium, wanted: FrameRequest) -> Job[Pixels]:
        """Open the medium, as the real one does."""
        self.asked.append(wanted)
        yield Progress(0, 1)
        source()[0].close()
        if self._error is not None:
            raise self._error
        return np.full((1, 1, 3), 90, np.uint8)


def test_the_frame_with_the_face_in_its_box(case: Case, tmp_path: Path) -> None:
    first, second = scanned_faces(case, write_picture(tmp_path / "a.png", ME, SOMEBODY))
    with FrameViewerProcess() as viewer:
        for face, colour in ((first, ME), (second, SOMEBODY)):
            shown = finish(reveal(case, viewer, 1, face.number, SHARP))
            pixels = pixels_of(shown)
            assert shown.box == pytest.approx(face.face.box)
            left, top, right, bottom = shown.box or (0, 0, 0, 0)
            inside = pixels[
                round(top * shown.height) : round(bottom * shown.height),
                round(left * shown.width) : round(right * shown.width),
            ]
            assert (inside == colour).all()
            assert len(shown.rgb) == shown.width * shown.height * 3


def test_of_a_video_the_very_frame(case: Case, tmp_path: Path) -> None:
    takes = [ME, SOMEBODY, SOMEBODY_ELSE]
    frames = [np.asarray(Image.open(io.BytesIO(picture(colour)))) for colour in takes]
    (tmp_path / "v.mp4").write_bytes(video([frame for frame in frames for _ in range(20)]))
    faces = scanned_faces(case, tmp_path / "v.mp4")
    assert len({face.time_ms * 25 // 20_000 for face in faces}) == 3
    with FrameViewerProcess() as viewer:
        for face in reversed(faces):
            pixels = pixels_of(finish(reveal(case, viewer, 1, face.number, SHARP)))
            there = frames[face.time_ms * 25 // 20_000]
            assert np.abs(pixels.astype(int) - there).mean() < 12


def test_the_crop_comes_decoded_from_the_child(case: Case, tmp_path: Path) -> None:
    (face,) = scanned_faces(case, write_picture(tmp_path / "a.png", ME))
    (tmp_path / "a.png").unlink()
    with FrameViewerProcess() as viewer:
        shown = finish(reveal_crop(case, viewer, 1, face.number, SHARP))
        grey = finish(
            reveal_crop(case, viewer, 1, face.number, DisplayFilter(blur=True, grey=True))
        )
    assert shown is not None
    assert shown.box is None
    assert np.abs(pixels_of(shown).mean((0, 1)) - ME).max() < 60
    assert (pixels_of(grey) == pixels_of(grey)[:, :, :1]).all()


def test_the_display_filter_is_what_she_wants(case: Case, tmp_path: Path) -> None:
    (face,) = scanned_faces(case, write_picture(tmp_path / "a.png", ME))
    viewer = FakeViewer()
    for shown_as in (DisplayFilter(), DisplayFilter(blur=True), DisplayFilter(grey=True)):
        finish(reveal(case, viewer, 1, face.number, shown_as))
    assert [(wanted.blur > 0, wanted.grey) for wanted in viewer.asked] == [
        (False, False),
        (True, False),
        (False, True),
    ]


def test_every_reveal_is_one_entry_of_the_log(case: Case, tmp_path: Path) -> None:
    (face,) = scanned_faces(case, write_picture(tmp_path / "a.png", ME))
    viewer = FakeViewer()
    finish(reveal_crop(case, viewer, 1, face.number, SHARP, Reviewer("victim")))
    finish(reveal(case, viewer, 1, face.number, SHARP, Reviewer("counsellor")))
    assert reveals(case) == [
        (1, face.number, "crop", "victim"),
        (1, face.number, "frame", "counsellor"),
    ]
    assert case.custody.verify().ok


def test_nothing_is_shown_that_could_not_be_written_down(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (face,) = scanned_faces(case, write_picture(tmp_path / "a.png", ME))

    def full(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("storage.custody.Custody.append", full)
    with pytest.raises(OSError, match=r"^$"):
        finish(reveal(case, FakeViewer(), 1, face.number, SHARP))


def test_a_picture_that_is_not_wanted_any_more_is_not_in_the_log(
    case: Case, tmp_path: Path
) -> None:
    (face,) = scanned_faces(case, write_picture(tmp_path / "a.png", ME))
    steps = reveal(case, FakeViewer(), 1, face.number, SHARP)
    next(steps)
    steps.close()
    assert reveals(case) == []


def test_what_was_not_shown_is_not_in_the_log(case: Case, tmp_path: Path) -> None:
    (face,) = scanned_faces(case, write_picture(tmp_path / "a.png", ME))
    viewer = FakeViewer(UnreadableMediaError(Reason.DECODER_DIED))
    with pytest.raises(UnreadableMediaError):
        finish(reveal(case, viewer, 1, face.number, SHARP))
    assert reveals(case) == []


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda path: path.unlink(), Reason.GONE),
        (lambda path: path.write_bytes(picture(SOMEBODY)), Reason.CHANGED),
    ],
)
def test_content_that_is_out_of_reach_is_an_error(
    case: Case, tmp_path: Path, change: Callable[[Path], object], reason: Reason
) -> None:
    (face,) = scanned_faces(case, write_picture(tmp_path / "a.png", ME))
    change(tmp_path / "a.png")
    with FrameViewerProcess() as viewer, pytest.raises(UnreadableMediaError) as failure:
        finish(reveal(case, viewer, 1, face.number, SHARP))
    assert failure.value.reason is reason
    assert reveals(case) == []


def test_what_lies_in_a_locked_archive_is_shown_to_who_knows_the_password(
    case: Case, tmp_path: Path
) -> None:
    secret = Answers().with_password("거울 secret")
    (tmp_path / "a.zip").write_bytes(locked_zip(picture(ME), "거울 secret", name="a.png"))
    finish(add(case, [tmp_path / "a.zip"], SourceDetails(), secret))
    services = FakeServices()
    finish(scan(case, lambda: services.scanner("open"), "open", services.pipeline("open"), secret))
    (item,) = case.items(ItemState.DONE)
    face = case.item(item.item).faces[0].number
    for answers in (NO_ANSWERS, NO_ANSWERS.with_password("wrong")):
        with pytest.raises(UnreadableMediaError) as failure:
            finish(reveal(case, FakeViewer(), item.item, face, SHARP, Reviewer("", answers)))
        assert failure.value.reason is Reason.LOCKED
    shown = finish(reveal(case, FakeViewer(), item.item, face, SHARP, Reviewer("", secret)))
    assert shown.box is not None


def test_a_large_file_is_made_sure_of_step_by_step(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (face,) = scanned_faces(case, write_picture(tmp_path / "a.png", ME))
    monkeypatch.setattr("app.scan.verified_content.HASH_CHUNK_BYTES", 100)
    size = (tmp_path / "a.png").stat().st_size
    steps = list(reveal(case, FakeViewer(), 1, face.number, SHARP))[:-1]
    assert [step.done for step in steps] == [*range(100, size, 100), size]
    assert {step.total for step in steps} == {size}


def test_a_kept_original_is_shown_when_the_file_is_gone(tmp_path: Path) -> None:
    case, _ = Case.create(tmp_path / "c", "pass", media=KeptMedia.ORIGINALS, cost=CHEAP)
    with case, FrameViewerProcess() as viewer:
        (face,) = scanned_faces(case, write_picture(tmp_path / "a.png", ME))
        (tmp_path / "a.png").unlink()
        shown = finish(reveal(case, viewer, 1, face.number, SHARP))
    assert (shown.width, shown.height) == (120, 120)


def test_a_case_without_crops_has_none_to_show(tmp_path: Path) -> None:
    case, _ = Case.create(tmp_path / "c", "pass", crops=False, cost=CHEAP)
    with case:
        (face,) = scanned_faces(case, write_picture(tmp_path / "a.png", ME))
        assert finish(reveal_crop(case, FakeViewer(), 1, face.number, SHARP)) is None
        assert reveals(case) == []


def test_there_must_be_such_an_item_and_such_a_face(case: Case, tmp_path: Path) -> None:
    (face,) = scanned_faces(case, write_picture(tmp_path / "a.png", ME))
    with pytest.raises(FaceMissingError):
        finish(reveal(case, FakeViewer(), 1, face.number + 1, SHARP))
    with pytest.raises(ItemMissingError):
        finish(reveal_crop(case, FakeViewer(), 2, face.number, SHARP))


def test_a_check_copy_has_nothing_to_show(case: Case, tmp_path: Path) -> None:
    (face,) = scanned_faces(case, write_picture(tmp_path / "a.png", ME))
    case.write_check_copy(tmp_path / "copy", "pass")
    with Case.open(tmp_path / "copy", "pass", cost=CHEAP) as copy:
        for shows in (reveal, reveal_crop):
            with pytest.raises(NothingToRevealError):
                finish(shows(copy, FakeViewer(), 1, face.number, SHARP))


def test_nothing_is_left_on_the_disk(case: Case, tmp_path: Path) -> None:
    (face,) = scanned_faces(case, write_picture(tmp_path / "a.png", ME))
    before = sorted(tmp_path.rglob("*"))
    with FrameViewerProcess() as viewer:
        finish(reveal(case, viewer, 1, face.number, SHARP))
        finish(reveal_crop(case, viewer, 1, face.number, SHARP))
        assert sorted(tmp_path.rglob("*")) == before
