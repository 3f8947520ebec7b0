from pathlib import Path

import numpy as np
import pytest

from app.enrol import Feedback, OwnPhoto, Template, enrol
from app.errors import OwnPhotosUnusableError
from app.job import finish
from face.types import Reason
from tests.app.fakes import (
    ME,
    ME_ANOTHER_DAY,
    SOMEBODY,
    Colour,
    FakeProgram,
    embedding,
    write_picture,
)
from tests.app.powers import no_power_over_permissions


def enrolled(program: FakeProgram, *photos: Path) -> Template:
    with program.looker("open") as looker:
        return finish(enrol(photos, looker))


def feedback(program: FakeProgram, tmp_path: Path, photo: Path) -> tuple[Feedback, ...]:
    good = write_picture(tmp_path / "good.png", ME_ANOTHER_DAY)
    return enrolled(program, good, photo).photos[1].feedback


def test_a_good_photo_is_said_to_be_good(program: FakeProgram, tmp_path: Path) -> None:
    template = enrolled(program, write_picture(tmp_path / "me.png", ME))
    assert template.photos == (OwnPhoto("me.png", (Feedback.GOOD,)),)
    np.testing.assert_allclose(template.embeddings, [embedding(ME)], atol=1e-6)


@pytest.mark.parametrize(
    ("faces", "size", "said"),
    [
        ((), (80, 80), Feedback.NO_FACE),
        ((ME, SOMEBODY), (80, 80), Feedback.SEVERAL_FACES),
        ((ME,), (20, 20), Feedback.TOO_SMALL),
        ((ME,), (40, 40), Feedback.SMALL),
        ((ME,), (80, 160), Feedback.BLURRED),
        ((ME,), (160, 80), Feedback.TURNED_AWAY),
        (((60, 20, 20),), (80, 80), Feedback.TOO_DARK),
    ],
)
def test_each_photo_gets_plain_feedback(
    program: FakeProgram,
    tmp_path: Path,
    faces: tuple[Colour, ...],
    size: tuple[int, int],
    said: Feedback,
) -> None:
    photo = write_picture(tmp_path / "photo.png", *faces, size=size)
    assert feedback(program, tmp_path, photo) == (said,)


@pytest.mark.parametrize("number", [0, 2])
def test_alone_a_photo_with_no_or_several_faces_is_refused(
    program: FakeProgram, tmp_path: Path, number: int
) -> None:
    photo = write_picture(tmp_path / "photo.png", *[ME, SOMEBODY][:number])
    with pytest.raises(OwnPhotosUnusableError) as caught:
        enrolled(program, photo)
    assert not caught.value.photos[0].used


def test_what_cannot_be_read_is_said_with_its_reason(program: FakeProgram, tmp_path: Path) -> None:
    (tmp_path / "x.png").write_text("text")
    good = write_picture(tmp_path / "good.png", ME)
    photos = enrolled(program, tmp_path / "x.png", tmp_path / "nowhere.png", good).photos
    assert [photo.reason for photo in photos] == [Reason.NOT_MEDIA, Reason.GONE, None]
    assert [photo.used for photo in photos] == [False, False, True]
    assert photos[1].feedback == (Feedback.MISSING,)


def test_a_photo_out_of_reach_is_said_as_such(program: FakeProgram, tmp_path: Path) -> None:
    good, locked = (write_picture(tmp_path / name, ME) for name in ("good.png", "locked.png"))
    locked.chmod(0)
    with no_power_over_permissions():
        photos = enrolled(program, good, locked, tmp_path).photos
    assert [photo.feedback for photo in photos[1:]] == [(Feedback.LOCKED,), (Feedback.MISSING,)]


def test_the_same_photo_twice_counts_once(program: FakeProgram, tmp_path: Path) -> None:
    photo = write_picture(tmp_path / "me.png", ME)
    template = enrolled(program, photo, photo)
    assert template.photos[1].feedback == (Feedback.TWICE,)
    assert len(template.embeddings) == 1


def test_the_template_is_wiped_at_the_end(program: FakeProgram, tmp_path: Path) -> None:
    with enrolled(program, write_picture(tmp_path / "me.png", ME)) as template:
        assert template.embeddings.any()
    assert not template.embeddings.any()


def test_the_order_of_the_rows_is_that_of_the_used_photos(
    program: FakeProgram, tmp_path: Path
) -> None:
    empty = write_picture(tmp_path / "empty.png")
    first = write_picture(tmp_path / "first.png", ME)
    second = write_picture(tmp_path / "second.png", ME_ANOTHER_DAY)
    template = enrolled(program, empty, first, second)
    assert [photo.name for photo in template.used] == ["first.png", "second.png"]
    np.testing.assert_allclose(template.embeddings[1], embedding(ME_ANOTHER_DAY), atol=1e-6)
