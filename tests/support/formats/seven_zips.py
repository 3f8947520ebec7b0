"""7z archives, written by hand after 7zFormat.txt."""

import lzma
import struct
import zlib
from base64 import b64decode
from collections.abc import Sequence

COPY = b"\x01\x00"
LZMA2 = b"\x21\x21\x01\x18"
_FILTERS = [{"id": lzma.FILTER_LZMA2, "preset": 0, "dict_size": 1 << 24}]


def number(value: int) -> bytes:
    """In the longest way."""
    return b"\xff" + struct.pack("<Q", value)


def around(header: bytes, packed: bytes = b"") -> bytes:
    """An archive with this list."""
    start = struct.pack("<QQI", len(packed), len(header), zlib.crc32(header))
    return (
        b"7z\xbc\xaf\x27\x1c\0\4" + struct.pack("<I", zlib.crc32(start)) + start + packed + header
    )


def listed(
    files: Sequence[tuple[str, bytes]], coder: bytes, packed: bytes, unpacked: int | None = None
) -> bytes:
    """The list of files in one block."""
    whole = sum(len(each) for _, each in files)
    size = number(whole if unpacked is None else unpacked)
    pack = b"\x06" + number(0) + number(1) + b"\x09" + number(len(packed)) + b"\0"
    unpack = b"\x07\x0b" + number(1) + b"\0" + number(1) + coder + b"\x0c" + size + b"\0"
    sizes = b"".join(number(len(each)) for _, each in files[:-1])
    crcs = b"".join(struct.pack("<I", zlib.crc32(each)) for _, each in files)
    members = b"\x08\x0d" + number(len(files)) + b"\x09" + sizes + b"\x0a\1" + crcs + b"\0"
    names = b"\0" + b"".join(name.encode("utf-16-le") + b"\0\0" for name, _ in files)
    told = b"\x05" + number(len(files)) + b"\x11" + number(len(names)) + names + b"\0"
    return b"\1\4" + pack + unpack + members + b"\0" + told + b"\0"


def seven_zipped(files: Sequence[tuple[str, bytes]], *, is_packed: bool = True) -> bytes:
    """An archive of files with content, in one block."""
    content = b"".join(each for _, each in files)
    if is_packed:
        packed = lzma.compress(content, lzma.FORMAT_RAW, filters=_FILTERS)
        return around(listed(files, LZMA2, packed), packed)
    return around(listed(files, COPY, content), content)


LOCKED_7Z = b64decode(
    "N3q8ryccAAR2TRBvgwAAAAAAAAAUAAAAAAAAAGBlw+dDaMWlHkoDhnP9RsiNU1vF4ABsAGtdAACBMweuD87zckuSliBs"
    "ziDdGyoGuOu5iB6bD0IFMl9HFrcwWhE7VL+nN2JeiFuKROlk6ZpDo+PN7O1sWkoBHL/4HaOIps75HLWZv7Z7hbRWu9Na"
    "6mV6NjlUHyojFtVI0zPigIDHyCWAAAAAABcGEAEJcwAHCwEAASEhARgMbQAA"
)
LOCKED_LIST_7Z = b64decode(
    "N3q8ryccAASPoTXvgAAAAAAAAAAoAAAAAAAAAK5mhwBkCiqGFpnw/kL7YGJ8zPIhjDd5xuRU/kz8/SpF+tqY6Mpd1tW2"
    "wcIniwOOymsNO5QVWJkbfmN7mdtRJ00jxiUDjgqI2ufmTLWoA//fWXx2lIug84uVdGg5jay1TSJwsb3zQR/bORDBwXw3"
    "o3zLKxX9AxG9kJnCY9GOLXiWc0pTnxcGEAEJcAAHCwEAASQG8QcBElMPvMD2ImiOdGzWxOCkKwMneQxtAAA="
)
"""hello.txt under "secret", its contents only, and with its list."""
