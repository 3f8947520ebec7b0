"""dlib's face recognition ResNet: its weights are read from dlib's own format and turned into ONNX.

The weights (D. King, "High quality face recognition with deep metric learning", 2017, CC0) come
inside the package `face_recognition_models`. They are converted once and kept in the cache folder.
Taguchi's weights, of the same architecture, can be added.

The network (dlib, examples/dnn_face_recognition_ex.cpp): 150 x 150 RGB; one 7 x 7 convolution and a
maximum pool; 14 residual blocks of two 3 x 3 convolutions each, of which four halve the size; the
mean over what is left; one matrix to 128 numbers. Convolutions with stride 2 have no padding, those
with stride 1 keep the size. A shortcut across a halving block is a 2 x 2 mean; where the two sizes
differ, both are padded with zeros (channels behind, pixels right and below).

In dlib's format (dlib/serialize.h, dlib/dnn/layers.h, dlib/cuda/tensor.h) a layer is its name, then
its numbers. An integer is one byte with its length (and the sign in the highest bit), then that
many bytes, least significant first. A text is its length and its bytes. A tensor is a version, four
sizes and that many float32.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from face.align import DLIB_CLOSER_TEMPLATE, DLIB_SIZE, DLIB_TEMPLATE
from face.detection.detections import Pictures
from face.embed import CropView
from face.packs import catalogue
from face.packs.built_in import BuiltInFile
from face.packs.catalogue import ModelFile
from face.packs.written_onnx import checked_model, value_info
from face.runtime import PictureNetwork
from face.types import Floats

DIMENSION = catalogue.DLIB.width

FILE = BuiltInFile(
    catalogue.DLIB.file,
    package="face_recognition_models",
    folder="models",
    converted=ModelFile(
        "dlib_resnet.onnx", "1ebff7097f229807571599821722fc72f7c8b6f01bb3572ef2d427027d5c74f2"
    ),
)

Array: TypeAlias = NDArray[np.float32]

_CONVOLUTION = catalogue.DLIB_CONVOLUTION
_AFFINE = b"\x01\x07affine_"
_FULLY_CONNECTED = b"\x01\x04fc_2"
"""How the names of layers stand in a file of dlib."""

_MEAN = np.array([122.782, 117.001, 104.298], np.float32)[:, None, None]  # R, G, B
_BLOCKS = 14
_STEM_SIZE, _STEM_CHANNELS = 35, 32


class DlibResNet:
    """The recogniser of the `open` pack that finds blended faces, as its crops take in more."""

    views: tuple[CropView, ...] = (
        CropView(DLIB_TEMPLATE),
        CropView(DLIB_CLOSER_TEMPLATE, mirrored=True),
    )
    same_face = 0.92
    size = DLIB_SIZE
    dimension = DIMENSION

    def __init__(self, model: bytes, threads: int) -> None:
        self._network = PictureNetwork(model, threads)

    def __call__(self, crops: Pictures) -> Floats:
        """Compute dlib's own vectors: n x 150 x 150 x 3 RGB -> n x 128, of any length."""
        (vectors,) = self._network(crops)
        return vectors


def load(cache: Path) -> bytes:
    """Return the network as ONNX, from `cache` or converted anew.

    Input `crops`: N x 3 x 150 x 150 float32, RGB, 0..255. Output `embeddings`: N x 128 float32, not
    normalised.

    Raises:
        ModelMissingError: The weights are not installed.
        ModelDamagedError: The weights are not the known ones.
    """
    return FILE.load(cache, convert)


def convert(weights: bytes) -> bytes:
    """Convert the content of the .dat file into ONNX: the same bytes on every machine."""
    builder = _Builder(DlibReader(weights))
    output = builder.network()
    model = checked_model(
        helper.make_graph(
            builder.nodes,
            "dlib_face_recognition_resnet_model_v1",
            [value_info("crops", ("n", 3, DLIB_SIZE, DLIB_SIZE))],
            [value_info(output, ("n", DIMENSION))],
            builder.constants,
        )
    )
    return bytes(model.SerializeToString(deterministic=True))


@dataclass(frozen=True, slots=True, eq=False)
class Convolution:
    """A convolution: weights (out x in x height x width), bias, and stride and padding of both
    axes."""

    weights: Array
    bias: Array
    stride: int
    padding: int


class DlibReader:
    """Reads the layers of a dlib file in order, and skips everything in between."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._at = 0

    def convolution(self) -> Convolution:
        """Read the next convolution, with scale and shift of the affine layer behind it folded in.

        Raises:
            ValueError: There is no further convolution.
        """
        self._skip_to(_CONVOLUTION)
        values = self._tensor()
        filters, height, width, stride, _, padding, _ = (self._integer() for _ in range(7))
        weights, bias = values[:-filters], values[-filters:]
        self._skip_to(_AFFINE)
        scale, shift = np.split(self._tensor(), 2)
        return Convolution(
            weights.reshape(filters, -1, height, width) * scale[:, None, None, None],
            bias * scale + shift,
            stride,
            padding,
        )

    def matrix(self) -> Array:
        """Read the next fully connected layer, which has no bias: inputs x outputs.

        Raises:
            ValueError: There is no further such layer.
        """
        self._skip_to(_FULLY_CONNECTED)
        outputs, inputs = self._integer(), self._integer()
        return self._tensor().reshape(inputs, outputs)

    def _skip_to(self, name: bytes) -> None:
        self._at = self._content.index(name, self._at) + len(name)

    def _integer(self) -> int:
        length = self._content[self._at] & 0x0F
        start = self._at + 1
        self._at = start + length
        return int.from_bytes(self._content[start : self._at], "little")

    def _tensor(self) -> Array:
        _version, *shape = (self._integer() for _ in range(5))
        values = np.frombuffer(self._content, "<f4", int(np.prod(shape)), self._at)
        self._at += values.nbytes
        return values.astype(np.float32)


class _Builder:
    """Builds the graph of the network; every method takes and returns names of values."""

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
        """Add a residual block; returns its output with the output's size and channels."""
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
        """Add a mean over 2 x 2 with channels of zeros behind it, as one convolution.

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
        """Pad with zeros right and below."""
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
