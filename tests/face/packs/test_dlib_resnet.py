"""dlib's network as ONNX against dlib itself."""

import hashlib
from pathlib import Path

import dlib
import numpy as np
import pytest

from face.align import aligned
from face.errors import ModelDamagedError, ModelMissingError
from face.packs import dlib_resnet
from face.types import Pixels
from tests.face import pictures


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return dlib_resnet.load(tmp_path_factory.mktemp("cache"))


def crops() -> Pixels:
    picture = pictures.astronaut()
    points = np.array([[200, 100], [240, 102], [220, 130], [205, 145], [238, 146]], np.float32)
    moved = [
        aligned(picture, points + shift, dlib_resnet.DlibResNet.templates[0], 150)
        for shift in range(0, 80, 5)
    ]
    return np.stack(moved)


def test_vectors_are_those_of_dlib(model: bytes) -> None:
    theirs = dlib.face_recognition_model_v1(str(dlib_resnet.weights_path()))
    ours = dlib_resnet.DlibResNet(model, threads=1)
    faces = crops()
    vectors = ours(faces)
    reference = np.array([np.array(theirs.compute_face_descriptor(face)) for face in faces])
    assert np.abs(vectors - reference).max() <= 1e-5


def test_the_bytes_are_the_known_ones(model: bytes) -> None:
    assert hashlib.sha256(model).hexdigest() == dlib_resnet.ONNX_SHA256


def test_it_is_kept_and_taken_from_the_cache(tmp_path: Path, model: bytes) -> None:
    assert dlib_resnet.load(tmp_path / "new" / "cache") == model
    (kept,) = (tmp_path / "new" / "cache").iterdir()
    assert kept.read_bytes() == model


@pytest.mark.parametrize("damage", [b"", b"not a model"])
def test_a_damaged_cache_is_made_anew(tmp_path: Path, model: bytes, damage: bytes) -> None:
    (tmp_path / "dlib_resnet.onnx").write_bytes(damage)
    assert dlib_resnet.load(tmp_path) == model
    assert (tmp_path / "dlib_resnet.onnx").read_bytes() == model


def test_without_a_cache_it_works_all_the_same(tmp_path: Path, model: bytes) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert dlib_resnet.load(tmp_path / "file" / "cache") == model


def test_swapped_weights_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    swapped = tmp_path / "weights.dat"
    swapped.write_bytes(b"something else")
    monkeypatch.setattr(dlib_resnet, "weights_path", lambda: swapped)
    with pytest.raises(ModelDamagedError):
        dlib_resnet.load(tmp_path)


def test_missing_weights_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dlib_resnet, "weights_path", lambda: None)
    with pytest.raises(ModelMissingError):
        dlib_resnet.load(tmp_path)
