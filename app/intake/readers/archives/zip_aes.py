"""Members of a zip that are encrypted as WinZip does it (AES-256)."""

import bz2
import zipfile
from collections.abc import Callable, Generator, Iterator
from typing import BinaryIO

from app.intake.readers.archives.unpacking import PIECE, Inflate, Unpacker, exactly, pieces
from face.errors import UnreadableMediaError
from face.types import Reason
from storage.bundle.winzip_aes import CHECK_BYTES, OVERHEAD, SALT_BYTES, MemberCipher

METHOD = 99
"""In place of how the member is packed, which is in an extra field then."""

_FIELD, _FIELD_BYTES = 0x9901, 7
_AES_256 = 3
_UNPACKERS: dict[int, Callable[[], Unpacker]] = {
    zipfile.ZIP_DEFLATED: Inflate,
    zipfile.ZIP_BZIP2: bz2.BZ2Decompressor,
}


def decrypted(stream: BinaryIO, info: zipfile.ZipInfo, password: str) -> Generator[bytes]:
    """A member.

    Args:
        stream: The archive; it stands where the bytes of the member begin.

    Raises:
        UnreadableMediaError: Reason.LOCKED when the password is wrong, Reason.ENCRYPTED when it is
            encrypted or packed in a way that is not read.
    """
    strength, method = _how(info.extra)
    make = _UNPACKERS.get(method)
    if strength != _AES_256 or (make is None and method != zipfile.ZIP_STORED):
        raise UnreadableMediaError(Reason.ENCRYPTED)
    cipher = MemberCipher(password, stream.read(SALT_BYTES))
    if stream.read(CHECK_BYTES) != cipher.check:
        raise UnreadableMediaError(Reason.LOCKED)
    chunks = _deciphered(stream, info.compress_size - OVERHEAD, cipher)
    if make is not None:
        chunks = pieces(make(), next(chunks, b""), lambda: next(chunks, b""))
    yield from exactly(chunks, info.file_size)


def _deciphered(stream: BinaryIO, size: int, cipher: MemberCipher) -> Iterator[bytes]:
    """The last piece is given only where the seal behind it is right."""
    left = size
    while left > 0:
        data = bytearray(stream.read(min(PIECE, left)))
        if not data:
            raise UnreadableMediaError(Reason.TRUNCATED)
        left -= len(data)
        cipher.decrypt(data)
        seal = cipher.seal()
        if left == 0 and stream.read(len(seal)) != seal:
            raise UnreadableMediaError(Reason.DAMAGED)
        yield bytes(data)


def _how(extra: bytes) -> tuple[int, int]:
    """Strength of the cipher, and how the member is packed."""
    at = 0
    while at + 4 <= len(extra):
        kind, size = (int.from_bytes(extra[at + n : at + n + 2], "little") for n in (0, 2))
        if kind == _FIELD and size == _FIELD_BYTES and len(extra) >= at + 4 + size:
            return extra[at + 8], int.from_bytes(extra[at + 9 : at + 11], "little")
        at += 4 + size
    raise UnreadableMediaError(Reason.DAMAGED)
