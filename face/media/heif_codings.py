"""How the pictures of a HEIF are coded (ISO/IEC 23008-12): not every coding is known here."""

import re
from typing import BinaryIO, Final

_META_BYTES: Final = 1 << 16
_ITEM: Final = re.compile(rb"infe(?:\x02.{7}|\x03.{9})(\w{4})", re.DOTALL)
"""The type of an item, behind its number and its protection."""
_DECODED: Final = {b"hvc1", b"av01", b"jpeg"}
_CODINGS: Final = {b"avc1", b"evc1", b"j2k1", b"mski", b"tili", b"unci", b"vvc1", b"lhv1"}


def is_coded_otherwise(stream: BinaryIO) -> bool:
    """Return whether all pictures are coded in ways that are not decoded, as not packed at all."""
    stream.seek(0)
    types = set(_ITEM.findall(stream.read(_META_BYTES)))
    return bool(types & _CODINGS) and not types & _DECODED
