"""SFace as float32 ONNX against the block-quantised file that it is made from."""

import hashlib

import numpy as np
import onnx
import pytest

from face.embed import unit_length
from face.packs import sface
from face.runtime import session
from tests.support.photos import dlib_crops

pytestmark = pytest.mark.models


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return sface.load(tmp_path_factory.mktemp("cache"))


def as_released() -> bytes:
    """The file with its weights no longer declared as inputs, which nobody feeds."""
    released = onnx.load_model_from_string(sface.FILE.content())
    picture = next(each for each in released.graph.input if each.name == "data")
    picture = onnx.ValueInfoProto.FromString(picture.SerializeToString())
    del released.graph.input[:]
    released.graph.input.append(picture)
    return bytes(released.SerializeToString())


def test_vectors_are_those_of_the_released_network(model: bytes) -> None:
    theirs, ours = session(as_released(), 1), sface.SFace(model, threads=1)
    faces = dlib_crops()[:, 19:131, 19:131]
    planes = faces.transpose(0, 3, 1, 2).astype(np.float32)
    reference = np.concatenate([theirs.run(None, {"data": each[None]})[0] for each in planes])
    assert np.abs(unit_length(ours(faces)) - unit_length(reference)).max() <= 5e-6


def test_the_bytes_are_the_known_ones(model: bytes) -> None:
    assert sface.FILE.converted is not None
    assert hashlib.sha256(model).hexdigest() == sface.FILE.converted.sha256


def test_crops_in_one_run_are_seen_as_one_by_one(model: bytes) -> None:
    network = sface.SFace(model, threads=1)
    faces = dlib_crops()[:5, 19:131, 19:131]
    one_by_one = np.concatenate([network(face[None]) for face in faces])
    assert np.allclose(unit_length(network(faces)), unit_length(one_by_one), atol=1e-5)
