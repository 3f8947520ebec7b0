"""Decodes the body of an HTTP response: chunked and compressed (RFC 9112, 9110)."""

import re
import zlib
from collections.abc import Generator, Iterable, Mapping
from itertools import chain

from app.sandbox.reader_limits import MAX_TOTAL_RATIO, RATIO_FROM_BYTES
from face.errors import UnreadableMediaError
from face.types import Reason

_SIZE = re.compile(rb"(?:\r?\n)?([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")
LONGEST_SIZE = 1100
UNPACKED = 1024 * 1024
_GZIP = ("gzip", "x-gzip", "deflate")


def headers_of(text: bytes) -> dict[str, str]:
    """Return the headers by their names in lower case; the last one of a name counts."""
    pairs = (line.partition(":") for line in text.decode("utf-8", "replace").splitlines()[1:])
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def body(headers: Mapping[str, str], chunks: Iterable[bytes]) -> Generator[bytes]:
    """Yield the body without chunking and compression.

    Archives often keep the headers of an encoding that they have already removed, so headers are
    checked against the bytes.
    """
    if "chunked" in headers.get("transfer-encoding", "").lower():
        chunks = _joined(chunks)
    encoding = headers.get("content-encoding", "").strip().lower()
    yield from _unpacked(chunks, encoding) if encoding in _GZIP else chunks


def _joined(chunks: Iterable[bytes]) -> Generator[bytes]:
    """Join chunks; a body that does not begin with the size of a chunk is not chunked."""
    rest, left, is_first = b"", 0, True
    for chunk in chunks:
        rest += chunk
        while rest:
            if left == 0:
                size = _SIZE.match(rest)
                if size is None and len(rest) < LONGEST_SIZE and not is_first:
                    break
                left = int(size[1], 16) if size else 2**63
                if size and left == 0:
                    return
                rest = rest[size.end() :] if size else rest
                is_first = False
            taken, rest = rest[:left], rest[left:]
            left -= len(taken)
            if taken:
                yield taken


def _unpacked(chunks: Iterable[bytes], encoding: str) -> Generator[bytes]:
    """Decompress; a body that is not compressed stays as it is."""
    all_chunks = iter(chunks)
    first = next(all_chunks, b"")
    bits = _window_bits(first, encoding)
    if bits is None:
        yield first
        yield from all_chunks
        return
    unpack = zlib.decompressobj(bits)
    taken = given = 0
    for chunk in chain((first,), all_chunks):
        taken += len(chunk)
        for piece in _inflated(unpack, chunk):
            given += len(piece)
            if given > RATIO_FROM_BYTES and given > taken * MAX_TOTAL_RATIO:
                raise UnreadableMediaError(Reason.TOO_LARGE, str(given))
            yield piece


def inflate(unpack: "zlib._Decompress", packed: bytes) -> bytes:
    """Decompress some bytes; the unused rest is `unpack.unconsumed_tail`.

    Raises:
        UnreadableMediaError: The bytes are damaged.
    """
    try:
        return unpack.decompress(packed, UNPACKED)
    except zlib.error as error:
        raise UnreadableMediaError(Reason.DAMAGED) from error


def _inflated(unpack: "zlib._Decompress", packed: bytes) -> Generator[bytes]:
    piece = b""
    while (packed or len(piece) == UNPACKED) and not unpack.eof:
        piece = inflate(unpack, packed)
        packed = unpack.unconsumed_tail
        yield piece


def _window_bits(first: bytes, encoding: str) -> int | None:
    """Return the window bits for zlib; None if nothing is compressed (RFC 1950, 1952)."""
    if encoding != "deflate":
        return 31 if first.startswith(b"\x1f\x8b") else None
    is_zlib = first[:1] == b"\x78" and int.from_bytes(first[:2], "big") % 31 == 0
    return 15 if is_zlib else None
