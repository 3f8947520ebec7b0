import io
import struct

import msgpack
import pytest

from app.sandbox import protocol
from app.sandbox.errors import BrokenProtocolError
from app.sandbox.protocol import Kind


def received(raw: bytes) -> tuple[Kind, bytes] | None:
    return protocol.receive(io.BytesIO(raw).read, protocol.FROM_CHILD)


def test_a_message_comes_through() -> None:
    got = received(protocol.message(Kind.READ, offset=3, length=4))
    assert got is not None
    assert got[0] == Kind.READ
    assert protocol.fields(got[1]) == {"offset": 3, "length": 4}


def test_a_message_comes_through_in_single_bytes() -> None:
    stream = io.BytesIO(protocol.message(Kind.READ, offset=3, length=4))
    got = protocol.receive(lambda _: stream.read(1), protocol.FROM_CHILD)
    assert got is not None
    assert got[0] == Kind.READ


def test_the_end_between_two_messages_is_no_error() -> None:
    assert received(b"") is None


def test_a_length_beyond_the_limit_is_refused_before_anything_is_read() -> None:
    asked: list[int] = []

    def read(size: int) -> bytes:
        asked.append(size)
        return struct.pack(">BI", Kind.TRACK, 0xFFFFFFFF)

    with pytest.raises(BrokenProtocolError):
        protocol.receive(read, protocol.FROM_CHILD)
    assert asked == [5]


@pytest.mark.parametrize(
    "raw",
    [
        b"\x12",
        struct.pack(">BI", Kind.READ, 10) + b"short",
        struct.pack(">BI", Kind.READ, 10),
        struct.pack(">BI", 99, 0),
        struct.pack(">BI", Kind.JOB, 0),
    ],
    ids=["cut header", "cut body", "no body", "unknown kind", "kind of the other side"],
)
def test_nonsense_is_refused(raw: bytes) -> None:
    with pytest.raises(BrokenProtocolError):
        received(raw)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xc1",
        b"\x93\x01\x02\x03",
        b"\x81\x01\x02",
        b"\x81" * 5000,
        b"\xdd\xff\xff\xff\xff",
        msgpack.packb({"a": 1}) + b"\x00",
        msgpack.packb({"a": msgpack.ExtType(5, b"x")}),
    ],
    ids=["empty", "reserved", "list", "number key", "deep", "huge list", "two values", "ext"],
)
def test_a_body_that_is_no_plain_map_is_refused(body: bytes) -> None:
    with pytest.raises(BrokenProtocolError):
        protocol.fields(body)
