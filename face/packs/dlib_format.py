"""dlib's file format, as far as its face recognition network needs it.

A layer is its name, then its numbers. An integer is one byte with its length (and the sign in the
highest bit), then that many bytes, least significant first. A text is its length and its bytes. A
tensor is a version, four sizes and that many float32 (dlib/serialize.h, dlib/dnn/layers.h,
dlib/cuda/tensor.h).
"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float32]

CONVOLUTION = b"\x01\x05con_4"
_AFFINE = b"\x01\x07affine_"
_FULLY_CONNECTED = b"\x01\x04fc_2"


@dataclass(frozen=True, slots=True, eq=False)
class Convolution:
    """A convolution: weights out x in x height x width, bias, and what both axes share."""

    weights: Array
    bias: Array
    stride: int
    padding: int


class DlibReader:
    """Reads layers one after the other. What is not named is skipped: mere bookkeeping."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._at = 0

    def convolution(self) -> Convolution:
        """The next convolution, with the scale and shift of the affine layer after it folded in.

        Raises:
            ValueError: There is none.
        """
        self._skip_to(CONVOLUTION)
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
        """The next fully connected layer without a bias, as inputs x outputs.

        Raises:
            ValueError: There is none.
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
