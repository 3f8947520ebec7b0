"""Unpacks the blocks of a 7z archive, piece by piece: Copy, LZMA, LZMA2, Deflate, BZip2, Zstandard,
AES-256, and the filter for x86 programs behind LZMA2, which some put before everything. Other
filters and PPMd, which is for text, are not read.
"""

import bz2
import hashlib
import lzma
from collections.abc import Callable, Generator, Iterator
from itertools import islice

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from app.intake.readers.archives.seven_zip_headers import Block, Coder
from app.intake.readers.archives.unpacking import PIECE, Inflate, Unpacker, exactly, pieces, unzstd
from app.intake.readers.core.places import File
from app.intake.readers.core.streams import Ranged
from app.sandbox import reader_limits
from face.errors import UnreadableMediaError
from face.types import Reason

COPY, LOCK = b"\0", b"\x06\xf1\x07\x01"
LZMA2, X86, LZMA2_X86 = b"\x21", (b"\x03\x03\x01\x03", b"\x04"), b"\x21\x04"
BEHIND = 32
"""Where the packed bytes begin."""

MAX_ROUNDS = 24
"""Two to the power of this: more would take minutes for each password."""

_BATCH = 1024
_WITHOUT_ROUNDS = 0x3F


def is_locked(block: Block) -> bool:
    """Whether a password is needed."""
    return any(coder.method == LOCK for coder in block.coders)


def unpacked_block(file: File, block: Block, password: str | None) -> Generator[bytes]:
    """All of a block.

    Raises:
        OSError, UnreadableMediaError: Damaged, cut off, or packed in a way that is not read.
    """
    if not block.coders:
        raise UnreadableMediaError(Reason.NOT_MEDIA)
    if BEHIND + block.start + block.packed > file.size:
        raise UnreadableMediaError(Reason.TRUNCATED)
    with Ranged(file.open(), BEHIND + block.start, block.packed) as stream:
        chunks: Iterator[bytes] = iter(lambda: stream.read(PIECE), b"")
        for coder, size in _steps(block):
            chunks = exactly(_coded(coder, chunks, password), size)
        yield from chunks


def _steps(block: Block) -> Iterator[tuple[Coder, int]]:
    """Coders and what they give; LZMA2 and the filter behind it are one for the library."""
    steps = list(zip(block.coders, block.sizes, strict=True))
    for number, (coder, size) in enumerate(steps):
        before = steps[number - 1][0].method if number else b""
        behind = steps[number + 1][0].method if number + 1 < len(steps) else b""
        if coder.method == LZMA2 and behind in X86:
            yield Coder(LZMA2_X86, coder.properties, is_simple=True), steps[number + 1][1]
        elif not (coder.method in X86 and before == LZMA2):
            yield coder, size


def _coded(coder: Coder, chunks: Iterator[bytes], password: str | None) -> Iterator[bytes]:
    if coder.method == COPY:
        return chunks
    if coder.method == LOCK:
        return _decrypted(coder.properties, chunks, password)
    make = _UNPACKERS.get(coder.method)
    if make is None:
        raise UnreadableMediaError(Reason.NOT_MEDIA)
    return pieces(make(coder.properties), next(chunks, b""), lambda: next(chunks, b""))


def _decrypted(properties: bytes, chunks: Iterator[bytes], password: str | None) -> Iterator[bytes]:
    if password is None:
        raise UnreadableMediaError(Reason.LOCKED)
    if len(properties) < 2:
        raise UnreadableMediaError(Reason.DAMAGED)
    first, second = properties[:2]
    salt_size = (first >> 7) + (second >> 4)
    iv_size = (first >> 6 & 1) + (second & 15)
    salt, iv = properties[2 : 2 + salt_size], properties[2 + salt_size :][:iv_size]
    key = _key(password, salt, first & _WITHOUT_ROUNDS)
    decrypt = Cipher(AES(key), CBC(iv.ljust(16, b"\0"))).decryptor()
    for chunk in chunks:
        yield decrypt.update(chunk)


def _key(password: str, salt: bytes, rounds: int) -> bytes:
    secret = salt + password.encode("utf-16-le", "replace")
    if rounds == _WITHOUT_ROUNDS:
        return secret[:32].ljust(32, b"\0")
    if rounds > MAX_ROUNDS:
        raise UnreadableMediaError(Reason.TOO_LARGE, str(rounds))
    digest = hashlib.sha256()
    counted = (secret + n.to_bytes(8, "little") for n in range(1 << rounds))
    while batch := b"".join(islice(counted, _BATCH)):
        digest.update(batch)
    return digest.digest()


def _lzma(properties: bytes) -> Unpacker:
    if len(properties) != 5 or properties[0] >= 9 * 5 * 5:
        raise UnreadableMediaError(Reason.DAMAGED)
    rest, lc = divmod(properties[0], 9)
    pb, lp = divmod(rest, 5)
    window = int.from_bytes(properties[1:], "little")
    return _raw({"id": lzma.FILTER_LZMA1, "lc": lc, "lp": lp, "pb": pb, "dict_size": window})


def _lzma2(properties: bytes, *filters: dict[str, int]) -> Unpacker:
    if len(properties) != 1 or properties[0] > 40:
        raise UnreadableMediaError(Reason.DAMAGED)
    (bits,) = properties
    window = (2 | bits & 1) << (bits // 2 + 11)
    return _raw(*filters, {"id": lzma.FILTER_LZMA2, "dict_size": window})


def _raw(*filters: dict[str, int]) -> Unpacker:
    window = filters[-1]["dict_size"]
    if window > reader_limits.MAX_WINDOW_BYTES:
        raise UnreadableMediaError(Reason.TOO_LARGE, str(window))
    try:
        return lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=filters)
    except (lzma.LZMAError, ValueError) as error:
        raise UnreadableMediaError(Reason.DAMAGED) from error


_UNPACKERS: dict[bytes, Callable[[bytes], Unpacker]] = {
    LZMA2: _lzma2,
    LZMA2_X86: lambda properties: _lzma2(properties, {"id": lzma.FILTER_X86}),
    b"\x03\x01\x01": _lzma,
    b"\x04\x01\x08": lambda _: Inflate(),
    b"\x04\x02\x02": lambda _: bz2.BZ2Decompressor(),
    b"\x04\xf7\x11\x01": lambda _: unzstd(),
}
