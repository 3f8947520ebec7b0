"""dlib's network as ONNX against dlib itself."""

import hashlib

import dlib
import numpy as np
import pytest

from face.packs import dlib_resnet
from tests.support.photos import dlib_crops

pytestmark = pytest.mark.models


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return dlib_resnet.load(tmp_path_factory.mktemp("cache"))


def test_vectors_are_those_of_dlib(model: bytes) -> None:
    theirs = dlib.face_recognition_model_v1(str(dlib_resnet.FILE.path()))
    ours = dlib_resnet.DlibResNet(model, threads=1)
    faces = dlib_crops()
    vectors = ours(faces)
    reference = np.array([np.array(theirs.compute_face_descriptor(face)) for face in faces])
    assert np.abs(vectors - reference).max() <= 1e-5


def test_the_bytes_are_the_known_ones(model: bytes) -> None:
    assert dlib_resnet.FILE.converted is not None
    assert hashlib.sha256(model).hexdigest() == dlib_resnet.FILE.converted.sha256
