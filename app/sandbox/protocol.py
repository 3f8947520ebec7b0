"""The messages between the program and its child processes: a kind, a length, a msgpack body.

The child speaks and the parent answers. READY, SCAN, PICTURE, DONE and UNREADABLE are answered by
the next JOB, SHOW or INTAKE, READ and FETCH by BYTES, LIST by ROWS, EVENTS and the last PIECE of a
member by TAKE; FRAME, TRACK and any other PIECE need no answer. Each kind has a greatest length,
which bounds what one side can make the other hold in memory. See docs/decisions/0050.
"""

import struct
from collections.abc import Callable
from enum import IntEnum
from typing import Any

import msgpack

from app.sandbox.errors import BrokenProtocolError

MIB = 1 << 20

READERS = "readers"
"""The work of a child that reads containers, exports, mails and documents."""

WHOLE = 4 * MIB
"""A file up to this size goes along with its job; of a larger one the child asks for ranges."""

READ_SIZE = 1 * MIB
"""Greatest number of bytes that one READ may ask for."""

TRACK_SIZE = MIB // 2
"""Greatest size of a track in bytes: its faces, their embeddings and their crops."""

PICTURE_SIDE = 1280
"""Greatest width and height of a frame that is to be shown, in pixels."""

NO_MEMORY_STATUS = 12
"""The exit status of a child that lacks the memory even to say so."""

_HEADER = struct.Struct(">BI")


class Kind(IntEnum):
    """The kinds of messages."""

    OPEN = 1
    JOB = 2
    BYTES = 3
    SHOW = 4
    INTAKE = 5
    ROWS = 6
    TAKE = 7
    READY = 16
    FAILED = 17
    READ = 18
    FRAME = 19
    TRACK = 20
    SCAN = 21
    UNREADABLE = 22
    PICTURE = 23
    PIECE = 24
    DONE = 25
    LIST = 26
    FETCH = 27
    EVENTS = 28


FINAL = frozenset({Kind.READY, Kind.SCAN, Kind.UNREADABLE, Kind.PICTURE, Kind.DONE})
"""Kinds after which the child waits for its next job."""

FROM_PARENT = {
    Kind.OPEN: 64 * 1024,
    Kind.JOB: WHOLE + 1024,
    Kind.BYTES: READ_SIZE + 1024,
    Kind.SHOW: WHOLE + 1024,
    Kind.INTAKE: MIB,
    Kind.ROWS: 2 * MIB,
    Kind.TAKE: 256,
}
FROM_CHILD = {
    Kind.READY: 1024,
    Kind.FAILED: 4096,
    Kind.READ: 256,
    Kind.FRAME: 256,
    Kind.TRACK: TRACK_SIZE,
    Kind.SCAN: MIB // 4,
    Kind.UNREADABLE: 4096,
    Kind.PICTURE: 3 * PICTURE_SIDE**2 + 1024,
    Kind.PIECE: READ_SIZE + 1024,
    Kind.DONE: 1024,
    Kind.LIST: 64 * 1024,
    Kind.FETCH: 64 * 1024,
    Kind.EVENTS: 8 * MIB,
}


def message(kind: Kind, **fields: object) -> bytes:
    """Return one message, ready to be written."""
    body: bytes = msgpack.packb(fields)
    return _HEADER.pack(kind, len(body)) + body


def receive(read: Callable[[int], bytes], limits: dict[Kind, int]) -> tuple[Kind, bytes] | None:
    """Read one message; None at the end of the stream.

    Args:
        read: Reads at most so many bytes, and none only at the end of the stream.
        limits: The kinds that may come, and the greatest length of the body of each, in bytes.

    Raises:
        BrokenProtocolError: The message is of another kind, too long, or cut off.
    """
    header = _exactly(read, _HEADER.size)
    if not header:
        return None
    number, length = _HEADER.unpack(header)
    if number not in limits or length > limits[Kind(number)]:
        raise BrokenProtocolError("header")
    body = _exactly(read, length)
    if len(body) < length:
        raise BrokenProtocolError("cut off")
    return Kind(number), body


def _exactly(read: Callable[[int], bytes], size: int) -> bytes:
    chunks = bytearray()
    while len(chunks) < size:
        chunk = read(size - len(chunks))
        if not chunk:
            if chunks:
                raise BrokenProtocolError("cut off")
            return b""
        chunks += chunk
    return bytes(chunks)


def fields(body: bytes) -> dict[str, Any]:
    """Return the named values of a message, unchecked.

    Raises:
        BrokenProtocolError: The body is not a flat msgpack map with text for keys.
    """
    try:
        unpacked = msgpack.unpackb(body, max_ext_len=0, strict_map_key=True)
    except (ValueError, TypeError, RecursionError, msgpack.UnpackException) as error:
        raise BrokenProtocolError("body") from error
    if not isinstance(unpacked, dict) or not all(isinstance(key, str) for key in unpacked):
        raise BrokenProtocolError("body")
    return unpacked
