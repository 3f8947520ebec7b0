"""Archives of formats that Python cannot write, made by hand: nothing in them is packed."""

import struct
import zlib
from collections.abc import Sequence

Files = Sequence[tuple[str, bytes]]


def ar(files: Files) -> bytes:
    """An archive as `ar` writes it, and Debian packages are."""
    made = b"!<arch>\n"
    for name, content in files:
        made += f"{name + '/':<16}{0:<12}{0:<6}{0:<6}{100644:<8}{len(content):<10}`\n".encode()
        made += _padded(content, 2)
    return made


def cpio(files: Files) -> bytes:
    """A cpio in its portable form with hexadecimal numbers."""
    made = b""
    for name, content in (*files, ("TRAILER!!!", b"")):
        raw = name.encode() + b"\0"
        numbers = (1, 0o100644, 0, 0, 1, 0, len(content), 0, 0, 0, 0, len(raw), 0)
        head = b"070701" + b"".join(b"%08x" % each for each in numbers) + raw
        made += _padded(head, 4) + _padded(content, 4)
    return made


def lha(files: Files, charset: str = "cp949") -> bytes:
    """An LHA with headers of level 0."""
    made = b""
    for name, content in files:
        raw = name.encode(charset)
        sizes = struct.pack("<II", len(content), len(content))
        rest = b"-lh0-" + sizes + bytes(4) + b"\x20\0" + bytes((len(raw),)) + raw
        rest += struct.pack("<H", _crc16(content))
        made += bytes((len(rest), sum(rest) & 0xFF)) + rest + content
    return made + b"\0"


def cab(files: Files) -> bytes:
    """A cabinet of one folder, whose names are UTF-8."""
    content = b"".join(each for _, each in files)
    assert len(content) < 0x8000
    names = [name.encode() + b"\0" for name, _ in files]
    first = 36 + 8
    data = first + sum(16 + len(name) for name in names)
    size = data + 8 + len(content)
    made = b"MSCF" + struct.pack(
        "<IIIIIBBHHHHH", 0, size, 0, first, 0, 3, 1, 1, len(files), 0, 1, 0
    )
    made += struct.pack("<IHH", data, 1, 0)
    at = 0
    for name, (_, each) in zip(names, files, strict=True):
        made += struct.pack("<IIHHHH", len(each), at, 0, 0x5921, 0, 0x80) + name
        at += len(each)
    return made + struct.pack("<IHH", 0, len(content), len(content)) + content


def rar_4(files: Files) -> bytes:
    """A RAR of the fourth version."""
    made = b"Rar!\x1a\7\0" + _rar_4_block(0x73, 0, bytes(6))
    for name, content in files:
        raw = name.encode()
        body = struct.pack("<IIBII", len(content), len(content), 3, zlib.crc32(content), 0)
        body += struct.pack("<BBHI", 20, 0x30, len(raw), 0o100644) + raw
        made += _rar_4_block(0x74, 0x8000, body) + content
    return made + _rar_4_block(0x7B, 0x4000, b"")


def _rar_4_block(kind: int, flags: int, body: bytes) -> bytes:
    head = struct.pack("<BHH", kind, flags, 7 + len(body)) + body
    return struct.pack("<H", zlib.crc32(head) & 0xFFFF) + head


def rar_5(files: Files) -> bytes:
    """A RAR of the fifth version."""
    made = b"Rar!\x1a\7\1\0" + _rar_5_block(b"\1\0\0")
    for name, content in files:
        raw = name.encode()
        sizes = _number(len(content))
        crc = struct.pack("<I", zlib.crc32(content))
        body = b"\2\2" + sizes + b"\4" + sizes + b"\0" + crc + b"\0\1" + _number(len(raw)) + raw
        made += _rar_5_block(body) + content
    return made + _rar_5_block(b"\5\0\0")


def _rar_5_block(body: bytes) -> bytes:
    sized = _number(len(body)) + body
    return struct.pack("<I", zlib.crc32(sized)) + sized


def _number(value: int) -> bytes:
    made = b""
    while value > 0x7F:
        made += bytes((value & 0x7F | 0x80,))
        value >>= 7
    return made + bytes((value,))


def iso(files: Files) -> bytes:
    """An image of a disc (ISO 9660) with names of its first level."""
    root, first = 18, 19
    rows = [_iso_row(b"\0", root, 2048, 2), _iso_row(b"\1", root, 2048, 2)]
    contents = b""
    for name, content in files:
        sector = first + len(contents) // 2048
        rows.append(_iso_row(name.encode() + b";1", sector, len(content), 0))
        contents += _padded(content, 2048)
    head = b"\1CD001\1\0" + b" " * 64 + bytes(8) + _both(first + len(contents) // 2048)
    head += bytes(32) + _both(1, "H") + _both(1, "H") + _both(2048, "H") + _both(10) + bytes(16)
    head += _iso_row(b"\0", root, 2048, 2)
    head = head.ljust(881, b" ") + b"\1"
    end = b"\xffCD001\1"
    listed = b"".join(rows).ljust(2048, b"\0")
    return bytes(16 * 2048) + head.ljust(2048, b"\0") + end.ljust(2048, b"\0") + listed + contents


def _iso_row(name: bytes, sector: int, size: int, flags: int) -> bytes:
    row = (
        b"\0"
        + _both(sector)
        + _both(size)
        + bytes(7)
        + bytes((flags, 0, 0))
        + b"\1\0\0\1"
        + bytes((len(name),))
        + name
    )
    row += b"" if len(name) % 2 else b"\0"
    return bytes((len(row) + 1,)) + row


def _both(value: int, form: str = "I") -> bytes:
    """A number in both orders of its bytes."""
    return struct.pack(f"<{form}", value) + struct.pack(f">{form}", value)


def _padded(content: bytes, unit: int) -> bytes:
    return content + bytes(-len(content) % unit)


def _crc16(content: bytes) -> int:
    crc = 0
    for byte in content:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
    return crc
