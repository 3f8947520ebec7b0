from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.enrol.errors import OwnFaceNotChosenError, OwnPhotosUnusableError
from app.enrol.kept_photo import ChallengeResult, OfferFaces
from app.enrol.own_face import OwnFace
from app.enrol.photo_feedback import MOST_PHOTOS, Feedback, OwnPhoto
from app.intake.photo_file import NamedOpener, photo_file
from app.job import finish
from face.errors import PackMismatchError
from face.types import Reason
from tests.support.fake_program import (
    CROWD,
    ME,
    ME_ANOTHER_DAY,
    MY_NUMBER,
    SOMEBODY,
    SOMEBODY_ELSE,
    WIDTHS,
    Colour,
    FakeServices,
    embedding,
    photo_bytes,
    picture,
    scene,
    write_picture,
)


@pytest.fixture
def own() -> OwnFace:
    return OwnFace()


def photo(*faces: Colour, name: str = "me.png") -> NamedOpener:
    return photo_bytes(name, picture(*faces))


def give(
    own: OwnFace,
    services: FakeServices,
    *photos: NamedOpener,
    challenge: ChallengeResult = ChallengeResult.NONE,
    ask: OfferFaces = OfferFaces.NEVER,
) -> tuple[OwnPhoto, ...]:
    with services.scanner("open") as scanner:
        return finish(own.add(photos, scanner, challenge, ask))


def test_photos_are_given_one_at_a_time_and_kept(own: OwnFace, services: FakeServices) -> None:
    (first,) = give(own, services, photo(ME))
    (second,) = give(own, services, photo(ME_ANOTHER_DAY, name="another.png"))
    assert first == OwnPhoto("me.png", (Feedback.GOOD,))
    assert own.photos == own.used == (first, second)
    assert (first.number, second.number) == (1, 2)
    with own.template() as template:
        np.testing.assert_allclose(
            template.embeddings, [embedding(ME), embedding(ME_ANOTHER_DAY)], atol=1e-6
        )
        assert (template.pack, template.pipeline) == ("open", services.pipeline("open"))


def test_what_cannot_be_used_is_kept_as_feedback_only(
    own: OwnFace, services: FakeServices, tmp_path: Path
) -> None:
    (tmp_path / "x.png").write_text("text")
    give(own, services, photo_file(tmp_path / "x.png"), photo(), photo(ME), photo(ME, SOMEBODY))
    assert [each.feedback for each in own.photos] == [
        (Feedback.UNREADABLE,),
        (Feedback.NO_FACE,),
        (Feedback.GOOD,),
        (Feedback.SEVERAL_FACES,),
    ]
    assert own.photos[0].reason is Reason.NOT_MEDIA
    assert own.used == own.photos[2:3]
    assert own.template().embeddings.shape == (1, sum(WIDTHS))


@pytest.mark.parametrize("faces", [(), (ME, SOMEBODY)])
def test_without_a_photo_that_can_be_used_there_is_no_template(
    own: OwnFace, services: FakeServices, faces: tuple[Colour, ...]
) -> None:
    given = give(own, services, photo(*faces))
    with pytest.raises(OwnPhotosUnusableError) as caught:
        own.template()
    assert caught.value.photos == given
    assert own.pack == ""


def test_the_same_photo_counts_once_also_later(own: OwnFace, services: FakeServices) -> None:
    first, second = give(own, services, photo(ME), photo(ME))
    (third,) = give(own, services, photo(ME))
    assert first.used
    assert second.feedback == third.feedback == (Feedback.TWICE,)
    assert len(own.template().embeddings) == 1


def test_a_photo_beyond_the_most_is_not_used(own: OwnFace, services: FakeServices) -> None:
    days = [photo((200, 40, 60 + 20 * day)) for day in range(MOST_PHOTOS + 1)]
    *taken, last = give(own, services, *days)
    assert all(each.used for each in taken)
    assert last.feedback == (Feedback.TOO_MANY,)
    own.remove(taken[0].number)
    assert give(own, services, days[-1])[0].used


