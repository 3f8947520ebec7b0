"""A zip under AES, as other programs write it."""

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
