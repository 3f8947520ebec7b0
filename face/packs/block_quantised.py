"""Dequantise the networks of OpenCV Zoo, which come quantised in blocks, to plain float32.

ONNX Runtime unpacks such weights at every run, and OpenCV 5 refuses one of the files. Unpacked
once, folded and freed of their fixed size they give the same numbers (to 1e-6 of a unit vector) in
a third of the time.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import helper, numpy_helper

from face.packs.written_onnx import checked_model, value_info

Array = NDArray[np.float32]


def dequantised(content: bytes, shapes: Mapping[str, tuple[str | int, ...]]) -> onnx.ModelProto:
    """Return a network with float32 weights and batch norms folded into the
    convolutions before them.

    Args:
        content: The content of the ONNX file.
        shapes: Shapes of the input and the outputs to keep, by name; a text is a free axis.
    """
    model = onnx.load_model_from_string(content)
    graph = model.graph
    values = {each.name: numpy_helper.to_array(each) for each in graph.initializer}
    nodes = _with_constants(list(graph.node), values)
    nodes = _with_folded_norms(nodes, values)
    nodes = _without_prelus(nodes, values)
    used = {name for node in nodes for name in node.input}
    given = [each for each in graph.input if each.name in shapes]
    kept = [each for each in graph.output if each.name in shapes]
    fresh = helper.make_graph(
        nodes,
        graph.name,
        [value_info(each.name, shapes[each.name]) for each in given],
        [value_info(each.name, shapes[each.name]) for each in kept],
        [numpy_helper.from_array(v, n) for n, v in sorted(values.items()) if n in used],
    )
    return checked_model(fresh)


def _with_constants(
    nodes: list[onnx.NodeProto], values: dict[str, NDArray[Any]]
) -> list[onnx.NodeProto]:
    """Return the nodes without those that compute weights, which is done now, or that do nothing.

    Adds to `values`.
    """
    kept: list[onnx.NodeProto] = []
    same: dict[str, str] = {}
    for node in nodes:
        inputs = [same.get(name, name) for name in node.input]
        (output,) = node.output[:1]
        if node.op_type == "DequantizeLinear":
            values[output] = _dequantised(node, *(values[name] for name in inputs))
        elif node.op_type == "Constant":
            values[output] = numpy_helper.to_array(node.attribute[0].t)
        elif node.op_type == "Reshape" and inputs[0] in values:
            values[output] = values[inputs[0]].reshape(values[inputs[1]])
        elif node.op_type == "Dropout":
            same[output] = inputs[0]
        else:
            del node.input[:]
            node.input.extend(inputs)
            kept.append(node)
    return kept


def _dequantised(
    node: onnx.NodeProto,
    packed: NDArray[Any],
    scale: NDArray[Any],
    zero: NDArray[Any],
) -> Array:
    """Dequantise with a scale and a zero point for each block along an axis.

    Source: ONNX, DequantizeLinear-21.
    """
    settings = {each.name: helper.get_attribute_value(each) for each in node.attribute}
    axis, block = settings["axis"], settings["block_size"]
    length = packed.shape[axis]
    scales, zeros = (
        np.take(np.repeat(each, block, axis=axis), np.arange(length), axis=axis)
        for each in (scale, zero)
    )
    return np.asarray((packed.astype(np.float32) - zeros.astype(np.float32)) * scales, np.float32)


def _with_folded_norms(
    nodes: list[onnx.NodeProto], values: dict[str, NDArray[Any]]
) -> list[onnx.NodeProto]:
    """Return the nodes with batch norms folded into the convolution or matrix before them.

    Other batch norms become a scale and a shift. Adds to `values`.
    """
    makers = {output: node for node in nodes for output in node.output}
    kept: list[onnx.NodeProto] = []
    for node in nodes:
        if node.op_type != "BatchNormalization":
            kept.append(node)
            continue
        scale, shift = _scale_and_shift(node, values)
        before = makers[node.input[0]]
        (output,) = node.output[:1]
        if before.op_type in ("Conv", "Gemm"):
            _fold(before, scale, shift, values)
            before.output[0] = output
            makers[output] = before
            continue
        values[f"{output}_scale"], values[f"{output}_shift"] = (
            each[:, None, None] for each in (scale, shift)
        )
        kept.append(helper.make_node("Mul", [node.input[0], f"{output}_scale"], [f"{output}_by"]))
        kept.append(helper.make_node("Add", [f"{output}_by", f"{output}_shift"], [output]))
    return kept


def _scale_and_shift(
    node: onnx.NodeProto, values: Mapping[str, NDArray[Any]]
) -> tuple[Array, Array]:
    gamma, beta, mean, variance = (values[name].astype(np.float64) for name in node.input[1:5])
    (epsilon,) = (each.f for each in node.attribute if each.name == "epsilon")
    scale = gamma / np.sqrt(variance + epsilon)
    return scale.astype(np.float32), (beta - mean * scale).astype(np.float32)


def _fold(
    node: onnx.NodeProto, scale: Array, shift: Array, values: dict[str, NDArray[Any]]
) -> None:
    weight, *bias = node.input[1:]
    name = f"{node.output[0]}_folded"
    kernel = values[weight]
    values[f"{name}_weight"] = kernel * scale.reshape(-1, *(1,) * (kernel.ndim - 1))
    values[f"{name}_bias"] = (values[bias[0]] * scale if bias else 0) + shift
    del node.input[1:]
    node.input.extend([f"{name}_weight", f"{name}_bias"])


def _without_prelus(
    nodes: list[onnx.NodeProto], values: dict[str, NDArray[Any]]
) -> list[onnx.NodeProto]:
    """Return the nodes with PRelu(x) as (1 - a) (relu(x) + b x), b = a / (1 - a),
    the factor moved on.

    ONNX Runtime has no fast kernel for PRelu, and leaves its fast memory layout for it and for
    subtractions; a depthwise 1 x 1 convolution with a sum stays in it (measured: 25% faster than
    relu(x) + a (x - relu(x))). The slopes of SFace run from -0.81 to 1.12; none is 1.

    Changes `values`.
    """
    kept: list[onnx.NodeProto] = []
    for node in nodes:
        if node.op_type != "PRelu":
            kept.append(node)
            continue
        (x, slope), (output,) = node.input, node.output
        a = values[slope].astype(np.float64).ravel()
        above, along = f"{output}_above", f"{output}_along"
        values[f"{along}_weight"] = (a / (1 - a)).astype(np.float32).reshape(-1, 1, 1, 1)
        kept.append(helper.make_node("Relu", [x], [above]))
        kept.append(
            helper.make_node(
                "Conv", [x, f"{along}_weight"], [along], group=len(a), kernel_shape=[1, 1]
            )
        )
        kept.append(helper.make_node("Add", [above, along], [output]))
        for reader in nodes:
            if output in reader.input:
                _scale_input(reader, (1 - a).astype(np.float32), values)
    return kept


def _scale_input(node: onnx.NodeProto, scale: Array, values: dict[str, NDArray[Any]]) -> None:
    """Scale a node's weights as if each channel of its first input were multiplied by `scale`."""
    groups = {each.name: each.i for each in node.attribute}.get("group", 1)
    shapes = {"Mul": (-1, 1, 1), "Conv": (1, -1, 1, 1) if groups == 1 else (-1, 1, 1, 1)}
    values[node.input[1]] = values[node.input[1]] * scale.reshape(shapes[node.op_type])
