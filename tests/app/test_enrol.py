from pathlib import Path

import numpy as np
import pytest

from app.enrol import Feedback, NamedOpener, judge, near_faces, photo_file, wipe
from face.errors import UnreadableMediaError
from face.types import Reason, Scan
from tests.app.fakes import ME, SOMEBODY, Colour, FakeProgram, photo_bytes, picture, write_picture
from tests.app.powers import no_power_over_permissions


def looked_at(program: FakeProgram, photo: NamedOpener) -> Scan | UnreadableMediaError:
    with program.looker("open") as looker:
        (outcome,) = (each for each in looker.look_all([(0, photo.open)]) if each is not None)
    return outcome[1]


def of_picture(
    program: FakeProgram, *faces: Colour, size: tuple[int, int] = (80, 80)
) -> Scan | UnreadableMediaError:
    return looked_at(program, photo_bytes("", picture(*faces, size=size)))


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
    program: FakeProgram, faces: tuple[Colour, ...], size: tuple[int, int], said: Feedback
) -> None:
    feedback, face = judge(of_picture(program, *faces, size=size))
    assert feedback == (said,)
    refused = {Feedback.NO_FACE, Feedback.SEVERAL_FACES, Feedback.TOO_SMALL}
    assert (face is None) == (said in refused)


def test_a_photo_from_the_disk_and_one_from_memory_are_seen_alike(
    program: FakeProgram, tmp_path: Path
) -> None:
    path = write_picture(tmp_path / "me.png", ME)
    photos = photo_file(path), photo_bytes("me.png", path.read_bytes())
    first, second = (judge(looked_at(program, photo))[1] for photo in photos)
    assert [photo.name for photo in photos] == ["me.png", "me.png"]
    assert first is not None
    assert second is not None
    np.testing.assert_array_equal(first.embedding, second.embedding)


def test_what_cannot_be_read_is_said(program: FakeProgram, tmp_path: Path) -> None:
    (tmp_path / "x.png").write_text("text")
    paths = tmp_path / "x.png", tmp_path / "nowhere.png", tmp_path
    feedback = [judge(looked_at(program, photo_file(path)))[0] for path in paths]
    assert feedback == [(Feedback.UNREADABLE,), (Feedback.MISSING,), (Feedback.MISSING,)]


def test_a_photo_out_of_reach_is_said_as_such(program: FakeProgram, tmp_path: Path) -> None:
    locked = write_picture(tmp_path / "locked.png", ME)
    locked.chmod(0)
    with no_power_over_permissions():
        result = looked_at(program, photo_file(locked))
    assert isinstance(result, UnreadableMediaError)
    assert result.reason is Reason.UNREADABLE_FILE
    assert judge(result) == ((Feedback.LOCKED,), None)


def test_wiping_leaves_nothing_of_the_faces(program: FakeProgram) -> None:
    result = of_picture(program, ME, SOMEBODY)
    assert isinstance(result, Scan)
    assert len(near_faces(result)) == 2
    wipe([result])
    assert not any(track.embedding.any() for track in result.tracks)
