"""Pictures in the drawings of older Office ([MS-ODRAW] 2.2.23, OfficeArtBlip): found by their
record headers wherever these stand, so that no part of the document around them has to be right.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from app.intake.readers.web.page import is_content

_BLIP = re.compile(
    rb"(?:(?:[\xa0\xb0]\x46|[\x20\x30]\x6e)(?P<jpg>[\x1d\x2a])"
    rb"|[\x00\x10]\x6e(?P<png>\x1e)|[\x80\x90]\x7a(?P<bmp>\x1f)|[\x40\x50]\x6e(?P<tif>\x29))"
    rb"\xf0(?P<size>.{4})",
    re.DOTALL,
)
_TWO_DIGESTS = 0x10
_DIGEST = 16
_LOOK_AHEAD = 128
_DIB_HEADERS = (12, 40, 52, 56, 64, 108, 124)


@dataclass(frozen=True, slots=True)
class Blip:
    """Where a picture is.

    Attributes:
        ending: For its name.
        before: A bitmap lies there without the header of its file.
    """

    start: int
    size: int
    ending: str
    before: bytes = b""


def blips(chunks: Iterable[bytes]) -> Iterator[Blip]:
    """The pictures in a stream, one behind the other."""
    window, base, end = b"", 0, 0
    for chunk in chain(chunks, (b"",)):
        window += chunk
        for found in _BLIP.finditer(window):
            if base + found.start() < end:
                continue
            if chunk and found.start() >= len(window) - _LOOK_AHEAD:
                break  # it is met again with what follows
            blip = _blip(window, found, base)
            if blip is not None:
                end = blip.start + blip.size
                yield blip
        kept = window[-_LOOK_AHEAD:]
        base, window = base + len(window) - len(kept), kept


def _blip(window: bytes, found: re.Match[bytes], base: int) -> Blip | None:
    digests = 2 if found[0][0] & _TWO_DIGESTS else 1
    before = digests * _DIGEST + 1
    start = found.end() + before
    size = int.from_bytes(found["size"], "little") - before
    head, ending = window[start:], _ending(found)
    if size <= 0:
        return None
    if ending == "bmp":
        header = _file_header(head, size)
        return Blip(base + start, size, ending, header) if header else None
    return Blip(base + start, size, ending) if is_content(head, "") else None


def _ending(found: re.Match[bytes]) -> str:
    return next(name for name in ("jpg", "png", "bmp", "tif") if found[name])


def _file_header(dib: bytes, size: int) -> bytes:
    """What a bitmap begins with in a file of its own; nothing when this is no bitmap."""
    header = int.from_bytes(dib[:4], "little")
    if header not in _DIB_HEADERS or len(dib) < 40:
        return b""
    bits = int.from_bytes(dib[14:16], "little")
    is_masked = header == 40 and int.from_bytes(dib[16:20], "little") == 3
    colours = int.from_bytes(dib[32:36], "little") if header >= 40 else 0
    entry = 4 if header >= 40 else 3
    table = (colours or (1 << bits if bits <= 8 else 0)) * entry + (12 if is_masked else 0)
    pixels = 14 + header + min(table, size)
    return b"BM" + (14 + size).to_bytes(4, "little") + bytes(4) + pixels.to_bytes(4, "little")
