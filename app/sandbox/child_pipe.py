"""The child's end of the two pipes to its parent."""

import io
import os
from functools import partial
from typing import BinaryIO

from app.sandbox import protocol
from app.sandbox.errors import BrokenProtocolError
from app.sandbox.protocol import Kind
from face.errors import UnreadableMediaError
from face.streams import buffered_stream
from face.types import Reason


class ChildPipe:
    """Sends and receives messages, and reads media range by range."""

    def __init__(self, reading: int, writing: int) -> None:
        self.descriptors = (reading, writing)
        self._reading = io.FileIO(reading)
        self._writing = io.FileIO(writing, "wb")

    def send(self, kind: Kind, **fields: object) -> None:
        """Send one message."""
        unsent = memoryview(protocol.message(kind, **fields))
        while unsent:
            unsent = unsent[self._writing.write(unsent) :]

    def receive(self, wanted: Kind) -> bytes | None:
        """Return the body of the next message, None at the end; raises BrokenProtocolError."""
        got = protocol.receive(self._reading.read, protocol.FROM_PARENT)
        if got is None:
            return None
        kind, body = got
        if kind != wanted:
            raise BrokenProtocolError(kind.name)
        return body

    def medium(self, whole: object, size: int) -> BinaryIO:
        """Open a medium: from its bytes if they came along, or else from the parent."""
        if isinstance(whole, bytes):
            return io.BytesIO(whole)
        return buffered_stream(partial(_fetch, self), size)


def take_over_standard_streams() -> ChildPipe:
    """Keep the pipes to the parent; what codec libraries print is discarded."""
    pipe = ChildPipe(os.dup(0), os.dup(1))
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    os.close(nowhere)
    return pipe


def _fetch(pipe: ChildPipe, offset: int, length: int) -> bytes:
    pipe.send(Kind.READ, offset=offset, length=min(length, protocol.READ_SIZE))
    body = pipe.receive(Kind.BYTES)
    if body is None:
        raise SystemExit(0)
    chunk = protocol.fields(body)["bytes"]
    if chunk is None:
        raise UnreadableMediaError(Reason.UNREADABLE_FILE)
    return bytes(chunk)
