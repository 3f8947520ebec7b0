"""Programs of Windows, made by hand: headers, one section, and whatever follows."""

import struct


def program(behind: bytes = b"") -> bytes:
    """A program that does nothing, with something behind it."""
    section = b".text\0\0\0" + struct.pack("<IIIIIIHHI", 512, 0x1000, 512, 1024, 0, 0, 0, 0, 0x20)
    headers = b"PE\0\0" + struct.pack("<HHIIIHH", 0x8664, 1, 0, 0, 0, 240, 0x22) + bytes(240)
    start = b"MZ" + bytes(58) + struct.pack("<I", 128) + bytes(64)
    return (start + headers + section).ljust(1024, b"\0") + b"\xc3" * 512 + behind
