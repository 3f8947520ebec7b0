"""Reads the lines of an exported chat, whatever its encoding."""

import io
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Generator, Iterable, Iterator

from app.intake.readers.core.places import File
from app.intake.readers.core.text import decode_text
from app.sandbox.reader_limits import MAX_FIELD_CHARACTERS, MAX_MESSAGES
from face.errors import UnreadableMediaError
from face.media.sniff import UNKNOWN, sniff
from face.types import Reason

MAX_LINE = 64 * 1024
MOST_IN_HEAD = 60
_NO_SIGNS = "\ufeff\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_SPACES = "\u202f\xa0\u2007\u2009\u3000"
_UNSEEN = {**dict.fromkeys(map(ord, _SPACES), " "), **dict.fromkeys(map(ord, _NO_SIGNS), "")}


def lines_of(file: File) -> Generator[str]:
    """Yield every line without its end and without invisible signs.

    UTF-16 shows by its mark or its zeros. Otherwise each line is UTF-8 or, where that is
    impossible, code page 949. Raises what `File.open` raises.
    """
    with file.open() as stream:
        encoding = _wide(file.head())
        if encoding is None:
            while line := stream.readline(MAX_LINE):
                yield _clean(decode_text(line.removeprefix(BOM_UTF8)))
            return
        with io.TextIOWrapper(stream, encoding, "replace") as text:
            while words := text.readline(MAX_LINE):
                yield _clean(words)


def is_text(file: File) -> bool:
    """Return whether a file may be a text; a quick look that nearly every picture fails."""
    return sniff(file.head()) in (UNKNOWN, "text/plain")


def first_lines(file: File) -> list[str]:
    """Return the lines in the head of the file; the last one may be cut."""
    head = file.head()
    encoding = _wide(head)
    text = head.decode(encoding, "replace") if encoding else None
    if text is not None:
        return [_clean(line) for line in text.split("\n")[:MOST_IN_HEAD]]
    lines = head.removeprefix(BOM_UTF8).split(b"\n")
    return [_clean(decode_text(line)) for line in lines[:MOST_IN_HEAD]]


def grouped(
    lines: Iterable[str], begins: re.Pattern[str]
) -> Iterator[tuple[re.Match[str] | None, str]]:
    """Yield each line that begins a message, with the lines between it and the next one.

    The lines before the first message come first, without a match.

    Raises:
        UnreadableMediaError: There are too many messages.
    """
    start: re.Match[str] | None = None
    rest: list[str] = []
    room, count = MAX_FIELD_CHARACTERS, 0
    for line in lines:
        found = begins.match(line)
        if found is None:
            if room > 0:
                rest.append(line[:room])
                room -= len(line) + 1
            continue
        yield start, "\n".join(rest)
        count += 1
        if count > MAX_MESSAGES:
            raise UnreadableMediaError(Reason.TOO_LARGE, str(MAX_MESSAGES))
        start, rest, room = found, [], MAX_FIELD_CHARACTERS
    yield start, "\n".join(rest)


_WITH_A_CLOCK = re.compile(r".{0,40}?\d{1,2} ?[:.\uff1ah\u066b時时] ?\d\d.{0,140}[:\uff1a\]]")
"""A line that may begin a message in some way of writing times."""


class UnknownLines:
    """Counts the lines of a chat that look like messages and are not read as such."""

    def __init__(self) -> None:
        self._known = 0
        self._clocks = 0
        self._words = 0

    def watched(self, lines: Iterable[str], begins: re.Pattern[str]) -> Iterator[str]:
        """Hand the lines on."""
        for line in lines:
            if begins.match(line):
                self._known += 1
            elif line.strip():
                self._words += 1
                self._clocks += _WITH_A_CLOCK.match(line) is not None
            yield line

    def tell(self, lines_of_head: int) -> None:
        """Say so when more lines look like messages than were read as such, or when none was.

        Raises:
            UnreadableMediaError: With the number of lines.
        """
        if self._clocks > max(self._known, 1) or (not self._known and self._words > lines_of_head):
            raise UnreadableMediaError(Reason.NOT_UNDERSTOOD, str(self._words))


def _wide(head: bytes) -> str | None:
    if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    if head[1::2].count(0) > len(head) // 8:
        return "utf-16-le"
    return "utf-16-be" if head[::2].count(0) > len(head) // 8 else None


def _clean(line: str) -> str:
    return line.rstrip("\r\n").translate(_UNSEEN)
