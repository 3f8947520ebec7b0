"""Tiny networks with the inputs and outputs of the real ones: a white area is a face."""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

_STRIDES = (8, 16, 32)


class _Graph:
    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[TensorProto] = []

    def node(self, kind: str, *inputs: str, output: str = "", **attributes: object) -> str:
        output = output or f"v{len(self.nodes)}"
        settings: dict[str, object] = attributes
        self.nodes.append(helper.make_node(kind, list(inputs), [output], **settings))  # type: ignore[arg-type]
        return output

    def constant(self, values: object, kind: type[np.generic] = np.float32) -> str:
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.asarray(values, kind), name))
        return name

    def rows(self, pooled: str, weight: float, biases: list[float], shape: list[int]) -> str:
        """A 1 x 1 convolution whose channels become the rows that detectors give."""
        weights = np.full((len(biases), 3, 1, 1), weight / 3, np.float32)
        value = self.node("Conv", pooled, self.constant(weights), self.constant(biases))
        last = self.node("Transpose", value, perm=[0, 2, 3, 1])
        return self.node("Reshape", last, self.constant(shape, np.int64))

    def model(self, inputs: list[object], outputs: list[object]) -> bytes:
        graph = helper.make_graph(
            self.nodes, "tiny", [helper.make_tensor_value_info(*i) for i in inputs],  # type: ignore[misc]
            [helper.make_tensor_value_info(*o) for o in outputs], self.constants,  # type: ignore[misc]
        )  # fmt: skip
        model = helper.make_model(graph, ir_version=8, opset_imports=[helper.make_opsetid("", 13)])
        onnx.checker.check_model(model)
        return bytes(model.SerializeToString())


def _landmarks(scale: float) -> list[float]:
    """Eyes, nose, mouth around the middle, x and y each."""
    return [scale * v for v in (-0.5, -0.5, 0.5, -0.5, 0.0, 0.0, -0.4, 0.5, 0.4, 0.5)]


def scrfd() -> bytes:
    """Scores, boxes and landmarks for three strides with two anchors each."""
    graph, names = _Graph(), {"score": [], "box": [], "points": []}  # type: tuple[_Graph, dict[str, list[str]]]
    for stride in _STRIDES:
        pooled = graph.node(
            "AveragePool", "input.1", kernel_shape=[stride] * 2, strides=[stride] * 2
        )
        score = graph.rows(pooled, 12, [-6.0] * 2, [-1, 1])
        names["score"].append(graph.node("Sigmoid", score, output=f"score{stride}"))
        box = graph.rows(pooled, 0, [1.5] * 8, [-1, 4])
        names["box"].append(graph.node("Identity", box, output=f"box{stride}"))
        points = graph.rows(pooled, 0, _landmarks(1.0) * 2, [-1, 10])
        names["points"].append(graph.node("Identity", points, output=f"points{stride}"))
    widths = {"score": 1, "box": 4, "points": 10}
    outputs: list[object] = [
        (name, TensorProto.FLOAT, [None, widths[kind]]) for kind in names for name in names[kind]
    ]
    return graph.model([("input.1", TensorProto.FLOAT, [1, 3, None, None])], outputs)


def arcface(dimension: int = 512, seed: int = 1) -> bytes:
    """Mean colours of 4 x 4 parts of the crop, mixed."""
    return _recogniser("input.1", "683", ["n", 3, 112, 112], dimension, seed)


def sface() -> bytes:
    """The same for OpenCV: one crop at a time, 128 numbers."""
    return _recogniser("data", "fc1", [1, 3, 112, 112], 128, 2)


def _recogniser(source: str, target: str, shape: list[object], dimension: int, seed: int) -> bytes:
    graph = _Graph()
    pooled = graph.node("AveragePool", source, kernel_shape=[28, 28], strides=[28, 28])
    flat = graph.node("Flatten", pooled)
    mix = np.random.default_rng(seed).normal(size=(48, dimension))
    graph.node("MatMul", flat, graph.constant(mix), output=target)
    outputs: list[object] = [(target, TensorProto.FLOAT, [shape[0], dimension])]
    return graph.model([(source, TensorProto.FLOAT, shape)], outputs)


_HALVING = (3, 7, 10, 12)
"""Blocks of dlib's network that halve the size, of 14."""


def dlib_resnet(seed: int = 3) -> bytes:
    """dlib's network in dlib's format (face/packs/dlib_resnet.py), of 32 filters everywhere."""
    rng, filters = np.random.default_rng(seed), 32

    def integer(value: int) -> bytes:
        length = max(1, (value.bit_length() + 7) // 8)
        return bytes([length]) + value.to_bytes(length, "little")

    def integers(*values: int) -> bytes:
        return b"".join(map(integer, values))

    def tensor(values: object) -> bytes:
        numbers = np.asarray(values, "<f4").ravel()
        return integers(2, numbers.size, 1, 1, 1) + numbers.tobytes()

    def text(name: bytes) -> bytes:
        return integer(len(name)) + name

    def convolution(given: int, side: int, stride: int, padding: int) -> bytes:
        weights = rng.normal(0, (given * side * side) ** -0.5, filters * given * side * side)
        settings = integers(filters, side, side, stride, stride, padding, padding)
        affine = tensor(np.concatenate([np.ones(filters), np.zeros(filters)]))
        both = tensor(np.concatenate([weights, rng.normal(0, 0.1, filters)]))
        return text(b"con_4") + both + settings + text(b"affine_") + affine

    layers = [convolution(3, 7, 2, 0)]
    for block in range(14):
        halves = block in _HALVING
        layers.append(convolution(filters, 3, 2 if halves else 1, 0 if halves else 1))
        layers.append(convolution(filters, 3, 1, 1))
    matrix = tensor(rng.normal(0, 1, filters * 128))
    return b"".join([*layers, text(b"fc_2"), integers(128, filters), matrix])


def yunet() -> bytes:
    """Class, objectness, box and landmarks for three strides, pixels 0..255."""
    graph = _Graph()
    outputs: list[object] = []
    for stride in _STRIDES:
        pooled = graph.node("AveragePool", "input", kernel_shape=[stride] * 2, strides=[stride] * 2)
        for name in ("cls", "obj"):
            score = graph.rows(pooled, 12 / 255, [-6.0], [1, -1, 1])
            graph.node("Sigmoid", score, output=f"{name}_{stride}")
        box = graph.rows(pooled, 0, [0.5, 0.5, 1.0, 1.0], [1, -1, 4])
        graph.node("Identity", box, output=f"bbox_{stride}")
        points = graph.rows(pooled, 0, _landmarks(1.0), [1, -1, 10])
        graph.node("Identity", points, output=f"kps_{stride}")
    for kind, width in (("cls", 1), ("obj", 1), ("bbox", 4), ("kps", 10)):
        outputs += [(f"{kind}_{s}", TensorProto.FLOAT, [1, None, width]) for s in _STRIDES]
    return graph.model([("input", TensorProto.FLOAT, [1, 3, 640, 640])], outputs)
