from pathlib import Path

import numpy as np
import pytest

from app.enrol import (
    MOST_PHOTOS,
    Feedback,
    NamedOpener,
    OwnPhoto,
    photo_file,
)
from app.errors import OwnPhotosUnusableError
from app.job import finish
from app.own_face import ChallengeResult, OwnFace
from face.errors import PackMismatchError
from face.types import Reason
from tests.app.fakes import (
    ME,
    ME_ANOTHER_DAY,
    SOMEBODY,
    Colour,
    FakeProgram,
    embedding,
    photo_bytes,
    picture,
)


@pytest.fixture
def own() -> OwnFace:
    return OwnFace()


def photo(*faces: Colour, name: str = "me.png") -> NamedOpener:
    return photo_bytes(name, picture(*faces))


def give(
    own: OwnFace,
    program: FakeProgram,
    *photos: NamedOpener,
    challenge: ChallengeResult = ChallengeResult.NONE,
) -> tuple[OwnPhoto, ...]:
    with program.looker("open") as looker:
        return finish(own.add(photos, looker, challenge))


def test_photos_are_given_one_at_a_time_and_kept(own: OwnFace, program: FakeProgram) -> None:
    (first,) = give(own, program, photo(ME))
    (second,) = give(own, program, photo(ME_ANOTHER_DAY, name="another.png"))
    assert first == OwnPhoto("me.png", (Feedback.GOOD,))
    assert own.photos == own.used == (first, second)
    assert (first.number, second.number) == (1, 2)
    with own.template() as template:
        np.testing.assert_allclose(
            template.embeddings, [embedding(ME), embedding(ME_ANOTHER_DAY)], atol=1e-6
        )
        assert (template.pack, template.pipeline) == ("open", program.pipeline("open"))


def test_what_cannot_be_used_is_kept_as_feedback_only(
    own: OwnFace, program: FakeProgram, tmp_path: Path
) -> None:
    (tmp_path / "x.png").write_text("text")
    give(own, program, photo_file(tmp_path / "x.png"), photo(), photo(ME), photo(ME, SOMEBODY))
    assert [each.feedback for each in own.photos] == [
        (Feedback.UNREADABLE,),
        (Feedback.NO_FACE,),
        (Feedback.GOOD,),
        (Feedback.SEVERAL_FACES,),
    ]
    assert own.photos[0].reason is Reason.NOT_MEDIA
    assert own.used == own.photos[2:3]
    assert own.template().embeddings.shape == (1, 128)


@pytest.mark.parametrize("faces", [(), (ME, SOMEBODY)])
def test_without_a_photo_that_can_be_used_there_is_no_template(
    own: OwnFace, program: FakeProgram, faces: tuple[Colour, ...]
) -> None:
    given = give(own, program, photo(*faces))
    with pytest.raises(OwnPhotosUnusableError) as caught:
        own.template()
    assert caught.value.photos == given
    assert own.pack == ""


def test_the_same_photo_counts_once_also_later(own: OwnFace, program: FakeProgram) -> None:
    first, second = give(own, program, photo(ME), photo(ME))
    (third,) = give(own, program, photo(ME))
    assert first.used
    assert second.feedback == third.feedback == (Feedback.TWICE,)
    assert len(own.template().embeddings) == 1


def test_a_photo_beyond_the_most_is_not_used(own: OwnFace, program: FakeProgram) -> None:
    days = [photo((200, 40, 60 + 20 * day)) for day in range(MOST_PHOTOS + 1)]
    *taken, last = give(own, program, *days)
    assert all(each.used for each in taken)
    assert last.feedback == (Feedback.TOO_MANY,)
    own.remove(taken[0].number)
    assert give(own, program, days[-1])[0].used


def test_a_removed_photo_is_overwritten(own: OwnFace, program: FakeProgram) -> None:
    first, second = give(own, program, photo(ME), photo(ME_ANOTHER_DAY))
    kept = own._kept[0]
    own.remove(first.number)
    own.remove(first.number)
    assert own.photos == (second,)
    assert kept.embedding is not None
    assert not kept.embedding.any()
    np.testing.assert_allclose(own.template().embeddings, [embedding(ME_ANOTHER_DAY)], atol=1e-6)


def test_forgetting_overwrites_faces_and_pictures(own: OwnFace, program: FakeProgram) -> None:
    give(own, program, photo(ME), photo(ME_ANOTHER_DAY))
    kept = list(own._kept)
    own.forget()
    assert (own.photos, own.crop(), own.pack) == ((), None, "")
    for each in kept:
        assert each.embedding is not None
        assert each.crop
        assert not each.embedding.any()
        assert not any(each.crop)


def test_the_template_is_a_copy_and_wiped_at_the_end(own: OwnFace, program: FakeProgram) -> None:
    give(own, program, photo(ME))
    with own.template() as template:
        assert template.embeddings.any()
    assert not template.embeddings.any()
    assert own.template().embeddings.any()


def test_a_stopped_look_keeps_none_of_its_photos(own: OwnFace, program: FakeProgram) -> None:
    with program.looker("open") as looker:
        job = own.add([photo(ME), photo(ME_ANOTHER_DAY)], looker)
        while next(job).done < 1:
            pass
        job.close()
    assert own.photos == ()


def test_a_small_picture_of_the_face_is_there_to_be_shown(
    own: OwnFace, program: FakeProgram
) -> None:
    dark, good = give(own, program, photo((60, 20, 20)), photo(ME))
    assert own.crop() == own.crop(good.number) != own.crop(dark.number)
    assert (own.crop() or b"").startswith(b"\xff\xd8")
    assert own.crop(99) is None


def test_photos_of_two_people_are_said(own: OwnFace, program: FakeProgram) -> None:
    assert own.differ(program.calibration) is None
    give(own, program, photo(ME), photo(ME_ANOTHER_DAY, name="again.png"))
    assert own.differ(program.calibration) is None
    (other,) = give(own, program, photo(SOMEBODY, name="other.png"))
    assert other in (own.differ(program.calibration) or ())


def test_faces_of_two_versions_are_never_side_by_side(own: OwnFace, program: FakeProgram) -> None:
    give(own, program, photo(ME))
    program.version = "another"
    with pytest.raises(PackMismatchError):
        give(own, program, photo(ME_ANOTHER_DAY))
    own.forget()
    give(own, program, photo(ME_ANOTHER_DAY))
    assert own.template().pipeline == "another"


def test_what_the_camera_asked_is_remembered_while_such_a_photo_is_used(
    own: OwnFace, program: FakeProgram
) -> None:
    give(own, program, photo(ME))
    assert own.template().challenge is ChallengeResult.NONE
    (live,) = give(own, program, photo(ME_ANOTHER_DAY), challenge=ChallengeResult.PASSED)
    give(own, program, photo(ME), challenge=ChallengeResult.SKIPPED)
    assert own.template().challenge is ChallengeResult.PASSED
    own.remove(live.number)
    assert own.template().challenge is ChallengeResult.NONE
