"""Pictures and files in documents of Office before 2007, and in embedded objects.

Pictures of drawings ([MS-ODRAW] 2.2.23, OfficeArtBlip) are found by their record headers wherever
these stand, so that no part of the document around them has to be right.
"""

import re
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain

from app.intake.readers.core.places import HEAD
from app.intake.readers.core.text import decode_text, last_name
from app.intake.readers.documents.compound.compound_file import CompoundFile, Path
from app.intake.readers.documents.compound.embedded_file import EmbeddedFile, stream_range
from app.intake.readers.web.page import is_content
from face.errors import UnreadableMediaError
from face.types import Reason

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
    """A picture in a stream.

    Attributes:
        start, size: Its range in the stream, in bytes.
        ending: Ending for its file name.
        before: The file header that a bitmap lacks in the stream.
    """

    start: int
    size: int
    ending: str
    before: bytes = b""


def blips(chunks: Iterable[bytes]) -> Iterator[Blip]:
    """Yield the pictures in a stream."""
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
    """Return the file header of a bitmap; empty if the bytes are no bitmap."""
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


NATIVE = "\x01Ole10Native"
_LOCKED_PACKAGE = "EncryptedPackage"
_BOOKS = ("Workbook", "Book")
_DRAWN = ("Pictures", "Data", "WordDocument")
_PACKAGES = ("Package", "CONTENTS", "Contents")
_KINDS = ("WordDocument", "PowerPoint Document", *_BOOKS, _LOCKED_PACKAGE, NATIVE, "Package")
_FORMULA = "Equation Native"
_PICTURES_SECRET = b"\xdf\xc4\xd1\xf3"
_DRAWING_GROUP, _CONTINUED, _FILE_PASS = 0xEB, 0x3C, 0x2F


def is_office(compound: CompoundFile) -> bool:
    """Return whether the streams have names of Office, or hold an embedded object."""
    return any((kind,) in compound for kind in (*_KINDS, _FORMULA)) or any(
        is_content(compound.beginning((name,), HEAD), "") for name in _PACKAGES
    )


def office_files(compound: CompoundFile, below: Path = ()) -> Iterator[EmbeddedFile]:
    """Yield the pictures and embedded files.

    Raises:
        OSError, UnreadableMediaError: Reason.ENCRYPTED if a password locks the document.
    """
    if not below and _is_locked(compound):
        raise UnreadableMediaError(Reason.ENCRYPTED)
    for path in compound.paths:
        if path[: len(below)] == below:
            yield from _of_stream(compound, path)


def _of_stream(compound: CompoundFile, path: Path) -> Iterator[EmbeddedFile]:
    name = path[-1]
    if name in _DRAWN:
        for number, blip in enumerate(blips(compound.chunks(path)), 1):
            where = (blip.start, blip.size)
            yield stream_range(compound, path, f"image{number}.{blip.ending}", where, blip.before)
    elif name in _BOOKS:
        yield from _of_book(compound, path)
    elif name == NATIVE:
        yield _native(compound, path)
    elif name in _PACKAGES and is_content(compound.beginning(path, HEAD), ""):
        yield stream_range(compound, path, path[-2] if len(path) > 1 else name)


def _of_book(compound: CompoundFile, path: Path) -> Iterator[EmbeddedFile]:
    """Yield the pictures of a workbook, which are cut into records of 8 KB ([MS-XLS] 2.4.170)."""
    drawings = b"".join(_drawing_group(compound.whole(path)))
    for number, blip in enumerate(blips((drawings,)), 1):
        content = blip.before + drawings[blip.start :][: blip.size]
        yield EmbeddedFile(f"image{number}.{blip.ending}", len(content), partial(_once, content))


def _once(content: bytes) -> Generator[bytes]:
    yield content


def _drawing_group(book: bytes) -> Iterator[bytes]:
    at, is_drawing = 0, False
    while at + 4 <= len(book):
        kind = int.from_bytes(book[at : at + 2], "little")
        size = int.from_bytes(book[at + 2 : at + 4], "little")
        is_drawing = kind == _DRAWING_GROUP or (is_drawing and kind == _CONTINUED)
        if is_drawing:
            yield book[at + 4 : at + 4 + size]
        at += 4 + size


def _native(compound: CompoundFile, path: Path) -> EmbeddedFile:
    """Return a file that was dropped into a document ([MS-OLEDS] 2.3.6)."""
    head = compound.beginning(path, HEAD)
    _, _, behind_label = head[6:].partition(b"\0")
    name, _, rest = behind_label.partition(b"\0")
    temporary = int.from_bytes(rest[4:8], "little")
    start = len(head) - len(rest) + 8 + temporary + 4
    size = int.from_bytes(head[start - 4 : start], "little")
    if not name or start > len(head) or not 0 < size <= compound.size(path) - start:
        return stream_range(compound, path, NATIVE[1:], (4, compound.size(path)))
    return stream_range(compound, path, last_name(decode_text(name)), (start, size))


def _is_locked(compound: CompoundFile) -> bool:
    return (
        (_LOCKED_PACKAGE,) in compound
        or ("EncryptedSummary",) in compound
        or compound.beginning(("Current User",), 16)[12:] == _PICTURES_SECRET
        or bool(compound.beginning(("WordDocument",), 12)[11:] and _word_flags(compound) & 1)
        or any(_has_file_pass(compound.beginning((name,), HEAD)) for name in _BOOKS)
    )


def _word_flags(compound: CompoundFile) -> int:
    """Return the second byte of the flags of a Word document ([MS-DOC] 2.5.2)."""
    return compound.beginning(("WordDocument",), 12)[11]


def _has_file_pass(book: bytes) -> bool:
    """Return whether a FilePass follows the first record ([MS-XLS] 2.1.7.20.1)."""
    at = 4 + int.from_bytes(book[2:4], "little")
    return int.from_bytes(book[at : at + 2], "little") == _FILE_PASS