def test_a_removed_photo_is_overwritten(own: OwnFace, services: FakeServices) -> None:
    first, second = give(own, services, photo(ME), photo(ME_ANOTHER_DAY))
    kept = own._kept[0]
    own.remove(first.number)
    own.remove(first.number)
    assert own.photos == (second,)
    assert kept.embedding is not None
    assert not kept.embedding.any()
    np.testing.assert_allclose(own.template().embeddings, [embedding(ME_ANOTHER_DAY)], atol=1e-6)


def test_forgetting_overwrites_faces_and_pictures(own: OwnFace, services: FakeServices) -> None:
    give(own, services, photo(ME), photo(ME_ANOTHER_DAY))
    kept = list(own._kept)
    own.forget()
    assert (own.photos, own.crop(), own.pack) == ((), None, "")
    for each in kept:
        assert each.embedding is not None
        assert each.crop
        assert not each.embedding.any()
        assert not any(each.crop)


def test_the_template_is_a_copy_and_wiped_at_the_end(own: OwnFace, services: FakeServices) -> None:
    give(own, services, photo(ME))
    with own.template() as template:
        assert template.embeddings.any()
    assert not template.embeddings.any()
    assert own.template().embeddings.any()


def test_a_stopped_look_keeps_none_of_its_photos(own: OwnFace, services: FakeServices) -> None:
    with services.scanner("open") as scanner:
        job = own.add([photo(ME), photo(ME_ANOTHER_DAY)], scanner)
        while next(job).done < 1:
            pass
        job.close()
    assert own.photos == ()


def test_a_small_picture_of_the_face_is_there_to_be_shown(
    own: OwnFace, services: FakeServices
) -> None:
    dark, good = give(own, services, photo((60, 20, 20)), photo(ME))
    assert own.crop() == own.crop(good.number) != own.crop(dark.number)
    assert (own.crop() or b"").startswith(b"\xff\xd8")
    assert own.crop(99) is None


def test_photos_of_two_people_are_said(own: OwnFace, services: FakeServices) -> None:
    assert own.differ(services.calibration) is None
    give(own, services, photo(ME), photo(ME_ANOTHER_DAY, name="again.png"))
    assert own.differ(services.calibration) is None
    (other,) = give(own, services, photo(SOMEBODY, name="other.png"))
    assert other in (own.differ(services.calibration) or ())


def test_faces_of_two_versions_are_never_side_by_side(own: OwnFace, services: FakeServices) -> None:
    give(own, services, photo(ME))
    services.version = "another"
    with pytest.raises(PackMismatchError):
        give(own, services, photo(ME_ANOTHER_DAY))
    own.forget()
    give(own, services, photo(ME_ANOTHER_DAY))
    assert own.template().pipeline == "another"


def test_what_the_camera_asked_is_remembered_while_such_a_photo_is_used(
    own: OwnFace, services: FakeServices
) -> None:
    give(own, services, photo(ME))
    assert own.template().challenge is ChallengeResult.NONE
    (live,) = give(own, services, photo(ME_ANOTHER_DAY), challenge=ChallengeResult.PASSED)
    give(own, services, photo(ME), challenge=ChallengeResult.SKIPPED)
    assert own.template().challenge is ChallengeResult.PASSED
    own.remove(live.number)
    assert own.template().challenge is ChallengeResult.NONE


# a photo of several people


@pytest.fixture
def crowd() -> NamedOpener:
    return photo_bytes("crowd.png", CROWD)


def ask(own: OwnFace, services: FakeServices, *photos: NamedOpener) -> tuple[OwnPhoto, ...]:
    return give(own, services, *photos, ask=OfferFaces.IF_UNCLEAR)


def test_a_photo_with_a_number_is_used_like_any_other(own: OwnFace, services: FakeServices) -> None:
    (chosen,) = give(own, services, replace(photo_bytes("crowd.png", CROWD), face=MY_NUMBER))
    assert (chosen.feedback, chosen.face, chosen.label) == ((Feedback.GOOD,), 4, "crowd.png:4")
    np.testing.assert_allclose(own.template().embeddings, [embedding(ME)], atol=1e-6)


def test_of_a_photo_that_nobody_is_asked_about_no_face_is_kept(
    own: OwnFace, services: FakeServices, crowd: NamedOpener
) -> None:
    (photo,) = give(own, services, crowd)
    assert photo.feedback == (Feedback.SEVERAL_FACES,)
    assert (photo.found, len(photo.faces), photo.waits) == (4, 4, False)
    assert own.offered(photo.number) == ()
    assert not any(kept.holds_a_face or kept.source for kept in own._kept)


