"""Evaluates the functions of a PDF (ISO 32000-1, 7.10), by which named inks become colours."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, StreamObject

from face.errors import UnreadableMediaError
from face.types import Reason

Values: TypeAlias = NDArray[np.float64]
"""Rows of numbers."""

MAX_INPUTS: Final = 8
_MAX_DEEP: Final = 8
_MAX_SAMPLES: Final = 4_000_000
_MAX_STEPS: Final = 4_000
_MAX_STACK: Final = 100
_TOKEN: Final = re.compile(rb"[{}]|[^\s{}]+")
_SAMPLED, _EXPONENTIAL, _STITCHING, _CALCULATOR = 0, 2, 3, 4


def evaluate(function: PdfObject | None, inputs: Values, depth: int = 0) -> Values:
    """Evaluate a function, or an array of functions of one output each, for every row.

    Args:
        inputs: n x m.

    Returns:
        n x k.

    Raises:
        UnreadableMediaError: It makes no sense, or is larger than honest ones.
        Exception: Whatever pypdf and NumPy raise about a damaged one.
    """
    if depth > _MAX_DEEP or inputs.shape[1] > MAX_INPUTS:
        raise UnreadableMediaError(Reason.PICTURE_FORMAT)
    if isinstance(function, ArrayObject):
        columns = [evaluate(each.get_object(), inputs, depth + 1) for each in function[:MAX_INPUTS]]
        return np.concatenate(columns, axis=1)
    if not isinstance(function, DictionaryObject):
        raise UnreadableMediaError(Reason.PICTURE_FORMAT)
    inputs = _clipped(inputs, _numbers(function, "/Domain"))
    kinds: dict[int, Callable[[DictionaryObject, Values, int], Values]] = {
        _SAMPLED: _sampled,
        _EXPONENTIAL: _exponential,
        _STITCHING: _stitched,
        _CALCULATOR: _calculated,
    }
    kind = kinds.get(int(_numbers(function, "/FunctionType", [-1])[0]))
    if kind is None:
        raise UnreadableMediaError(Reason.PICTURE_FORMAT)
    return _clipped(kind(function, inputs, depth), _numbers(function, "/Range"))


def _numbers(
    function: DictionaryObject, key: str, otherwise: Sequence[float] = ()
) -> Sequence[float]:
    value = function[key].get_object() if key in function else None
    if value is None:
        return otherwise
    found = value if isinstance(value, ArrayObject) else [value]
    return [float(each.get_object()) for each in found]  # type: ignore[arg-type]


def _clipped(values: Values, bounds: Sequence[float]) -> Values:
    pairs = len(bounds) // 2
    if not pairs:
        return values
    low, high = np.array(bounds[: 2 * pairs : 2]), np.array(bounds[1 : 2 * pairs : 2])
    return np.clip(values[:, :pairs], low, high)


def _exponential(function: DictionaryObject, inputs: Values, _depth: int) -> Values:
    low = np.array(_numbers(function, "/C0", [0.0]))
    high = np.array(_numbers(function, "/C1", [1.0]))
    (exponent,) = _numbers(function, "/N", [1.0])
    return np.asarray(low + inputs[:, :1] ** exponent * (high - low), np.float64)


def _stitched(function: DictionaryObject, inputs: Values, depth: int) -> Values:
    low, high = _numbers(function, "/Domain", [0.0, 1.0])[:2]
    parts = function["/Functions"].get_object()
    if not isinstance(parts, ArrayObject) or not 0 < len(parts) <= _MAX_STEPS:
        raise UnreadableMediaError(Reason.PICTURE_FORMAT)
    ends = [low, *_numbers(function, "/Bounds"), high]
    encode = _numbers(function, "/Encode")
    which = np.clip(np.searchsorted(ends[1:-1], inputs[:, 0], side="right"), 0, len(parts) - 1)
    outputs: Values | None = None
    for number in np.unique(which):
        rows = which == number
        span = (ends[number + 1] - ends[number]) or 1.0
        first, last = encode[2 * number : 2 * number + 2]
        inside = first + (inputs[rows, 0] - ends[number]) * (last - first) / span
        part = evaluate(parts[int(number)].get_object(), inside[:, None], depth + 1)
        if outputs is None:
            outputs = np.zeros((len(inputs), part.shape[1]))
        outputs[rows] = part
    return np.zeros((0, 1)) if outputs is None else outputs


def _sampled(function: DictionaryObject, inputs: Values, _depth: int) -> Values:
    """A table of samples, between which it is interpolated in every direction."""
    sizes = [int(each) for each in _numbers(function, "/Size")]
    bits = int(_numbers(function, "/BitsPerSample", [8])[0])
    bounds = _numbers(function, "/Range")
    count = len(bounds) // 2
    whole = int(np.prod(sizes)) * count
    if (
        not isinstance(function, StreamObject)
        or bits not in {8, 16}
        or not 0 < whole <= _MAX_SAMPLES
    ):
        raise UnreadableMediaError(Reason.PICTURE_FORMAT)
    kind = np.dtype(">u1" if bits == 8 else ">u2")
    table = np.frombuffer(function.get_data(), kind, whole).astype(np.float64)
    decode = np.array(_numbers(function, "/Decode", bounds)).reshape(count, 2)
    table = decode[:, 0] + table.reshape(-1, count) / ((1 << bits) - 1) * np.diff(decode).T
    domain = np.array(_numbers(function, "/Domain")).reshape(-1, 2)
    plain = [each for size in sizes for each in (0, size - 1)]
    encode = np.array(_numbers(function, "/Encode", plain)).reshape(-1, 2)
    span = np.where(np.diff(domain).T == 0, 1, np.diff(domain).T)
    at = encode[:, 0] + (inputs - domain[:, 0]) * np.diff(encode).T / span
    at = np.clip(at, 0, np.array(sizes) - 1)
    low = np.floor(at).astype(np.intp)
    share = at - low
    steps = np.cumprod([1, *sizes[:-1]])
    outputs = np.zeros((len(inputs), count))
    for corner in product((0, 1), repeat=len(sizes)):
        weight = np.prod(np.where(corner, share, 1 - share), axis=1)
        cell = np.minimum(low + np.array(corner), np.array(sizes) - 1) @ steps
        outputs += weight[:, None] * table[cell]
    return outputs


@dataclass(frozen=True, slots=True)
class _Block:
    """The steps between two braces."""

    steps: "tuple[bytes | _Block, ...]"


def _calculated(function: DictionaryObject, inputs: Values, _depth: int) -> Values:
    if not isinstance(function, StreamObject):
        raise UnreadableMediaError(Reason.PICTURE_FORMAT)
    tokens = _TOKEN.findall(function.get_data())
    if len(tokens) > _MAX_STEPS:
        raise UnreadableMediaError(Reason.PICTURE_FORMAT)
    program = _parsed(iter(tokens[1:]), 0)
    stack = _run(program, list(inputs.T))
    count = len(_numbers(function, "/Range")) // 2
    return np.stack([np.broadcast_to(each, len(inputs)) for each in stack[-count:]], axis=1)


def _parsed(tokens: Iterator[bytes], depth: int) -> _Block:
    if depth > _MAX_DEEP:
        raise UnreadableMediaError(Reason.PICTURE_FORMAT)
    steps: list[bytes | _Block] = []
    for token in tokens:
        if token == b"}":
            break
        steps.append(_parsed(tokens, depth + 1) if token == b"{" else token)
    return _Block(tuple(steps))


Stack: TypeAlias = list[Values]

_ONE: Final[dict[bytes, Callable[[Values], Values]]] = {
    b"abs": np.abs,
    b"neg": np.negative,
    b"ceiling": np.ceil,
    b"floor": np.floor,
    b"round": lambda a: np.floor(a + 0.5),
    b"truncate": np.trunc,
    b"cvi": np.trunc,
    b"cvr": lambda a: a,
    b"sqrt": lambda a: np.sqrt(np.maximum(a, 0)),
    b"sin": lambda a: np.sin(np.radians(a)),
    b"cos": lambda a: np.cos(np.radians(a)),
    b"ln": lambda a: np.log(np.maximum(a, 1e-30)),
    b"log": lambda a: np.log10(np.maximum(a, 1e-30)),
    b"not": lambda a: (a == 0).astype(np.float64),
}
_TWO: Final[dict[bytes, Callable[[Values, Values], Values]]] = {
    b"add": np.add,
    b"sub": np.subtract,
    b"mul": np.multiply,
    b"div": lambda a, b: a / np.where(b == 0, 1, b),
    b"idiv": lambda a, b: np.trunc(a / np.where(b == 0, 1, b)),
    b"mod": lambda a, b: np.fmod(a, np.where(b == 0, 1, b)),
    b"exp": lambda a, b: np.power(np.maximum(a, 0), b),
    b"atan": lambda a, b: np.degrees(np.arctan2(a, b)) % 360,
    b"eq": lambda a, b: (a == b).astype(np.float64),
    b"ne": lambda a, b: (a != b).astype(np.float64),
    b"gt": lambda a, b: (a > b).astype(np.float64),
    b"ge": lambda a, b: (a >= b).astype(np.float64),
    b"lt": lambda a, b: (a < b).astype(np.float64),
    b"le": lambda a, b: (a <= b).astype(np.float64),
    b"and": lambda a, b: ((a != 0) & (b != 0)).astype(np.float64),
    b"or": lambda a, b: ((a != 0) | (b != 0)).astype(np.float64),
    b"xor": lambda a, b: ((a != 0) ^ (b != 0)).astype(np.float64),
}


def _run(block: _Block, stack: Stack) -> Stack:
    """Run steps for all rows at once; both branches of a choice are run, and one is taken."""
    waiting: list[_Block] = []
    for step in block.steps:
        if isinstance(step, _Block):
            waiting.append(step)
        elif step in _ONE:
            stack.append(_ONE[step](stack.pop()))
        elif step in _TWO:
            second, first = stack.pop(), stack.pop()
            stack.append(_TWO[step](first, second))
        elif step in (b"if", b"ifelse"):
            stack = _chosen(step, waiting, stack)
        else:
            _move(step, stack)
        if len(stack) > _MAX_STACK:
            raise UnreadableMediaError(Reason.PICTURE_FORMAT)
    return stack


def _chosen(step: bytes, waiting: list[_Block], stack: Stack) -> Stack:
    condition = stack.pop() != 0
    otherwise = waiting.pop() if step == b"ifelse" else _Block(())
    then = waiting.pop()
    yes, no = _run(then, list(stack)), _run(otherwise, list(stack))
    if len(yes) != len(no):
        raise UnreadableMediaError(Reason.PICTURE_FORMAT)
    return [np.where(condition, a, b) for a, b in zip(yes, no, strict=True)]


def _move(step: bytes, stack: Stack) -> None:
    """Steps that move what is on the stack, and numbers."""
    move = _MOVES.get(step)
    if move is None:
        stack.append(np.array(float(step)))
    else:
        move(stack)


def _exchange(stack: Stack) -> None:
    stack[-2:] = stack[:-3:-1]


def _copy(stack: Stack) -> None:
    count = _count(stack)
    stack.extend(stack[len(stack) - count :])


def _roll(stack: Stack) -> None:
    by, count = int(np.ravel(stack.pop())[0]), _count(stack)
    if count:
        rolled = stack[len(stack) - count :]
        by %= count
        stack[len(stack) - count :] = rolled[count - by :] + rolled[: count - by]


_MOVES: Final[dict[bytes, Callable[[Stack], object]]] = {
    b"pop": lambda stack: stack.pop(),
    b"dup": lambda stack: stack.append(stack[-1]),
    b"exch": _exchange,
    b"true": lambda stack: stack.append(np.array(1.0)),
    b"false": lambda stack: stack.append(np.array(0.0)),
    b"copy": _copy,
    b"index": lambda stack: stack.append(stack[-1 - _count(stack)]),
    b"roll": _roll,
}


def _count(stack: Stack) -> int:
    """A number of places, which has to be the same for all rows."""
    count = int(np.ravel(stack.pop())[0])
    if not 0 <= count <= len(stack):
        raise UnreadableMediaError(Reason.PICTURE_FORMAT)
    return count
