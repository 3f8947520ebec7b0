r"""Telegram Desktop writes control characters as `\xNN`, which is not JSON; `\u00NN` is."""

import re
from typing import BinaryIO

STEP, STEPS = 4096, 64
"""How far is read on until a chunk ends behind an escape; no honest text is one row of them."""

_ESCAPE = re.compile(rb"\\(?:x([0-9A-Fa-f]{2})|.)", re.DOTALL)


def mended(stream: BinaryIO, size: int) -> bytes:
    """Read about that many bytes; nothing only at the end of the stream."""
    chunk = stream.read(size)
    for _ in range(STEPS):
        if not _is_cut(chunk) or not (more := stream.read(STEP)):
            break
        chunk += more
    return _ESCAPE.sub(_as_json, chunk) if b"\\x" in chunk else chunk


def _as_json(escape: re.Match[bytes]) -> bytes:
    return rb"\u00" + escape[1] if escape[1] else escape[0]


def _is_cut(chunk: bytes) -> bool:
    """Whether the end may be in the middle of an escape."""
    return b"\\" in chunk[-4:]
