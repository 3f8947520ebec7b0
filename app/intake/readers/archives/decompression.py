"""Streams packed with gzip, bzip2, xz or Zstandard, unpacked piece by piece."""

import bz2
import lzma
import sys
import zlib
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import BinaryIO, Protocol, TypeAlias

from app.intake.readers.core.places import HEAD, File
from app.intake.readers.core.streams import PIECE
from app.sandbox import reader_limits
from face.errors import UnreadableMediaError
from face.types import Reason

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

BROKEN = (zlib.error, lzma.LZMAError, zstd.ZstdError, EOFError, ValueError)
_GZIP_BITS = 31
_RAW_BITS = -15


class Decompressor(Protocol):
    """What the standard library's unpackers have in common."""

    @property
    def eof(self) -> bool:
        """The end was reached."""
        ...

    @property
    def needs_input(self) -> bool:
        """There is nothing more in what it was given."""
        ...

    @property
    def unused_data(self) -> bytes:
        """What came after the end."""
        ...

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        """At most so many bytes more."""
        ...


class Inflate:
    """zlib's unpacker with the interface of the others."""

    def __init__(self, bits: int = _RAW_BITS) -> None:
        self._zlib = zlib.decompressobj(bits)

    @property
    def eof(self) -> bool:
        """The end was reached."""
        return self._zlib.eof

    @property
    def needs_input(self) -> bool:
        """There is nothing more in what it was given."""
        return not self._zlib.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        """What came after the end."""
        return self._zlib.unused_data

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        """At most so many bytes more."""
        return self._zlib.decompress(self._zlib.unconsumed_tail + data, max_length)


MakeDecompressor: TypeAlias = Callable[[], Decompressor]


def zstd_decompressor() -> Decompressor:
    """For Zstandard; a larger window than allowed is an error."""
    largest = reader_limits.MAX_WINDOW_BYTES.bit_length() - 1
    return zstd.ZstdDecompressor(options={zstd.DecompressionParameter.window_log_max: largest})


@dataclass(frozen=True, slots=True)
class Compression:
    """A way to pack one stream.

    Attributes:
        magic: What it begins with; several may follow one another.
        endings: By which names tell it.
    """

    magic: bytes
    endings: tuple[str, ...]
    unpacker: MakeDecompressor


COMPRESSIONS = (
    Compression(b"\x1f\x8b\x08", (".gz",), lambda: Inflate(_GZIP_BITS)),
    Compression(b"BZh", (".bz2",), bz2.BZ2Decompressor),
    Compression(
        b"\xfd7zXZ\0",
        (".xz",),
        lambda: lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=2 * reader_limits.MAX_WINDOW_BYTES),
    ),
    Compression(b"\x28\xb5\x2f\xfd", (".zst", ".zstd"), zstd_decompressor),
)


def compression_of(head: bytes) -> Compression | None:
    """How a file is packed, by its first bytes."""
    return next((each for each in COMPRESSIONS if head.startswith(each.magic)), None)


def decompressed_head(file: File) -> bytes:
    """The first bytes of what is packed in a file; none when it cannot be unpacked.

    A block of bzip2 gives nothing before it is there whole, so the head of the file is too short.
    """
    packing = compression_of(file.head())
    if packing is None:
        return b""
    try:
        with closing(decompressed_file(file, packing, HEAD)) as chunks:
            return next(chunks, b"")
    except (OSError, UnreadableMediaError):
        return b""


def decompressed(stream: BinaryIO, packing: Compression, most: int = PIECE) -> Generator[bytes]:
    """All of it.

    Args:
        most: Bytes of one piece.

    Raises:
        OSError, UnreadableMediaError: Damaged, cut off, or over a limit.
    """
    read = _Counted(stream)
    given, start = 0, read()
    while start.startswith(packing.magic):
        unpacker = packing.unpacker()
        for piece in pieces(unpacker, start, read, most):
            given += len(piece)
            refuse_bomb(given, read.count)
            yield piece
        start = unpacker.unused_data.lstrip(b"\0")
        while len(start) < len(packing.magic) and (more := read()):
            start = (start + more).lstrip(b"\0")


def decompressed_file(file: File, packing: Compression, most: int = PIECE) -> Generator[bytes]:
    """The same of a file."""
    with file.open() as stream:
        yield from decompressed(stream, packing, most)


def pieces(
    unpacker: Decompressor, start: bytes, read: Callable[[], bytes], most: int = PIECE
) -> Iterator[bytes]:
    """One packed stream to its end.

    Args:
        start: Its first bytes.
        read: Gives the following ones; none at the end.

    Raises:
        OSError, UnreadableMediaError: Damaged or cut off.
    """
    data = start
    while not unpacker.eof:
        try:
            piece = unpacker.decompress(data, most)
        except (OSError, *BROKEN) as error:
            raise _said(error) from error
        if piece:
            yield piece
        data = read() if unpacker.needs_input and not unpacker.eof else b""
        if not data and not piece and not unpacker.eof:
            raise UnreadableMediaError(Reason.TRUNCATED)


def exactly(chunks: Iterable[bytes], size: int) -> Iterator[bytes]:
    """So many bytes: padding is cut off, and LZMA does not always say where it ends.

    Raises:
        UnreadableMediaError: There are fewer.
    """
    left = size
    if left == 0:
        return
    for chunk in chunks:
        yield chunk[:left]
        left -= len(chunk[:left])
        if left == 0:
            return
    raise UnreadableMediaError(Reason.TRUNCATED)


def refuse_bomb(given: int, taken: int) -> None:
    """Raises UnreadableMediaError when so much came out of so little."""
    bomb = given > reader_limits.RATIO_FROM_BYTES and given > taken * reader_limits.MAX_TOTAL_RATIO
    if bomb or given > reader_limits.MAX_UNPACKED_BYTES:
        raise UnreadableMediaError(Reason.TOO_LARGE, str(given))


class _Counted:
    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.count = 0

    def __call__(self) -> bytes:
        chunk = self._stream.read(PIECE)
        self.count += len(chunk)
        return chunk


def _said(error: Exception) -> UnreadableMediaError:
    """Of too large a window the libraries tell in words only."""
    if "emory" in str(error):
        return UnreadableMediaError(Reason.TOO_LARGE, str(reader_limits.MAX_WINDOW_BYTES))
    return UnreadableMediaError(Reason.DAMAGED)
