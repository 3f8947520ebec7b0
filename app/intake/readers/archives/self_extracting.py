"""Archives behind a program that unpacks them (`.exe` for Windows)."""

import io
import struct
from typing import BinaryIO

from app.intake.readers.core.places import File, Folder
from app.intake.readers.core.streams import StreamSlice
from face.errors import UnreadableMediaError

_PROGRAM, _HEADERS = b"MZ", b"PE\0\0"
_HEADER_AT, _AFTER_MARK, _SECTION = 60, 24, 40
_MOST_SECTIONS = 96
"""Windows loads no program with more."""

_BEGINNINGS = (b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\7", b"PK\3\4", b"MSCF\0\0\0\0", b"ALZ\1", b"EGGA")
_SEARCHED = 64 * 1024
"""Bytes behind the program in which an archive begins; 7-Zip puts its settings before it."""


class Behind(File):
    """The rest of a file, under its name and its address."""

    __slots__ = ("_file", "_start")

    def __init__(self, file: File, start: int) -> None:
        """Begin at an offset."""
        super().__init__(file.path, file.name, file.size - start, file.mtime_ns)
        self._file = file
        self._start = start

    def open(self) -> BinaryIO:
        """Open the rest. Raises OSError, UnreadableMediaError."""
        stream = self._file.open()
        size = stream.seek(0, io.SEEK_END)
        rest = StreamSlice(stream, self._start, max(0, size - self._start))
        return io.BufferedReader(rest)

    def folder(self) -> Folder:
        """The one that the file lies in."""
        return self._file.folder()


def archive_in(file: File) -> File:
    """The archive behind a program; the file itself where it is no program, or nothing follows."""
    if not file.head().startswith(_PROGRAM):
        return file
    try:
        with file.open() as stream:
            end = _end_of_program(stream)
            stream.seek(end)
            behind = stream.read(_SEARCHED)
    except (OSError, UnreadableMediaError, struct.error):
        return file
    found = [at for each in _BEGINNINGS if (at := behind.find(each)) >= 0]
    return Behind(file, end + min(found)) if found else file


def _end_of_program(stream: BinaryIO) -> int:
    """Where the last section ends (PE format, "Section Table"). Raises struct.error, OSError."""
    stream.seek(_HEADER_AT)
    (at,) = struct.unpack("<I", stream.read(4))
    stream.seek(at)
    head = stream.read(_AFTER_MARK)
    if not head.startswith(_HEADERS):
        raise OSError
    count, optional = struct.unpack_from("<H", head, 6)[0], struct.unpack_from("<H", head, 20)[0]
    stream.seek(at + _AFTER_MARK + optional)
    ends = [0]
    for _ in range(min(count, _MOST_SECTIONS)):
        size, start = struct.unpack_from("<II", stream.read(_SECTION), 16)
        ends.append(start + size)
    return max(ends)
