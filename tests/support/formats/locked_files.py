"""Locked zips, under AES and under the old cipher, as other programs write them."""

import struct
import zipfile
import zlib
from io import BytesIO

from storage.bundle.winzip_aes import MemberCipher


def locked_zip(
    content: bytes,
    password: str,
    *,
    name: str = "a.jpg",
    method: int = zipfile.ZIP_STORED,
) -> bytes:
    """A zip of one member under AES, made from one that is not."""
    cipher = MemberCipher.new(password)
    deflate = zlib.compressobj(wbits=-15)
    packed = bytearray(deflate.compress(content) + deflate.flush() if method else content)
    cipher.encrypt(packed)
    enciphered = cipher.salt + cipher.check + packed
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        info = zipfile.ZipInfo(name)
        info.extra = struct.pack("<HHH2sBH", 0x9901, 7, 2, b"AE", 3, method)
        archive.writestr(info, enciphered + cipher.seal())
    whole = bytearray(made.getvalue())
    for flags, way, size in ((6, 8, 22), (8, 10, 24)):
        at = 0 if flags == 6 else whole.index(b"PK\1\2")
        whole[at + flags] |= 1
        whole[at + way] = 99
        whole[at + size : at + size + 4] = struct.pack("<I", len(content))
    return bytes(whole)


def old_locked_zip(content: bytes, password: bytes, name: str = "a.jpg") -> bytes:
    """A zip of one member under the cipher of PKWARE (APPNOTE 6.1)."""
    cipher = _OldCipher(password)
    check = zlib.crc32(content) >> 24
    enciphered = bytes(cipher.encrypt(byte) for byte in (*bytes(11), check, *content))
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(name, enciphered)
    whole = bytearray(made.getvalue())
    for start, flags, crc, size in ((0, 6, 14, 22), (whole.index(b"PK\1\2"), 8, 16, 24)):
        whole[start + flags] |= 1
        whole[start + crc : start + crc + 4] = struct.pack("<I", zlib.crc32(content))
        whole[start + size : start + size + 4] = struct.pack("<I", len(content))
    return bytes(whole)


class _OldCipher:
    def __init__(self, password: bytes) -> None:
        self._keys = [0x12345678, 0x23456789, 0x34567890]
        for byte in password:
            self._turn(byte)

    def encrypt(self, byte: int) -> int:
        mixed = self._keys[2] & 0xFFFF | 2
        made = byte ^ (mixed * (mixed ^ 1) >> 8) & 0xFF
        self._turn(byte)
        return made

    def _turn(self, byte: int) -> None:
        first, second, third = self._keys
        first = _crc_step(first, byte)
        second = ((second + (first & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        self._keys = [first, second, _crc_step(third, second >> 24)]


def _crc_step(crc: int, byte: int) -> int:
    crc ^= byte
    for _ in range(8):
        crc = crc >> 1 ^ (0xEDB88320 if crc & 1 else 0)
    return crc
