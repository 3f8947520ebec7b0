"""The two detectors of the open pack, and what happens without one of them."""

import numpy as np
import pytest

from face.packs import centerface, networks, yunet
from face.packs.block_quantised import dequantised
from face.packs.catalogue import CENTERFACE, SFACE, YUNET, Network
from face.runtime import session
from tests.support import photos

pytestmark = pytest.mark.models


def padded() -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """Six people at half their size, as a batch of one and of a size that networks take."""
    small = photos.resized(photos.six_people(), 0.5)
    batch = np.zeros((1, 448, 640, 3), np.uint8)
    batch[0, : small.shape[0], : small.shape[1]] = small
    return batch


def test_yunet_finds_the_faces_that_centerface_finds() -> None:
    (fast,) = yunet.YuNet(yunet.load(), 1)(padded(), 0.6)
    (better,) = centerface.CenterFace(centerface.load(), 1)(padded(), 0.6)
    assert len(fast) == len(better) == 6
    middles = (better.boxes[:, :2] + better.boxes[:, 2:]) / 2
    for face, points in zip(fast.boxes, fast.landmarks, strict=True):
        nearest = np.abs(middles - (face[:2] + face[2:]) / 2).sum(axis=1).argmin()
        assert np.abs(points - better.landmarks[nearest]).mean() < 4


def test_each_picture_of_a_batch_has_its_own_answer() -> None:
    network = yunet.YuNet(yunet.load(), 1)
    both = np.concatenate([np.zeros_like(padded()), padded()])
    nothing, six = network(both, 0.6)
    assert len(nothing) == 0
    assert six.boxes == pytest.approx(network(padded(), 0.6)[0].boxes, abs=0.01)


def test_joined_heads_give_what_the_four_heads_give() -> None:
    path = yunet.FILE.path()
    assert path is not None
    heads = {"cls_16": 1, "obj_16": 1, "bbox_16": 4, "kps_16": 10}
    shapes: dict[str, tuple[str | int, ...]] = {name: (1, "r", k) for name, k in heads.items()}
    apart = dequantised(path.read_bytes(), {"input": (1, 3, "h", "w"), **shapes})
    planes = np.random.default_rng(5).uniform(0, 255, (1, 3, 320, 320)).astype(np.float32)
    theirs = session(bytes(apart.SerializeToString()), 1).run(
        list(heads), {"input": np.ascontiguousarray(planes[:, ::-1])}
    )
    ours = session(yunet.load(), 1).run(["level_16"], {"input": planes})[0]
    cells = ours[0].reshape(16, -1).T
    likely = 1 / (1 + np.exp(-cells[:, :2]))
    flat = np.concatenate([likely, cells[:, 2:]], axis=1)
    assert flat == pytest.approx(np.concatenate([part[0] for part in theirs], axis=1), abs=1e-3)


def test_both_are_used_and_one_is_enough() -> None:
    finds, closer = networks.open_detectors((CENTERFACE, YUNET), 1)
    assert isinstance(finds, yunet.YuNet)
    assert isinstance(closer, centerface.CenterFace)
    finds, closer = networks.open_detectors((CENTERFACE,), 1)
    assert isinstance(finds, centerface.CenterFace)
    assert closer is None
    finds, closer = networks.open_detectors((YUNET,), 1)
    assert isinstance(finds, yunet.YuNet)
    assert closer is None


@pytest.mark.parametrize("usable", [(), (SFACE,), (YUNET, SFACE)])
def test_a_network_of_another_kind_is_refused(usable: tuple[Network, ...]) -> None:
    with pytest.raises(ValueError, match=r"\(|\["):
        networks.open_detectors(usable, 1)
