"""Archives that were cut into several files: the first stands for all of them."""

import io
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import BinaryIO

from app.intake.readers.core.places import File, Folder
from face.streams import FetchedStream

_MOST_PIECES = 1000
_NUMBERED = re.compile(r"(?P<stem>.+)\.(?P<number>\d{3})", re.DOTALL)
_SPANNED = re.compile(r"(?P<stem>.+)\.[zZ](?P<number>\d\d)", re.DOTALL)
_SPANNED_LAST = re.compile(r"(?P<stem>.+)\.[zZ][iI][pP]", re.DOTALL)
_RAR_PART = re.compile(r"(?P<stem>.+)\.part(?P<number>\d+)\.rar", re.DOTALL | re.IGNORECASE)
_RAR_OLD = re.compile(r"(?P<stem>.+)\.[r-z](?P<number>\d\d)", re.DOTALL | re.IGNORECASE)
_TAIL = 66_000
_ALZ = re.compile(r"(?P<stem>.+)\.(?P<letter>[a-j])(?P<number>\d\d)", re.DOTALL | re.IGNORECASE)
_SPANNED_MARK = b"PK\7\x08"


@dataclass(frozen=True, slots=True)
class Part:
    """A range of a file, in bytes."""

    file: File
    start: int
    size: int


@dataclass(frozen=True, slots=True)
class Pieces:
    """The files of one archive, in order.

    Attributes:
        opens_last: Whether the last is opened, and the others are asked for by their names.
    """

    files: Sequence[File]
    opens_last: bool = False

    def open(self) -> BinaryIO:
        """All of them as one stream, or the last. Raises OSError, UnreadableMediaError."""
        is_one = self.opens_last or len(self.files) == 1
        return (
            self.files[-1].open()
            if is_one
            else io.BufferedReader(Joined([Part(each, 0, each.size) for each in self.files]))
        )

    @property
    def size(self) -> int:
        """Bytes in all of them."""
        return sum(each.size for each in self.files)


def pieces_of(file: File) -> Pieces:
    """What belongs to an archive that is cut anywhere; the file alone if it is not cut."""
    if (numbered := _NUMBERED.fullmatch(file.name)) and numbered["number"] == "001":
        found = [file, *_following(file, lambda n: f"{numbered['stem']}.{n:03}", 2)]
        return Pieces(found if _are_cut(found) else [file])
    if spanned := _SPANNED_LAST.fullmatch(file.name):
        found = list(_following(file, lambda n: f"{spanned['stem']}.z{n:02}", 1))
        if found and found[0].head().startswith(_SPANNED_MARK):
            return Pieces([*found, file], opens_last=True)
    return Pieces([file])


def alz_pieces(file: File) -> list[File]:
    """All files of an archive of ALZip, which go on in `.a00` up to `.j99`."""
    stem = re.sub(r"\.alz$", "", file.name, flags=re.IGNORECASE)
    named = _following(file, lambda n: f"{stem}.{chr(ord('a') + n // 100)}{n % 100:02}", 0)
    return [file, *named]


def is_cut(file: File) -> bool:
    """Whether the file is the one of several pieces that is opened for all of them."""
    numbered = _NUMBERED.fullmatch(file.name)
    if numbered is not None:
        return numbered["number"] == "001"
    return _SPANNED_LAST.fullmatch(file.name) is not None and _ends_a_span(file)


def _ends_a_span(file: File) -> bool:
    """Whether the list at the end of a zip says that it began in another file (APPNOTE 4.3.16)."""
    if file.head().startswith(b"PK\3\4"):
        return False
    try:
        with file.open() as stream:
            stream.seek(max(0, file.size - _TAIL))
            tail = stream.read(_TAIL)
    except OSError:
        return False
    at = tail.rfind(b"PK\5\6")
    return at >= 0 and int.from_bytes(tail[at + 4 : at + 6], "little") > 0


def is_later_piece(file: File) -> bool:
    """Whether the file is named as a piece of an archive, but not as the one that is opened."""
    if numbered := _NUMBERED.fullmatch(file.name):
        # Of `a.zip.002` that is plain without the first piece; a camera may number `img.002`.
        is_plain = "." in numbered["stem"] or first_piece(file) is not None
        return numbered["number"] not in ("000", "001") and is_plain
    if part := _RAR_PART.fullmatch(file.name):
        return int(part["number"]) > 1
    return any(each.fullmatch(file.name) for each in (_SPANNED, _RAR_OLD, _ALZ))


def first_piece(file: File) -> File | None:
    """The file beside a later piece that is opened for all of them; None if it is not there."""
    names: list[str] = []
    if numbered := _NUMBERED.fullmatch(file.name):
        names = [f"{numbered['stem']}.001"]
    elif part := _RAR_PART.fullmatch(file.name):
        one = "1".zfill(len(part["number"]))
        names = [f"{part['stem']}.part{one}.{ending}" for ending in ("rar", "exe")]
    elif old := _RAR_OLD.fullmatch(file.name):
        names = [f"{old['stem']}.{ending}" for ending in ("rar", "zip", "exe")]
    elif alz := _ALZ.fullmatch(file.name):
        names = [f"{alz['stem']}.alz"]
    return next((found for name in names if (found := beside(file, name)) is not None), None)


def beside(file: File, name: str) -> File | None:
    """The file with this name in the same folder; None if there is none."""
    folder: Folder = file.folder()
    known = folder.spelled(name)
    place = None if known is None else folder.child(known)
    return place if isinstance(place, File) else None


def _following(file: File, name: Callable[[int], str], number: int) -> Iterator[File]:
    while number < _MOST_PIECES and (found := beside(file, name(number))) is not None:
        yield found
        number += 1


def _are_cut(files: Sequence[File]) -> bool:
    """Whether all but the last have one size, as pieces have."""
    most = files[0].size
    return all(each.size == most for each in files[:-1]) and files[-1].size <= most


class Joined(FetchedStream):
    """Ranges of files one behind the other."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._starts = list(accumulate((part.size for part in parts), initial=0))
        super().__init__(self._read_at, self._starts.pop())
        self._parts = parts
        self._streams: dict[int, BinaryIO] = {}

    def close(self) -> None:
        while self._streams:
            self._streams.popitem()[1].close()
        super().close()

    def _read_at(self, offset: int, length: int) -> bytes:
        number = bisect_right(self._starts, offset) - 1
        part = self._parts[number]
        if number not in self._streams:
            self._streams[number] = part.file.open()
        at = offset - self._starts[number]
        self._streams[number].seek(part.start + at)
        return self._streams[number].read(min(length, part.size - at))