def test_a_photo_of_several_waits_and_offers_all_of_them(
    own: OwnFace, services: FakeServices, crowd: NamedOpener
) -> None:
    (waiting,) = ask(own, services, crowd)
    assert waiting.waits
    assert not waiting.used
    offered = own.offered(waiting.number)
    assert [face for face, _ in offered] == list(waiting.faces)
    assert all(crop is not None and crop.startswith(b"\xff\xd8") for _, crop in offered)
    assert (own.used, own.crop(), own.pack) == ((), None, "open")


def test_only_the_chosen_face_is_kept_and_the_others_are_overwritten(
    own: OwnFace, services: FakeServices, crowd: NamedOpener
) -> None:
    (waiting,) = ask(own, services, crowd)
    offered, pictures = own._kept[0].offered, own.offered(waiting.number)
    own.choose(waiting.number, MY_NUMBER)
    (chosen,) = own.photos
    assert (chosen.feedback, chosen.face, chosen.number) == ((Feedback.GOOD,), 4, waiting.number)
    np.testing.assert_allclose(own.template().embeddings, [embedding(ME)], atol=1e-6)
    assert own.crop(chosen.number) == pictures[MY_NUMBER - 1][1]
    assert own.offered(waiting.number) == ()
    assert len(offered) == 4
    for face in offered:
        assert not face.embedding.any()
        assert face.crop
        assert not any(face.crop)


@pytest.mark.parametrize("end", ["forget", "remove"])
def test_a_photo_that_waits_is_overwritten_when_it_goes(
    own: OwnFace, services: FakeServices, crowd: NamedOpener, end: str
) -> None:
    (waiting,) = ask(own, services, crowd)
    offered = own._kept[0].offered
    if end == "forget":
        own.forget()
    else:
        own.remove(waiting.number)
    assert own.photos == ()
    for face in offered:
        assert not face.embedding.any()
        assert not any(face.crop or b"?")


def test_choosing_twice_or_what_is_not_there_changes_nothing(
    own: OwnFace, services: FakeServices, crowd: NamedOpener
) -> None:
    (waiting,) = ask(own, services, crowd)
    own.choose(waiting.number, 5)
    own.choose(waiting.number + 1, 1)
    assert own.photos[0].waits
    own.choose(waiting.number, MY_NUMBER)
    own.choose(waiting.number, 1)
    assert own.photos[0].face == MY_NUMBER


def test_a_chosen_face_that_is_too_small_is_refused_and_overwritten(
    own: OwnFace, services: FakeServices
) -> None:
    squares = (SOMEBODY, 20, 20, 80), (SOMEBODY_ELSE, 140, 20, 80), (ME, 260, 20, 20)
    (waiting,) = ask(own, services, photo_bytes("us.png", scene(*squares, size=(320, 120))))
    offered = own._kept[0].offered
    own.choose(waiting.number, 3)
    assert own.photos[0].feedback == (Feedback.TOO_SMALL,)
    assert not own.photos[0].used
    assert not any(face.embedding.any() for face in offered)
    assert own._rows() == []


def test_a_chosen_face_that_is_there_already_counts_once(
    own: OwnFace, services: FakeServices, crowd: NamedOpener
) -> None:
    first, second = ask(own, services, crowd, crowd)
    own.choose(first.number, MY_NUMBER)
    own.choose(second.number, MY_NUMBER)
    assert own.photos[1].feedback == (Feedback.TWICE,)
    assert len(own._rows()) == 1


def test_a_chosen_face_beyond_the_most_is_not_used(
    own: OwnFace, services: FakeServices, crowd: NamedOpener
) -> None:
    (waiting,) = ask(own, services, crowd)
    give(own, services, *(photo((200, 40, 60 + 20 * day)) for day in range(MOST_PHOTOS)))
    own.choose(waiting.number, 1)
    assert own.photos[0].feedback == (Feedback.TOO_MANY,)


