"""The open pack on real photos."""

from collections.abc import Callable

import numpy as np
import pytest

from face.engine import FaceEngine
from face.errors import UnknownPackError
from face.types import Face, Pixels
from tests.support import photos

pytestmark = pytest.mark.models


@pytest.fixture(scope="module")
def engine() -> FaceEngine:
    return FaceEngine.open("open", threads=1)


@pytest.fixture(scope="module")
def she(engine: FaceEngine) -> Face:
    (face,) = engine.find_faces(photos.astronaut())
    return face


def alike(found: list[Face], face: Face) -> float:
    return max((float(other.embedding @ face.embedding) for other in found), default=-1.0)


def test_a_portrait_has_one_face_where_it_is(she: Face) -> None:
    left, top, right, bottom = she.box
    assert 0.3 < left < 0.4
    assert 0.08 < top < 0.18
    assert 0.48 < right < 0.58
    assert 0.3 < bottom < 0.4
    assert she.detection_score > 0.8
    assert she.embedding.dtype == np.float32
    assert np.linalg.norm(she.embedding) == pytest.approx(1, abs=1e-5)


def test_landmarks_are_inside_the_box_with_the_pictures_left_first(she: Face) -> None:
    left, top, right, bottom = she.box
    x, y = she.landmarks[:, 0], she.landmarks[:, 1]
    assert ((x > left) & (x < right) & (y > top) & (y < bottom)).all()
    assert x[0] < x[1]
    assert x[3] < x[4]
    assert y[0] < y[2] < y[3]


@pytest.mark.parametrize("frame", [photos.phone, photos.collage])
def test_faces_inside_a_picture_of_a_phone_or_a_collage_are_found(
    engine: FaceEngine, she: Face, frame: Callable[..., Pixels]
) -> None:
    contents = photos.six_people(), photos.astronaut(), photos.six_people()
    found = engine.find_faces(frame(*contents))
    assert len(found) == 6 + 1 + 6
    assert alike(found, she) > 0.9


def test_every_one_of_six_people_is_found_and_told_apart(engine: FaceEngine) -> None:
    faces = engine.find_faces(photos.six_people())
    assert len(faces) == 6
    vectors = np.stack([face.embedding for face in faces])
    similar = vectors @ vectors.T - np.eye(6)
    assert similar.max() < 0.95


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_picture_on_its_side_or_upside_down_gives_the_same_faces(
    engine: FaceEngine, turns: int
) -> None:
    upright = engine.find_faces(photos.six_people())
    turned = engine.find_faces(np.rot90(photos.six_people(), turns))
    assert len(turned) == 6
    for face in upright:
        assert alike(turned, face) > 0.95


@pytest.mark.parametrize("degrees", [30, 60, 120, 150, 210, 300])
def test_a_face_at_any_angle_is_the_same_face(
    engine: FaceEngine, she: Face, degrees: float
) -> None:
    (face,) = engine.find_faces(photos.rolled(photos.astronaut(), degrees))
    assert float(face.embedding @ she.embedding) > 0.95
    off = (face.traits.roll + degrees - she.traits.roll + 180) % 360 - 180
    assert abs(off) < 20


def test_one_person_who_lies_beside_one_who_stands_is_found(engine: FaceEngine, she: Face) -> None:
    standing = photos.astronaut()
    both = np.hstack([standing, np.rot90(standing)])
    faces = engine.find_faces(both)
    assert len(faces) == 2
    assert all(float(face.embedding @ she.embedding) > 0.98 for face in faces)


@pytest.mark.parametrize("length", [64, 128, 250, 512, 1000, 3000])
@pytest.mark.parametrize("turns", [0, 1, 2])
def test_a_face_that_fills_the_picture_is_found(
    engine: FaceEngine, she: Face, length: int, turns: int
) -> None:
    tight = photos.cut_out(photos.astronaut(), she, 0)
    picture = np.rot90(photos.resized(tight, length / max(tight.shape)), turns)
    assert alike(engine.find_faces(picture), she) > 0.85


@pytest.mark.parametrize("turns", [0, 1, 2])
@pytest.mark.parametrize("place", [(60, 80), (1990, 1490), (3850, 2850)])
def test_a_small_face_in_a_4000_pixel_picture_is_found(
    engine: FaceEngine, she: Face, turns: int, place: tuple[int, int]
) -> None:
    head = photos.cut_out(photos.astronaut(), she, 0.4)
    small = np.rot90(photos.resized(head, 48 / she.traits.size_px), turns)
    picture = photos.landscape(4000, 3000)
    x, y = place
    picture[y : y + small.shape[0], x : x + small.shape[1]] = small
    faces = engine.find_faces(picture)
    assert len(faces) == 1
    assert alike(faces, she) > 0.95


@pytest.mark.parametrize(
    "change",
    [
        lambda picture: picture[:, ::-1],
        lambda picture: photos.resized(picture, 0.5),
        lambda picture: photos.jpeg(picture, 30),
    ],
    ids=["mirrored", "half size", "JPEG quality 30"],
)
def test_a_changed_copy_gives_the_same_face(engine: FaceEngine, she: Face, change: object) -> None:
    assert callable(change)
    copy: Pixels = change(photos.astronaut())
    (face,) = engine.find_faces(copy)
    assert float(face.embedding @ she.embedding) > 0.97


@pytest.mark.parametrize("size", [(1, 1), (1, 400), (7, 5), (640, 640), (3000, 200)])
def test_a_picture_without_a_face_has_none_whatever_its_size(
    engine: FaceEngine, size: tuple[int, int]
) -> None:
    assert engine.find_faces(photos.landscape(*size)) == []
    assert engine.find_faces(np.full((size[1], size[0], 3), 128, np.uint8)) == []


def test_the_same_picture_gives_the_same_vectors(engine: FaceEngine, she: Face) -> None:
    (again,) = engine.find_faces(photos.astronaut())
    assert np.abs(again.embedding - she.embedding).max() < 1e-6


def test_the_pipeline_names_all_models_by_their_content(engine: FaceEngine) -> None:
    assert engine.pack == "open"
    assert engine.dimension == 256
    assert "09189dea" in engine.pipeline
    assert engine.pipeline.endswith("+fb143eea+55533b28")


def test_an_unknown_pack_is_refused() -> None:
    with pytest.raises(UnknownPackError):
        FaceEngine.open("nobody")
