from pathlib import Path

import numpy as np
from PIL import Image, ImageSequence

from tests.support.fake_program import ME, SOMEBODY, FakeEngine, embedding
from tools.shots.drawing import draw, draw_moving


def test_the_fake_engine_takes_a_drawn_person_for_who_she_is(tmp_path: Path) -> None:
    picture = np.asarray(Image.open(draw(tmp_path / "two.png", ME, SOMEBODY)))
    faces = FakeEngine("open", "1").find_faces(picture)
    for face, colour in zip(faces, (ME, SOMEBODY), strict=True):
        np.testing.assert_array_equal(face.embedding, embedding(colour))


def test_each_scene_of_an_animation_stays(tmp_path: Path) -> None:
    with Image.open(draw_moving(tmp_path / "clip.gif", [ME], [ME, SOMEBODY])) as moving:
        durations = [frame.info["duration"] for frame in ImageSequence.Iterator(moving)]
    assert durations == [2000, 2000]
