"""What every ONNX file that is made here has in common: its version, and a check before use."""

import onnx
from onnx import helper

_OPSET = 17
_IR_VERSION = 8


def value_info(name: str, shape: tuple[str | int | None, ...]) -> onnx.ValueInfoProto:
    """Describe a float32 input or output; a text or None is a free axis."""
    return helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, shape)


def checked_model(graph: onnx.GraphProto) -> onnx.ModelProto:
    """Make a model of a graph, and check it.

    Raises:
        onnx.checker.ValidationError: The graph is not valid ONNX.
    """
    model = helper.make_model(
        graph,
        producer_name="geoul",
        ir_version=_IR_VERSION,
        opset_imports=[helper.make_opsetid("", _OPSET)],
    )
    onnx.checker.check_model(model, full_check=True)
    return model
