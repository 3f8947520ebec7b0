import numpy as np
import pytest

from face.cv import cv2
from face.engine import FaceEngine
from face.types import Face, Pixels
from tests.support import photos

pytestmark = pytest.mark.models


@pytest.fixture(scope="module")
def engine() -> FaceEngine:
    return FaceEngine.open("open", threads=1)


def only(engine: FaceEngine, picture: Pixels) -> Face:
    (face,) = engine.find_faces(picture)
    return face


def test_a_good_portrait_has_good_traits(engine: FaceEngine) -> None:
    face = only(engine, photos.astronaut())
    assert face.quality > 0.8
    assert face.traits.sharpness > 0.7
    assert 0.5 < face.traits.brightness < 0.85
    assert abs(face.traits.yaw) < 0.2
    assert abs(face.traits.roll) < 10
    assert face.traits.size_px == pytest.approx(88, abs=8)


def test_blur_lowers_sharpness_and_quality_step_by_step(engine: FaceEngine) -> None:
    steps = [cv2.GaussianBlur(photos.astronaut(), (0, 0), s) for s in (0.01, 1.5, 3, 5)]
    faces = [only(engine, np.asarray(step, np.uint8)) for step in steps]
    # In hundredths: the last two have hardly any edges left; where the crop lies counts for more.
    sharpness = [round(face.traits.sharpness, 2) for face in faces]
    assert sharpness == sorted(sharpness, reverse=True)
    assert sharpness[-1] < 0.25
    assert faces[-1].quality < faces[0].quality * 0.7


def test_darkness_is_seen(engine: FaceEngine) -> None:
    dark = only(engine, (photos.astronaut() * 0.12).astype(np.uint8))
    assert dark.traits.brightness < 0.12
    assert dark.quality < 0.7


def test_a_small_face_is_worth_less(engine: FaceEngine) -> None:
    small = only(engine, photos.resized(photos.astronaut(), 0.25))
    assert small.traits.size_px < 26
    assert small.quality < 0.6


def test_yaw_changes_its_sign_with_the_mirror(engine: FaceEngine) -> None:
    faces = engine.find_faces(photos.six_people())
    turned = max(faces, key=lambda face: abs(face.traits.yaw))
    mirrored = engine.find_faces(photos.six_people()[:, ::-1])
    same = max(mirrored, key=lambda face: float(face.embedding @ turned.embedding))
    assert abs(turned.traits.yaw) > 0.5
    assert turned.traits.yaw * same.traits.yaw < 0
    assert turned.quality < 0.75
