"""Check whether the write-ahead log beside a case belongs to that case.

SQLite finds a log by its name alone and copies it into the file before SQLCipher sees with which
key it was written. A killed program may leave the log of another case, or of this one under an
earlier key, beside a file of the same name; taking it in would destroy the case.
"""

import struct
from pathlib import Path

from storage.sqlcipher_pages import PAGE_SIZE, hmac_key_of, is_sealed

_HEADER = struct.Struct(">8I")
_FRAME = struct.Struct(">6I")
_BIG_ENDIAN_SUMS = 1
_MASK = 0xFFFFFFFF


def is_foreign(log: Path, key: bytearray, salt: bytes) -> bool:
    """Return whether SQLite would take in a log although it was written with another key.

    A log that SQLite ignores because it is empty, cut off or damaged is not foreign.

    Args:
        log: Path of the log, which need not exist.

    Raises:
        OSError: The log cannot be read.
    """
    try:
        with log.open("rb") as stream:
            start = stream.read(_HEADER.size + _FRAME.size + PAGE_SIZE)
    except FileNotFoundError:
        return False
    if len(start) < _HEADER.size + _FRAME.size + PAGE_SIZE or not _is_valid(start):
        return False
    (number, *_) = _FRAME.unpack_from(start, _HEADER.size)
    return not is_sealed(start[_HEADER.size + _FRAME.size :], number, hmac_key_of(key, salt))


def _is_valid(start: bytes) -> bool:
    """Return whether SQLite accepts the header and the first frame:
    https://sqlite.org/walformat.html.
    """
    magic, _, size, _, *rest = _HEADER.unpack_from(start)
    order = ">" if magic & _BIG_ENDIAN_SUMS else "<"
    sums = _sums((0, 0), start[:24], order)
    frame = _HEADER.size
    _, _, *own = _FRAME.unpack_from(start, frame)
    if size != PAGE_SIZE or tuple(rest[2:]) != sums or own[:2] != rest[:2]:
        return False
    sums = _sums(sums, start[frame : frame + 8], order)
    return tuple(own[2:]) == _sums(sums, start[frame + _FRAME.size :], order)


def _sums(sums: tuple[int, int], content: bytes, order: str) -> tuple[int, int]:
    first, second = sums
    for one, other in struct.iter_unpack(f"{order}2I", content):
        first = (first + one + second) & _MASK
        second = (second + other + first) & _MASK
    return first, second
