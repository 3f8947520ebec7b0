"""A tiny network built like those of OpenCV Zoo, unpacked and as it is."""

from itertools import pairwise

import numpy as np
import onnx
import pytest
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from face.packs.block_quantised import dequantised
from face.runtime import session

SIZE, BLOCK, NUMBERS = 8, 4, 6
SHAPES: dict[str, tuple[str | int, ...]] = {"data": ("n", 3, SIZE, SIZE), "fc1": ("n", NUMBERS)}


class _Quantised:
    """Adds nodes as the quantiser of OpenCV Zoo writes them."""

    def __init__(self, seed: int) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[TensorProto] = []
        self._rng = np.random.default_rng(seed)

    def constant(self, name: str, values: NDArray[np.generic]) -> str:
        self.constants.append(numpy_helper.from_array(np.asarray(values), name))
        return name

    def node(self, kind: str, inputs: list[str], output: str, **settings: object) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], **settings))  # type: ignore[arg-type]
        return output

    def weights(self, name: str, shape: tuple[int, ...], axis: int, block: int) -> str:
        """One scale and zero point for each block; the last one may be shorter."""
        blocks = list(shape)
        blocks[axis] = -(-shape[axis] // block)
        packed = self._rng.integers(-128, 128, shape).astype(np.int8)
        scales = self._rng.uniform(0.002, 0.01, blocks).astype(np.float32)
        zeros = self._rng.integers(-20, 20, blocks).astype(np.int8)
        inputs = [
            self.constant(f"{name}_quantized", packed),
            self.constant(f"{name}_scales", scales),
            self.constant(f"{name}_zero_point", zeros),
        ]
        output = f"{name}_dequantized"
        return self.node("DequantizeLinear", inputs, output, axis=axis, block_size=block)

    def kernel(self, name: str, shape: tuple[int, int, int, int]) -> str:
        """A matrix of one row for each filter, made a kernel again."""
        block = BLOCK if shape[1] > 1 else shape[2] * shape[3]
        flat = self.weights(name, (shape[0], shape[1] * shape[2] * shape[3]), 1, block)
        wanted = self.constant(f"{name}_shape", np.array(shape, np.int64))
        return self.node("Reshape", [flat, wanted], f"{name}_reshaped")

    def norm(self, value: str, name: str, channels: int) -> str:
        ranges = {"gamma": (0.5, 2), "beta": (-1, 1), "mean": (-1, 1), "var": (0.5, 3)}
        settings = [
            self.constant(f"{name}_{what}", self._rng.uniform(*ends, channels).astype(np.float32))
            for what, ends in ranges.items()
        ]
        return self.node("BatchNormalization", [value, *settings], name, epsilon=1e-3)

    def prelu(self, value: str, name: str, channels: int) -> str:
        slopes = self._rng.uniform(-0.8, 0.8, (channels, 1, 1)).astype(np.float32)
        slopes[0] = 1.12
        return self.node("PRelu", [value, self.constant(f"{name}_gamma", slopes)], name)


def quantised(seed: int = 1) -> bytes:
    """Convolutions, plain and by channel, a norm on its own, a matrix; all weights in blocks."""
    made = _Quantised(seed)
    value = made.node(
        "Sub", ["data", made.constant("middle", np.array([127.5], np.float32))], "centred"
    )
    value = made.node(
        "Mul", [value, made.constant("scale", np.array([1 / 128], np.float32))], "scaled"
    )
    channels = (3, 8, 8, 16)
    for number, (given, filters) in enumerate(pairwise(channels), 1):
        by_channel = given == filters
        name = f"conv_{number}"
        kernel = made.kernel(name, (filters, 1 if by_channel else given, 3, 3))
        value = made.node(
            "Conv",
            [value, kernel],
            f"{name}_conv2d",
            group=filters if by_channel else 1,
            kernel_shape=[3, 3],
            pads=[1, 1, 1, 1],
            strides=[2, 2] if number == 3 else [1, 1],
        )
        value = made.prelu(made.norm(value, f"{name}_norm", filters), f"{name}_relu", filters)
    value = made.norm(value, "bn1", channels[-1])
    ratio = made.node(
        "Constant", [], "ratio", value=numpy_helper.from_array(np.array(0.4, np.float32))
    )
    value = made.node("Dropout", [value, ratio], "dropout")
    value = made.node("Flatten", [value], "flat")
    inputs = channels[-1] * (SIZE // 2) ** 2
    matrix = made.weights("pre_fc1_weight", (NUMBERS, inputs), 1, 5)
    bias = made.weights("pre_fc1_bias", (NUMBERS,), 0, BLOCK)
    value = made.node("Gemm", [value, matrix, bias], "pre_fc1", transB=1)
    made.norm(value, "fc1", NUMBERS)
    graph = helper.make_graph(
        made.nodes,
        "tiny",
        [helper.make_tensor_value_info("data", TensorProto.FLOAT, [1, 3, SIZE, SIZE])],
        [helper.make_tensor_value_info("fc1", TensorProto.FLOAT, [1, NUMBERS])],
        made.constants,
    )
    model = helper.make_model(graph, ir_version=10, opset_imports=[helper.make_opsetid("", 21)])
    onnx.checker.check_model(model, full_check=True)
    return bytes(model.SerializeToString())


def pictures(count: int) -> NDArray[np.float32]:
    drawn = np.random.default_rng(9).integers(0, 256, (count, 3, SIZE, SIZE))
    return drawn.astype(np.float32)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_numbers_are_those_of_the_network_as_it_is(seed: int) -> None:
    content = quantised(seed)
    theirs = session(content, 1)
    ours = session(dequantised(content, SHAPES).SerializeToString(), 1)
    some = pictures(7)
    reference = np.concatenate([theirs.run(None, {"data": each[None]})[0] for each in some])
    (found,) = ours.run(None, {"data": some})
    assert np.ptp(reference, axis=0).min() > 0.1
    assert np.abs(found - reference).max() <= 1e-5 * np.abs(reference).max()


def test_the_batch_is_free() -> None:
    ours = session(dequantised(quantised(), SHAPES).SerializeToString(), 1)
    (given,), (kept,) = ours.get_inputs(), ours.get_outputs()
    assert (given.shape, kept.shape) == (["n", 3, SIZE, SIZE], ["n", NUMBERS])
    some = pictures(5)
    (together,) = ours.run(None, {"data": some})
    one_by_one = [ours.run(None, {"data": each[None]})[0][0] for each in some]
    assert together == pytest.approx(np.stack(one_by_one), rel=1e-4, abs=1e-4)


def test_nothing_is_left_that_is_computed_at_every_run_or_slow() -> None:
    made = dequantised(quantised(), SHAPES)
    kinds = {node.op_type for node in made.graph.node}
    assert kinds == {"Sub", "Mul", "Add", "Conv", "Relu", "Flatten", "Gemm"}
    used = {name for node in made.graph.node for name in node.input}
    weights = {each.name: each for each in made.graph.initializer}
    assert weights.keys() <= used
    assert {each.data_type for each in weights.values()} == {TensorProto.FLOAT}


def test_the_same_file_always_becomes_the_same_bytes() -> None:
    first, second = (
        dequantised(quantised(), SHAPES).SerializeToString(deterministic=True) for _ in range(2)
    )
    assert first == second
