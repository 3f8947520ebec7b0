"""Members that are made from their holder by decoding: in memory when small, else as a stream."""

import io
from collections.abc import Callable, Generator
from contextlib import closing
from typing import BinaryIO, TypeAlias

from app.intake.readers.core.address import within
from app.intake.readers.core.members import MemberFile, MemberFolder
from app.intake.readers.core.places import HEAD, File
from app.sandbox.reader_limits import IN_MEMORY_BYTES, MAX_MEMBER_BYTES
from face.errors import UnreadableMediaError
from face.types import Reason

MAX_NAME_CHARACTERS = 200
"""Of a name that somebody else thought out, in an address."""

Decode: TypeAlias = Callable[[], Generator[bytes]]
"""Gives the bytes of a member from its start. Raises OSError, UnreadableMediaError."""


class DecodedMember(MemberFile):
    """A member of a holder that lists its members only while it is read."""

    __slots__ = ("_decode",)

    def __init__(
        self, folder: MemberFolder, holder: File, address: str, size: int, decode: Decode
    ) -> None:
        """A member whose name is the end of its address; a size that is not known is guessed."""
        name = address.rpartition("/")[2]
        super().__init__(within(holder.path, address), name, size, holder.mtime_ns)
        self.parent = folder
        self._decode = decode

    def open(self) -> BinaryIO:
        """From memory, or decoded again from its start when somebody seeks back."""
        pieces: list[bytes] = []
        size = 0
        with closing(self._decode()) as chunks:
            for chunk in chunks:
                pieces.append(chunk)
                size += len(chunk)
                if size > IN_MEMORY_BYTES:
                    return io.BufferedReader(RestartableStream(self._decode))
        return io.BytesIO(b"".join(pieces))

    def remember(self, start: bytes) -> None:
        """Its first bytes, where the holder has read them already."""
        self._head = start[:HEAD]

    def _read_head(self) -> bytes:
        head = b""
        try:
            with closing(self._decode()) as chunks:
                for chunk in chunks:
                    head += chunk[:HEAD]
                    if len(head) >= HEAD:
                        break
        except (OSError, UnreadableMediaError):
            return head[:HEAD]
        return head[:HEAD]


class RestartableStream(io.RawIOBase):
    """A seekable stream over what can only be decoded forwards."""

    def __init__(self, decode: Decode) -> None:
        super().__init__()
        self._decode = decode
        self._chunks = decode()
        self._rest = b""
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        chunk = self._next(len(buffer))
        buffer[: len(chunk)] = chunk
        return len(chunk)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if whence == io.SEEK_END:
            self._forward(MAX_MEMBER_BYTES)
        target = max(0, offset + (0 if whence == io.SEEK_SET else self._at))
        if target < self._at:
            self._chunks.close()
            self._chunks, self._rest, self._at = self._decode(), b"", 0
        self._forward(target - self._at)
        return self._at

    def tell(self) -> int:
        return self._at

    def close(self) -> None:
        self._chunks.close()
        super().close()

    def _next(self, most: int) -> bytes:
        while not self._rest:
            chunk = next(self._chunks, None)
            if chunk is None:
                return b""
            self._rest = chunk
        taken, self._rest = self._rest[:most], self._rest[most:]
        self._at += len(taken)
        if self._at > MAX_MEMBER_BYTES:
            raise UnreadableMediaError(Reason.TOO_LARGE, str(MAX_MEMBER_BYTES))
        return taken

    def _forward(self, count: int) -> None:
        while count > 0 and (chunk := self._next(count)):
            count -= len(chunk)
