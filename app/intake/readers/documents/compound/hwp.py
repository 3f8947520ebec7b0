"""Pictures and objects in documents of HWP 5 ("한글 문서 파일 구조 5.0")."""

import zlib
from collections.abc import Generator, Iterator
from contextlib import closing

from app.intake.readers.core.places import HEAD
from app.intake.readers.core.streams import PIECE
from app.intake.readers.documents.compound.compound_file import MAGIC, CompoundFile, Path
from app.intake.readers.documents.compound.embedded_file import (
    EmbeddedFile,
    stream_range,
    unreadable,
)
from app.intake.readers.web.page import is_content
from app.sandbox import reader_limits
from face.errors import UnreadableMediaError
from face.types import Reason

_HEADER = ("FileHeader",)
_SIGNATURE = b"HWP Document File"
_PREVIEW = ("PrvImage",)
_BINARY = "BinData"
_PACKED = 1 << 0
_LOCKED = 1 << 1 | 1 << 4 | 1 << 8 | 1 << 10
"""Flags: password, rights management, certificate, rights by certificate."""

_SIZE_BEFORE_OBJECT = 4
_NO_HEADER = -15


def is_hwp(compound: CompoundFile) -> bool:
    """Return whether the signature is that of HWP."""
    return compound.beginning(_HEADER, len(_SIGNATURE)) == _SIGNATURE


def hwp_files(compound: CompoundFile) -> Iterator[EmbeddedFile]:
    """Yield pictures and objects, and the picture of the first page.

    Raises:
        OSError, UnreadableMediaError: Reason.ENCRYPTED if a password locks the document.
    """
    flags = int.from_bytes(compound.beginning(_HEADER, 40)[36:], "little")
    if flags & _LOCKED:
        raise UnreadableMediaError(Reason.ENCRYPTED)
    for path in compound.paths:
        if path[0] == _BINARY or path == _PREVIEW:
            yield from _of_stream(compound, path, is_packed=bool(flags & _PACKED))


def _of_stream(compound: CompoundFile, path: Path, *, is_packed: bool) -> Iterator[EmbeddedFile]:
    """Yield a stream, packed or not, whatever the document says about all of them."""
    try:
        if is_content(compound.beginning(path, HEAD), ""):
            yield stream_range(compound, path, path[-1])
            return
    except UnreadableMediaError as error:
        yield unreadable(path[-1], error.reason)
        return
    try:
        yield from _of_packed(compound, path)
    except UnreadableMediaError as error:
        if is_packed:
            yield unreadable(path[-1], error.reason)


def _of_packed(compound: CompoundFile, path: Path) -> Iterator[EmbeddedFile]:
    with closing(_unpacked(compound, path)) as chunks:
        head = next(chunks, b"")[: HEAD + _SIZE_BEFORE_OBJECT]
    skipped = _SIZE_BEFORE_OBJECT if head[_SIZE_BEFORE_OBJECT:].startswith(MAGIC) else 0
    if is_content(head[skipped:], ""):
        size = compound.size(path)
        yield EmbeddedFile(path[-1], size, lambda: _unpacked(compound, path, skipped))


def _unpacked(compound: CompoundFile, path: Path, skipped: int = 0) -> Generator[bytes]:
    """Inflate a stream, which has no zlib header."""
    unpack, given = zlib.decompressobj(_NO_HEADER), 0
    with closing(compound.chunks(path)) as chunks:
        for chunk in chunks:
            packed = chunk
            while packed and not unpack.eof:
                piece = _inflated(unpack, packed)
                yield piece[skipped:] if given == 0 else piece
                given += len(piece)
                _refuse_bomb(given, compound.size(path))
                packed = unpack.unconsumed_tail
    if not unpack.eof:
        raise UnreadableMediaError(Reason.TRUNCATED)


def _inflated(unpack: "zlib._Decompress", packed: bytes) -> bytes:
    try:
        return unpack.decompress(packed, PIECE)
    except zlib.error as error:
        raise UnreadableMediaError(Reason.DAMAGED) from error


def _refuse_bomb(given: int, packed: int) -> None:
    if given > reader_limits.RATIO_FROM_BYTES and given > packed * reader_limits.MAX_TOTAL_RATIO:
        raise UnreadableMediaError(Reason.TOO_LARGE, str(given))
