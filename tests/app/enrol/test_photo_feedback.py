from pathlib import Path

import numpy as np
import pytest

from app.enrol.photo_feedback import (
    MOST_OFFERED,
    Feedback,
    NumberedFace,
    faces_to_choose_from,
    in_reading_order,
    judge_photo,
)
from app.enrol.reading_order import FacePlace
from app.intake.photo_file import photo_file
from face.errors import UnreadableMediaError
from face.types import Reason, Scan
from tests.support.fake_program import (
    CROWD,
    ME,
    MY_NUMBER,
    SOMEBODY,
    Colour,
    FakeServices,
    embedding,
    photo_bytes,
    picture,
    scan_of_photo,
    scene,
    write_picture,
)
from tests.support.permissions import no_power_over_permissions


def of_picture(
    services: FakeServices, *faces: Colour, size: tuple[int, int] = (80, 80)
) -> Scan | UnreadableMediaError:
    return scan_of_photo(services, photo_bytes("", picture(*faces, size=size)))


@pytest.mark.parametrize(
    ("faces", "size", "said"),
    [
        ((ME,), (80, 80), Feedback.GOOD),
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
    services: FakeServices, faces: tuple[Colour, ...], size: tuple[int, int], said: Feedback
) -> None:
    feedback, face = judge_photo(of_picture(services, *faces, size=size))
    assert feedback == (said,)
    refused = {Feedback.NO_FACE, Feedback.SEVERAL_FACES, Feedback.TOO_SMALL}
    assert (face is None) == (said in refused)


def test_a_photo_from_the_disk_and_one_from_memory_are_seen_alike(
    services: FakeServices, tmp_path: Path
) -> None:
    path = write_picture(tmp_path / "me.png", ME)
    photos = photo_file(path), photo_bytes("me.png", path.read_bytes())
    first, second = (judge_photo(scan_of_photo(services, photo))[1] for photo in photos)
    assert [photo.name for photo in photos] == ["me.png", "me.png"]
    assert first is not None
    assert second is not None
    np.testing.assert_array_equal(first.embedding, second.embedding)


def test_what_cannot_be_read_is_said(services: FakeServices, tmp_path: Path) -> None:
    (tmp_path / "x.png").write_text("text")
    paths = tmp_path / "x.png", tmp_path / "nowhere.png", tmp_path
    feedback = [judge_photo(scan_of_photo(services, photo_file(path)))[0] for path in paths]
    assert feedback == [(Feedback.UNREADABLE,), (Feedback.MISSING,), (Feedback.MISSING,)]


def test_a_photo_out_of_reach_is_said_as_such(services: FakeServices, tmp_path: Path) -> None:
    locked = write_picture(tmp_path / "locked.png", ME)
    locked.chmod(0)
    with no_power_over_permissions():
        result = scan_of_photo(services, photo_file(locked))
    assert isinstance(result, UnreadableMediaError)
    assert result.reason is Reason.UNREADABLE_FILE
    assert judge_photo(result) == ((Feedback.LOCKED,), None)


# which face is hers


def scan_of(services: FakeServices, content: bytes) -> Scan:
    result = scan_of_photo(services, photo_bytes("", content))
    assert isinstance(result, Scan)
    return result


def test_a_number_says_which_face_is_hers(services: FakeServices) -> None:
    scan = scan_of(services, CROWD)
    assert judge_photo(scan) == ((Feedback.SEVERAL_FACES,), None)
    feedback, face = judge_photo(scan, MY_NUMBER)
    assert feedback == (Feedback.GOOD,)
    assert face is not None
    np.testing.assert_allclose(face.embedding, embedding(ME), atol=1e-6)


@pytest.mark.parametrize("number", [0, 5, 10**8])
def test_a_number_that_no_face_has_is_said(services: FakeServices, number: int) -> None:
    assert judge_photo(scan_of(services, CROWD), number) == ((Feedback.NO_SUCH_FACE,), None)


def test_a_lone_face_is_the_first_and_the_only_one(services: FakeServices) -> None:
    scan = scan_of(services, picture(ME))
    assert judge_photo(scan, 1)[0] == (Feedback.GOOD,)
    assert judge_photo(scan, 2)[0] == (Feedback.NO_SUCH_FACE,)


def test_without_a_face_no_number_helps(services: FakeServices) -> None:
    assert judge_photo(scan_of(services, picture()), 2)[0] == (Feedback.NO_FACE,)


def test_somebody_in_the_background_may_be_she(services: FakeServices) -> None:
    scan = scan_of(services, scene((SOMEBODY, 20, 20, 150), (ME, 220, 60, 50), size=(300, 200)))
    assert judge_photo(scan)[0] == (Feedback.BACKGROUND,)
    feedback, face = judge_photo(scan, 2)
    assert feedback == (Feedback.SMALL,)
    assert face is in_reading_order(scan)[1]


def test_a_chosen_face_gets_the_same_feedback_as_any_other(services: FakeServices) -> None:
    scan = scan_of(services, scene((SOMEBODY, 20, 20, 80), (ME, 140, 20, 20), size=(200, 120)))
    assert judge_photo(scan, 2) == ((Feedback.TOO_SMALL,), None)
    dark = scan_of(services, picture(SOMEBODY, (60, 20, 20)))
    assert judge_photo(dark, 2)[0] == (Feedback.TOO_DARK,)


def test_all_faces_are_offered_with_number_and_place(services: FakeServices) -> None:
    assert [face for face, _ in faces_to_choose_from(scan_of(services, CROWD))] == [
        NumberedFace(1, FacePlace.TOP),
        NumberedFace(2, FacePlace.TOP_RIGHT),
        NumberedFace(3, FacePlace.BOTTOM_LEFT),
        NumberedFace(4, FacePlace.BOTTOM),
    ]


def test_of_very_many_faces_the_largest_are_offered_under_their_own_numbers(
    services: FakeServices,
) -> None:
    small = 5
    sides = [20] * small + [30] * MOST_OFFERED
    squares = [(SOMEBODY, 40 * each, 20, side) for each, side in enumerate(sides)]
    scan = scan_of(services, scene(*squares, size=(40 * len(squares), 70)))
    offered = [face.number for face, _ in faces_to_choose_from(scan)]
    assert offered == list(range(small + 1, MOST_OFFERED + small + 1))
    assert judge_photo(scan, 1)[0] == (Feedback.TOO_SMALL,)
