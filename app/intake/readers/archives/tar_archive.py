"""Tar archives (POSIX ustar and pax, GNU), plain or compressed. No number in them is trusted."""

import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass

from app.intake.readers.archives.decompression import (
    compression_of,
    decompressed_file,
    decompressed_head,
)
from app.intake.readers.core.answers import Answers
from app.intake.readers.core.byte_ranges import (
    ByteRange,
    PlainSource,
    RangeMembers,
    RangeSource,
    SolidSource,
)
from app.intake.readers.core.places import File
from app.intake.readers.core.reader import Members
from app.intake.readers.core.text import decode_text
from app.sandbox import reader_limits
from face.errors import UnreadableMediaError
from face.media.sniff import sniff
from face.types import Reason

BLOCK = tarfile.BLOCKSIZE
MAX_EXTENDED_BYTES = 1024 * 1024
"""Greatest size of the names and attributes that do not fit into a header."""

_EXTENDED = (tarfile.XHDTYPE, tarfile.SOLARIS_XHDTYPE)
_ABOUT_THE_NEXT = (*_EXTENDED, tarfile.XGLTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK)
_EMPTY = (
    *(tarfile.LNKTYPE, tarfile.SYMTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE),
    *(tarfile.DIRTYPE, tarfile.FIFOTYPE),
)
_RECORD = re.compile(rb"\d{1,7} (path|size)=([^\n]{0,65536})\n")


@dataclass(slots=True)
class _Told:
    """What preceding headers say about the next file."""

    path: bytes | None = None
    size: int | None = None

    def take(self, kind: bytes, content: bytes) -> None:
        """Take the content of a header about the next file."""
        if kind == tarfile.GNUTYPE_LONGNAME:
            self.path = content.partition(b"\0")[0]
        if kind in _EXTENDED:
            for name, value in _RECORD.findall(content):
                if name == b"path":
                    self.path = value
                elif value[:20].isdigit():
                    self.size = int(value[:20])


def is_tar(head: bytes) -> bool:
    """Return whether the bytes begin with a header whose checksum is right."""
    try:
        _header(head[:BLOCK])
    except UnreadableMediaError:
        return False
    return True


def tar_ranges(source: RangeSource) -> Iterator[ByteRange]:
    """Yield every file in the order of the archive; links and devices hold no content.

    Raises:
        OSError, UnreadableMediaError: The rest is damaged, cut off, or over a limit.
    """
    at, total, told = 0, 0, _Told()
    for _ in range(2 * reader_limits.MAX_ENTRIES):
        block = b"".join(source.chunks(at, BLOCK))
        if not block.strip(b"\0"):
            return
        header = _header(block)
        at += BLOCK
        size = header.size if told.size is None else told.size
        if header.type in _ABOUT_THE_NEXT:
            size = header.size
            told.take(header.type, _content(source, at, size))
        elif header.type in _EMPTY:
            size, told = 0, _Told()
        else:
            total += size
            _require_modest(total)
            name = header.name.encode("latin-1") if told.path is None else told.path
            yield ByteRange(decode_text(name), source, at, size)
            told = _Told()
        at += -(-size // BLOCK) * BLOCK
    raise UnreadableMediaError(Reason.TOO_LARGE, str(reader_limits.MAX_ENTRIES))


def _header(block: bytes) -> tarfile.TarInfo:
    try:
        header = tarfile.TarInfo.frombuf(block, "latin-1", "strict")
    except tarfile.HeaderError as error:
        reason = Reason.TRUNCATED if len(block) < BLOCK else Reason.DAMAGED
        raise UnreadableMediaError(reason) from error
    if header.size < 0:
        raise UnreadableMediaError(Reason.DAMAGED)
    return header


def _content(source: RangeSource, start: int, size: int) -> bytes:
    """Read the content of a header about the next file."""
    if size > MAX_EXTENDED_BYTES:
        raise UnreadableMediaError(Reason.TOO_LARGE, str(size))
    return b"".join(source.chunks(start, size))


def _require_modest(total: int) -> None:
    if total > reader_limits.MAX_UNPACKED_BYTES:
        raise UnreadableMediaError(Reason.TOO_LARGE, str(total))


class Tar:
    """Opens tar archives, also those compressed with gzip, bzip2, xz or Zstandard."""

    def accepts(self, file: File) -> bool:
        """Return whether the file begins with a tar header; a picture that looks so is none."""
        head = decompressed_head(file) or file.head()
        return is_tar(head) and not sniff(head).startswith(("image/", "video/"))

    def members(self, file: File, answers: Answers) -> Members:
        """Read the headers, for which a compressed archive is unpacked as a whole.

        Raises:
            OSError, UnreadableMediaError: The archive cannot be opened. If only its rest is
                damaged, the members say so at their end.
        """
        packing = compression_of(file.head())
        if packing is None:
            found, error = _listed(PlainSource(file))
            return RangeMembers(file, found, error, in_order=False)
        solid = SolidSource(lambda: decompressed_file(file, packing))
        found, error = _listed(solid)
        is_kept = error is None and sum(each.size for each in found) <= reader_limits.KEPT_BYTES
        if is_kept:
            solid.keep()
        return RangeMembers(file, found, error, in_order=not is_kept)


def _listed(source: RangeSource) -> tuple[list[ByteRange], UnreadableMediaError | None]:
    """Return what the archive holds and the error that ended it; raises if it holds nothing."""
    found: list[ByteRange] = []
    try:
        for byte_range in tar_ranges(source):
            found.append(byte_range)  # noqa: PERF402 - what came before an error stays
    except UnreadableMediaError as error:
        if found:
            return found, error
        source.close()
        raise
    except OSError as error:
        source.close()
        raise UnreadableMediaError(Reason.UNREADABLE_FILE) from error
    return found, None
