"""Put the checksums of a changed file right, so that the reader behind them is reached."""

import struct
import tarfile
import zlib

_BLOCK = tarfile.BLOCKSIZE
_PNG = b"\x89PNG\r\n\x1a\n"


def mend_7z(content: bytes) -> bytes:
    """Correct the checksums of the start header and of the list behind it (7zFormat.txt)."""
    if len(content) < 32:
        return content
    offset, size = struct.unpack_from("<QQ", content, 12)
    listed = content[32 + offset : 32 + offset + size] if offset + size < len(content) else b""
    start = content[12:28] + struct.pack("<I", zlib.crc32(listed))
    return content[:8] + struct.pack("<I", zlib.crc32(start)) + start + content[32:]


def mend_tar(content: bytes) -> bytes:
    """Correct the checksum of every block that looks like a header (POSIX ustar)."""
    blocks = [content[at : at + _BLOCK] for at in range(0, len(content), _BLOCK)]
    return b"".join(_summed(each) if b"ustar" in each[257:265] else each for each in blocks)


def _summed(block: bytes) -> bytes:
    bare = block[:148] + b" " * 8 + block[156:]
    return block[:148] + b"%06o\0 " % sum(bare) + block[156:]


def mend_png(content: bytes) -> bytes:
    """Correct the checksums of a PNG's chunks, and leave other files (PNG, third edition, 5.3)."""
    if not content.startswith(_PNG):
        return content
    at, made = len(_PNG), _PNG
    while at + 12 <= len(content):
        (length,) = struct.unpack_from(">I", content, at)
        body = content[at + 4 : at + 8 + length]
        made += content[at : at + 4] + body + struct.pack(">I", zlib.crc32(body))
        at += 12 + length
    return made + content[at:]
