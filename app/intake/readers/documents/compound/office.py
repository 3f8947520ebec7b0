"""What lies in documents of Office before 2007 and in objects that were put into a document."""

from collections.abc import Generator, Iterator
from functools import partial

from app.intake.readers.core.places import HEAD
from app.intake.readers.core.text import decoded, last_name
from app.intake.readers.documents.compound.compound_file import CompoundFile, Path
from app.intake.readers.documents.compound.drawings import blips
from app.intake.readers.documents.compound.piece import Piece, byte_range
from app.intake.readers.web.page import is_content
from face.errors import UnreadableMediaError
from face.types import Reason

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
    """By the names that the formats prescribe, and objects by theirs."""
    return any((kind,) in compound for kind in (*_KINDS, _FORMULA)) or any(
        is_content(compound.beginning((name,), HEAD), "") for name in _PACKAGES
    )


def office_pieces(compound: CompoundFile, below: Path = ()) -> Iterator[Piece]:
    """Pictures, and files that were put in.

    Raises:
        OSError, UnreadableMediaError: Reason.ENCRYPTED: locked with a password.
    """
    if not below and _is_locked(compound):
        raise UnreadableMediaError(Reason.ENCRYPTED)
    for path in compound.paths:
        if path[: len(below)] == below:
            yield from _of_stream(compound, path)


def _of_stream(compound: CompoundFile, path: Path) -> Iterator[Piece]:
    name = path[-1]
    if name in _DRAWN:
        for number, blip in enumerate(blips(compound.chunks(path)), 1):
            where = (blip.start, blip.size)
            yield byte_range(compound, path, f"image{number}.{blip.ending}", where, blip.before)
    elif name in _BOOKS:
        yield from _of_book(compound, path)
    elif name == NATIVE:
        yield _native(compound, path)
    elif name in _PACKAGES and is_content(compound.beginning(path, HEAD), ""):
        yield byte_range(compound, path, path[-2] if len(path) > 1 else name)


def _of_book(compound: CompoundFile, path: Path) -> Iterator[Piece]:
    """Drawings of a table are cut into records of 8 KB ([MS-XLS] 2.4.170)."""
    drawings = b"".join(_drawing_group(compound.whole(path)))
    for number, blip in enumerate(blips((drawings,)), 1):
        content = blip.before + drawings[blip.start :][: blip.size]
        yield Piece(f"image{number}.{blip.ending}", len(content), partial(_once, content))


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


def _native(compound: CompoundFile, path: Path) -> Piece:
    """A file that was dropped into a document ([MS-OLEDS] 2.3.6): names, then its bytes."""
    head = compound.beginning(path, HEAD)
    _, _, behind_label = head[6:].partition(b"\0")
    name, _, rest = behind_label.partition(b"\0")
    temporary = int.from_bytes(rest[4:8], "little")
    start = len(head) - len(rest) + 8 + temporary + 4
    size = int.from_bytes(head[start - 4 : start], "little")
    if not name or start > len(head) or not 0 < size <= compound.size(path) - start:
        return byte_range(compound, path, NATIVE[1:], (4, compound.size(path)))
    return byte_range(compound, path, last_name(decoded(name)), (start, size))


def _is_locked(compound: CompoundFile) -> bool:
    return (
        (_LOCKED_PACKAGE,) in compound
        or ("EncryptedSummary",) in compound
        or compound.beginning(("Current User",), 16)[12:] == _PICTURES_SECRET
        or bool(compound.beginning(("WordDocument",), 12)[11:] and _word_flags(compound) & 1)
        or any(_has_file_pass(compound.beginning((name,), HEAD)) for name in _BOOKS)
    )


def _word_flags(compound: CompoundFile) -> int:
    """The second byte of its flags ([MS-DOC] 2.5.2)."""
    return compound.beginning(("WordDocument",), 12)[11]


def _has_file_pass(book: bytes) -> bool:
    """Stands right behind the first record ([MS-XLS] 2.1.7.20.1)."""
    at = 4 + int.from_bytes(book[2:4], "little")
    return int.from_bytes(book[at : at + 2], "little") == _FILE_PASS
