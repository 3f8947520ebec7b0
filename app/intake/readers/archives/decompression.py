"""Decompresses gzip, bzip2, xz and Zstandard piece by piece, within limits."""

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
    """The interface that the decompressors of the standard library share."""

    @property
    def eof(self) -> bool:
        """Whether the end of the compressed stream was reached."""
        ...

    @property
    def needs_input(self) -> bool:
        """Whether all input was used up."""
        ...

    @property
    def unused_data(self) -> bytes:
        """The input behind the end of the compressed stream."""
        ...

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        """Decompress at most `max_length` bytes more."""
        ...


class Inflate:
    """A zlib decompressor with the interface of the others."""

    def __init__(self, bits: int = _RAW_BITS) -> None:
        self._zlib = zlib.decompressobj(bits)

    @property
    def eof(self) -> bool:
        """Whether the end of the compressed stream was reached."""
        return self._zlib.eof

    @property
    def needs_input(self) -> bool:
        """Whether all input was used up."""
        return not self._zlib.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        """The input behind the end of the compressed stream."""
        return self._zlib.unused_data

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        """Decompress at most `max_length` bytes more."""
        return self._zlib.decompress(self._zlib.unconsumed_tail + data, max_length)


MakeDecompressor: TypeAlias = Callable[[], Decompressor]


def zstd_decompressor() -> Decompressor:
    """Return a decompressor for Zstandard that refuses windows over the limit."""
    largest = reader_limits.MAX_WINDOW_BYTES.bit_length() - 1
    return zstd.ZstdDecompressor(options={zstd.DecompressionParameter.window_log_max: largest})


@dataclass(frozen=True, slots=True)
class Compression:
    """A compression format.

    Attributes:
        magic: The first bytes of a compressed stream, several of which may follow one another.
        endings: Endings of the names of such files.
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
    """Return the compression format that the first bytes show; None if there is none."""
    return next((each for each in COMPRESSIONS if head.startswith(each.magic)), None)


def decompressed_head(file: File) -> bytes:
    """Return the first unpacked bytes of a file; empty if it cannot be unpacked.

    The head of the file is too short for that: bzip2 gives nothing before a whole block was read.
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
    """Decompress all streams that follow one another in a stream.

    Args:
        most: Greatest size of a piece, in bytes.

    Raises:
        OSError, UnreadableMediaError: The stream is damaged, cut off, or over a limit.
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
    """Decompress a file; see `decompressed`."""
    with file.open() as stream:
        yield from decompressed(stream, packing, most)


def pieces(
    unpacker: Decompressor, start: bytes, read: Callable[[], bytes], most: int = PIECE
) -> Iterator[bytes]:
    """Decompress a single stream to its end.

    Args:
        start: The first bytes of the stream.
        read: Gives the following bytes; none at the end.

    Raises:
        OSError, UnreadableMediaError: The stream is damaged or cut off.
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
    """Yield exactly `size` bytes: padding is dropped, and LZMA need not state its end.

    Raises:
        UnreadableMediaError: There are fewer bytes.
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
    """Raise UnreadableMediaError if `given` bytes are too much to come out of `taken` bytes."""
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
    """Translate an error; the libraries name a window over the limit in words only."""
    if "emory" in str(error):
        return UnreadableMediaError(Reason.TOO_LARGE, str(reader_limits.MAX_WINDOW_BYTES))
    return UnreadableMediaError(Reason.DAMAGED)
