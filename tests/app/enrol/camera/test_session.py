from collections.abc import Callable, Iterator

import numpy as np
import pytest

from app.enrol.camera import session
from app.enrol.camera.challenge import TASKS, Challenge, Hint, Step
from app.enrol.camera.device import Camera
from app.enrol.camera.errors import CameraBlackError, CameraError
from app.enrol.camera.session import CameraPhotos, CameraView, photos_from_camera
from app.enrol.kept_photo import ChallengeResult
from app.enrol.own_face import OwnFace
from app.enrol.photo_feedback import Feedback
from app.job import Job, Progress
from app.messages import Words
from face.errors import UnreadableMediaError
from face.types import Pixels, Reason
from tests.support.fake_camera import (
    HEIGHT,
    STRAIGHT_SIDE,
    WIDTH,
    FakeCamera,
    black,
    scanner,
    scene,
    script,
)
from tests.support.fake_program import ME, FakeScanner, embedding

POSES = {
    Step.LOOK_STRAIGHT: (0.0, STRAIGHT_SIDE),
    Step.TURN_LEFT: (0.5, STRAIGHT_SIDE),
    Step.TURN_RIGHT: (-0.5, STRAIGHT_SIDE),
    Step.COME_CLOSER: (0.0, int(1.4 * STRAIGHT_SIDE)),
    Step.DONE: (0.0, STRAIGHT_SIDE),
}


@pytest.fixture(autouse=True)
def at_full_speed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every picture is looked at and shown."""
    monkeypatch.setattr(session, "SCAN_SECONDS", 0.0)
    monkeypatch.setattr(session, "PREVIEW_SECONDS", 0.0)


class Person:
    """Does what is asked."""

    def __init__(self, challenge: Challenge) -> None:
        self._challenge = challenge

    def __call__(self) -> Pixels:
        """How the camera sees her now."""
        return scene(*POSES[self._challenge.step])


def run(job: Job[CameraPhotos]) -> tuple[CameraPhotos, list[Progress]]:
    seen: list[Progress] = []
    while True:
        try:
            seen.append(next(job))
        except StopIteration as stop:
            result: CameraPhotos = stop.value
            return result, seen


def taken(
    own: OwnFace,
    camera: Callable[[], Camera],
    challenge: Challenge,
    skipped: Callable[[], bool] = lambda: False,
    look: FakeScanner | None = None,
) -> Job[CameraPhotos]:
    return photos_from_camera(own, look or scanner(), "camera", skipped, camera, challenge)


@pytest.mark.parametrize("order", [TASKS, TASKS[::-1]])
def test_who_does_what_is_asked_has_own_photos(order: tuple[Step, ...]) -> None:
    own, challenge = OwnFace(), Challenge(order)
    camera = FakeCamera(Person(challenge))
    result, seen = run(taken(own, camera, challenge))
    assert result.challenge is ChallengeResult.PASSED
    assert result.photos == own.photos
    assert own.used
    assert own.used[0].feedback == (Feedback.GOOD,)
    assert own.used[0].name == "camera 1"
    with own.template() as template:
        np.testing.assert_allclose(template.embeddings[0], embedding(ME), atol=1e-6)
        assert template.challenge is ChallengeResult.PASSED
    views = [each for each in seen if isinstance(each, CameraView)]
    assert list(dict.fromkeys(view.step for view in views))[:4] == [Step.LOOK_STRAIGHT, *order]
    assert all((view.total, view.done <= 4) == (4, True) for view in views)
    assert camera.closed


def test_the_preview_is_mirrored_and_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "PREVIEW_WIDTH", WIDTH // 2)
    camera = FakeCamera(lambda: scene(0.5))
    job = taken(OwnFace(), camera, Challenge())
    preview = first_preview(job)
    assert preview.shape == (HEIGHT // 2, WIDTH // 2, 3)
    columns = np.flatnonzero((preview[HEIGHT // 4] != 255).any(axis=1))
    assert columns.mean() < WIDTH / 4  # she is on the right of what the camera sees
    job.close()


def first_preview(job: Job[CameraPhotos]) -> Pixels:
    for view in job:
        if isinstance(view, CameraView) and view.preview is not None:
            return view.preview
    raise AssertionError


def test_closing_lets_the_camera_go_and_wipes_what_it_saw() -> None:
    camera, own = FakeCamera(scene), OwnFace()
    job = taken(own, camera, Challenge())
    previews = [first_preview(job) for _ in range(8)]
    job.close()
    assert camera.closed
    assert not any(each.any() for each in (*camera.given, *previews))
    assert own.photos == ()


def test_skipping_takes_one_look_from_the_front() -> None:
    own = OwnFace()
    result, seen = run(taken(own, FakeCamera(scene), Challenge(), lambda: True))
    assert result.challenge is ChallengeResult.SKIPPED
    assert own.template().challenge is ChallengeResult.SKIPPED
    assert {view.step for view in seen if isinstance(view, CameraView)} == {Step.LOOK_STRAIGHT}


def test_two_people_are_told_and_it_waits_until_one_is_left() -> None:
    challenge = Challenge(())

    def until_it_is_said() -> Iterator[Pixels]:
        while challenge.hint is None:
            yield scene(0.6, others=1)

    result, seen = run(taken(OwnFace(), FakeCamera(script(until_it_is_said(), scene())), challenge))
    hints = list(dict.fromkeys(view.hint for view in seen if isinstance(view, CameraView)))
    assert hints[:3] == [None, Hint.SEVERAL_FACES, Hint.GOOD]
    assert result.photos[0].used


def test_what_is_wrong_with_the_camera_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.enrol.camera.feed.BLACK_SECONDS", 0.05)
    camera = FakeCamera(black)
    with pytest.raises(CameraBlackError):
        run(taken(OwnFace(), camera, Challenge()))
    assert camera.closed
    assert issubclass(CameraBlackError, CameraError)


def test_a_look_that_fails_again_and_again_ends_it() -> None:
    class Broken(FakeScanner):
        def _decode(self, *_: object) -> None:  # type: ignore[override]
            raise UnreadableMediaError(Reason.DECODER_DIED)

    broken = Broken(scanner()._engine, True, [])
    with pytest.raises(UnreadableMediaError):
        run(taken(OwnFace(), FakeCamera(scene), Challenge(), look=broken))
    assert len(broken._scanned) == session.MOST_FAILURES


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_view_has_words(language: str) -> None:
    words = Words(language)
    for step in Step:
        for hint in (None, *Hint):
            keys = CameraView(0, 4, None, step, hint).keys
            assert all(words.say(key) for key in keys)
            assert len(keys) == 1 + (hint is not None)
