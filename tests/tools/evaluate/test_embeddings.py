from pathlib import Path

import numpy as np
import pytest

from face.types import Face, Pixels
from tests.support.square_engine import SquareEngine, picture
from tools.evaluate.embeddings import embeddings_of


class Counting(SquareEngine):
    """Counts the pictures that it was given."""

    asked = 0

    def find_faces(self, frame: Pixels) -> list[Face]:
        self.asked += 1
        return super().find_faces(frame)


def test_each_folder_is_embedded_once_and_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    paths = ["one/0.png", "one/1.png", "two/0.png"]
    for path, person in zip(paths, ("red", "blue", "green"), strict=True):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        picture({person: (40, 30, 40)}).save(tmp_path / path)
    engine = Counting()
    assert embeddings_of(tmp_path, paths[:2], engine).argmax(axis=1).tolist() == [0, 2]
    assert embeddings_of(tmp_path, paths, engine).argmax(axis=1).tolist() == [0, 2, 1]
    assert engine.asked == 3


def test_where_no_face_is_there_are_no_numbers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "one").mkdir()
    picture({}).save(tmp_path / "one" / "0.png")
    assert np.isnan(embeddings_of(tmp_path, ["one/0.png"], SquareEngine())).all()
