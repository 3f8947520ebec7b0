"""Photos stand in for a person: a portrait, and somebody who looks aside, mirrored or not."""

from functools import cache

import numpy as np
import pytest

from app.enrol.camera import session
from app.enrol.camera.challenge import TASKS, TURNED_YAW, Challenge, Step
from app.enrol.camera.session import photos_from_camera
from app.enrol.kept_photo import ChallengeResult
from app.enrol.own_face import OwnFace
from app.enrol.photo_feedback import Feedback
from app.job import finish
from face.engine import FaceEngine
from face.types import Pixels
from tests.support.fake_camera import FakeCamera
from tests.support.fake_program import FakeScanner
from tests.support.photos import astronaut, cut_out, resized, six_people

pytestmark = pytest.mark.models

PORTRAIT = (slice(20, 260), slice(62, 382))


@cache
def aside() -> Pixels:
    """Of six people, the one who is turned away most, to the picture's right."""
    engine = FaceEngine.open("open", threads=1)
    people = six_people()
    face = max(engine.find_faces(people), key=lambda each: abs(each.traits.yaw))
    alone = resized(cut_out(people, face, 0.4), 1.5)
    return alone if face.traits.yaw > 0 else np.ascontiguousarray(alone[:, ::-1])


def seen(step: Step) -> Pixels:
    """What the camera sees of somebody who does what is asked."""
    if step is Step.TURN_LEFT:
        return aside().copy()
    if step is Step.TURN_RIGHT:
        return np.ascontiguousarray(aside()[:, ::-1])
    straight = astronaut()[PORTRAIT]
    return resized(straight, 1.4) if step is Step.COME_CLOSER else straight.copy()


@pytest.fixture(scope="module")
def engine() -> FaceEngine:
    return FaceEngine.open("open", threads=1)


@pytest.mark.parametrize(("step", "sign"), [(Step.TURN_LEFT, 1), (Step.TURN_RIGHT, -1)])
def test_which_way_somebody_turns_is_seen(engine: FaceEngine, step: Step, sign: int) -> None:
    (face,) = engine.find_faces(seen(step))
    assert sign * face.traits.yaw > TURNED_YAW


def test_the_real_models_see_what_is_done(
    engine: FaceEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "SCAN_SECONDS", 0.0)
    own, challenge = OwnFace(), Challenge(TASKS)
    scanner = FakeScanner(engine, True, [])
    camera = FakeCamera(lambda: seen(challenge.step))
    result = finish(photos_from_camera(own, scanner, "", camera=camera, challenge=challenge))
    assert result.challenge is ChallengeResult.PASSED
    assert own.used[0].feedback == (Feedback.GOOD,)
    (face,) = engine.find_faces(astronaut())
    with own.template() as template:
        assert (template.embeddings @ face.embedding).min() > 0.95