def test_the_place_among_the_photos_stays(own: OwnFace, services: FakeServices) -> None:
    first, _second = ask(own, services, photo(SOMEBODY, ME), photo(ME_ANOTHER_DAY))
    own.choose(first.number, 2)
    np.testing.assert_allclose(
        own.template().embeddings, [embedding(ME), embedding(ME_ANOTHER_DAY)], atol=1e-6
    )


def test_two_people_are_said_of_chosen_faces_too(own: OwnFace, services: FakeServices) -> None:
    first, second = ask(own, services, *[photo(ME, SOMEBODY, name="us.png")] * 2)
    own.choose(first.number, 1)
    own.choose(second.number, 2)
    pair = own.differ(services.calibration)
    assert pair is not None
    assert {each.label for each in pair} == {"us.png:1", "us.png:2"}


@pytest.mark.parametrize("asked", list(OfferFaces))
def test_without_a_chosen_face_there_is_no_template_and_the_error_says_why(
    own: OwnFace, services: FakeServices, crowd: NamedOpener, asked: OfferFaces
) -> None:
    given = give(own, services, crowd, photo(), ask=asked)
    with pytest.raises(OwnFaceNotChosenError) as caught:
        own.template()
    assert caught.value.photos == given


def test_faces_that_wait_count_for_the_version_too(
    own: OwnFace, services: FakeServices, crowd: NamedOpener
) -> None:
    (waiting,) = ask(own, services, crowd)
    services.version = "another"
    with pytest.raises(PackMismatchError):
        give(own, services, photo(ME_ANOTHER_DAY))
    own.choose(waiting.number, MY_NUMBER)
    assert own.template().pipeline != "another"


# another face, after all


def again(own: OwnFace, services: FakeServices, number: int) -> None:
    with services.scanner("open") as scanner:
        finish(own.ask_again(number, scanner))


def test_another_face_can_be_chosen_in_a_photo_of_several(
    own: OwnFace, services: FakeServices, crowd: NamedOpener
) -> None:
    (waiting,) = ask(own, services, crowd)
    assert own.several == frozenset()
    own.choose(waiting.number, 1)
    assert own.several == {waiting.number}
    wrong = own._kept[0]
    again(own, services, waiting.number)
    assert wrong.embedding is not None
    assert not wrong.embedding.any()
    assert own.photos[0].waits
    own.choose(waiting.number, MY_NUMBER)
    np.testing.assert_allclose(own.template().embeddings, [embedding(ME)], atol=1e-6)


def test_somebody_in_the_background_can_be_chosen_after_all(
    own: OwnFace, services: FakeServices
) -> None:
    content = scene((SOMEBODY, 20, 20, 160), (ME, 220, 60, 62), size=(320, 200))
    (used,) = ask(own, services, photo_bytes("us.png", content))
    assert used.feedback == (Feedback.BACKGROUND,)
    again(own, services, used.number)
    own.choose(used.number, 2)
    assert own.photos[0].feedback == (Feedback.GOOD,)
    np.testing.assert_allclose(own.template().embeddings, [embedding(ME)], atol=1e-6)


def test_in_a_photo_of_one_nothing_else_can_be_chosen(own: OwnFace, services: FakeServices) -> None:
    (alone,) = ask(own, services, photo(ME))
    assert own.several == frozenset()
    again(own, services, alone.number)
    again(own, services, alone.number + 1)
    assert own.used == (alone,)


def test_a_photo_that_is_gone_by_then_is_said_to_be(
    own: OwnFace, services: FakeServices, tmp_path: Path
) -> None:
    path = write_picture(tmp_path / "us.png", ME, SOMEBODY)
    (waiting,) = ask(own, services, photo_file(path))
    own.choose(waiting.number, 1)
    path.unlink()
    again(own, services, waiting.number)
    assert own.photos[0].feedback == (Feedback.MISSING,)
    assert own._rows() == []


def test_a_photo_that_was_removed_meanwhile_stays_removed(
    own: OwnFace, services: FakeServices, crowd: NamedOpener
) -> None:
    (waiting,) = ask(own, services, crowd)
    own.choose(waiting.number, 1)
    with services.scanner("open") as scanner:
        job = own.ask_again(waiting.number, scanner)
        next(job)
        own.remove(waiting.number)
        finish(job)
    assert own.photos == ()
