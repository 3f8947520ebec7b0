"""Archives of ALZip, made after their specifications."""

import bz2
import lzma
import struct
import zlib
from collections.abc import Callable, Sequence

Files = Sequence[tuple[str, bytes]]
END = struct.pack("<I", 0x08E28222)


def deflated(content: bytes) -> bytes:
    """Packed with Deflate, without a header."""
    deflate = zlib.compressobj(wbits=-15)
    return deflate.compress(content) + deflate.flush()


def _lzma(content: bytes) -> bytes:
    packed = lzma.compress(content, lzma.FORMAT_ALONE)
    return bytes(4) + packed[:5] + packed[13:]


METHODS: dict[int, Callable[[bytes], bytes]] = {0: bytes, 1: deflated, 2: bz2.compress, 4: _lzma}


def alz(files: Files, *, method: int = 2, locked: bool = False) -> bytes:
    """An ALZ whose names are in CP949; methods 0 (stored), 1 (its own), and 2 (Deflate)."""
    made = b"ALZ\1\x0a\0\0\0"
    for name, content in files:
        raw = name.encode("cp949")
        packed = content if method == 0 else deflated(content)
        made += b"BLZ\1" + struct.pack("<HBIBB", len(raw), 0x20, 0, 0x40 | locked, 0)
        made += struct.pack("<BBI", method, 0, zlib.crc32(content))
        made += struct.pack("<II", len(packed), len(content)) + raw + bytes(12 * locked) + packed
    return made + b"CLZ\1" + bytes(12) + b"CLZ\2"


def egg(files: Files, *, method: int = 1, locked: bool = False, solid: bool = False) -> bytes:
    """An EGG of one file."""
    prefix = _field(0x24E5A060, b"") if solid else b""
    return _egg_head(1) + prefix + END + _egg_files(files, method, locked=locked)


def split_egg(files: Files, size: int) -> list[bytes]:
    """An EGG in files with so many bytes of content each."""
    content = _egg_files(files, 0)
    pieces = [content[at : at + size] for at in range(0, len(content), size)]
    made = []
    for number, piece in enumerate(pieces, 1):
        links = struct.pack("<II", number - 1, (number + 1) % (len(pieces) + 1))
        made.append(_egg_head(number) + _field(0x24F5A262, links) + END + piece)
    return made


def _egg_head(number: int) -> bytes:
    return b"EGGA" + struct.pack("<HII", 0x100, number, 0)


def _egg_files(files: Files, method: int, *, locked: bool = False) -> bytes:
    made = b""
    for number, (name, content) in enumerate(files):
        packed = METHODS.get(method, bytes)(content)
        made += struct.pack("<IIQ", 0x0A8590E3, number, len(content))
        made += _field(0x0A8591AC, name.encode()) + _field(0x2C86950B, bytes(9))
        made += (_field(0x08D1470F, bytes(17)) if locked else b"") + END
        made += struct.pack(
            "<IBBIII", 0x02B50C13, method, 0, len(content), len(packed), zlib.crc32(content)
        )
        made += END + packed
    return made + END


def _field(mark: int, content: bytes) -> bytes:
    return struct.pack("<IBH", mark, 0, len(content)) + content
