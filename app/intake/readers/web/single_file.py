"""Web pages in one HTML file of SingleFile or monolith, with pictures as `data:` URLs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from typing import BinaryIO

from app.intake.readers.archives.archive import zip_behind
from app.intake.readers.core.answers import Answers
from app.intake.readers.core.events import Provenance
from app.intake.readers.core.listed import Listed, ListedContainer
from app.intake.readers.core.places import HEAD, File, Place
from app.intake.readers.core.reader import FoundPlace, Members, ReaderEvent
from app.intake.readers.web.page import is_content, page_provenance, seconds_of, title_of

CHUNK = 1024 * 1024
LONGEST_START = 256
ZIP_END, ZIP_TAIL = b"PK\x05\x06", 66_000

_SINGLE_FILE = re.compile(
    rb"saved with SingleFile\w*\s+url:\s*(?P<url>\S+)\s+saved date:\s*(?P<date>[^\r\n]{1,80})"
)
_MONOLITH = re.compile(rb"<!-- Saved from (?P<url>\S+) at (?P<date>\S+) using monolith")
_START = re.compile(
    rb"data:([\w.+-]{1,80}/[\w.+-]{1,80})?(?:;[\w=.+-]{1,40}){0,2};base64,", re.IGNORECASE
)
_END = re.compile(rb"[^A-Za-z0-9+/]")


@dataclass(frozen=True, slots=True)
class DataUrl:
    """A `data:` URL: its declared type, and the range of its base64 letters in the file."""

    declared: str
    start: int
    end: int


class SingleFile(ListedContainer):
    """Opens pages by the note that both programs leave at the top."""

    def accepts(self, file: File) -> bool:
        """Return whether the head holds the note of one of the programs."""
        head = file.head()
        is_html = head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")
        return is_html and _saved(head) is not None

    def members(self, file: File, answers: Answers) -> Members:
        """Open a page, or the zip archive that SingleFile can put behind a page."""
        with file.open() as stream:
            stream.seek(max(0, file.size - ZIP_TAIL))
            is_packed = ZIP_END in stream.read(ZIP_TAIL)
        if is_packed:
            return PackedPage(zip_behind(file, answers), _told_by(file.head()))
        return super().members(file, answers)

    def listed(self, stream: BinaryIO, size: int) -> Iterator[Listed]:
        """Yield the pictures and videos among the `data:` URLs."""
        known = _told_by(stream.read(HEAD))
        stream.seek(0)
        for url in data_urls(stream):
            kind = re.sub(r"\W.*", "", url.declared.rpartition("/")[2])[:20] or "bin"
            member = Listed(f"{url.start}.{kind}", url.start, url.end, "base64", known)
            if is_content(member.head(stream), url.declared):
                yield member


class PackedPage:
    """A page whose parts are in a zip archive, each with the provenance of the page."""

    def __init__(self, zipped: Members, known: Provenance) -> None:
        self.root = zipped.root
        self._zipped = zipped
        self._known = known

    def events(self) -> Iterator[ReaderEvent]:
        """Yield what the archive holds."""
        for told in self._zipped.events():
            yield replace(told, provenance=self._known) if isinstance(told, FoundPlace) else told

    def member(self, address: str) -> Place:
        """Return a member of the archive. Raises FileNotFoundError."""
        return self._zipped.member(address)

    def close(self) -> None:
        """Close the archive."""
        self._zipped.close()


def data_urls(stream: BinaryIO) -> Iterator[DataUrl]:
    """Yield every base64 `data:` URL of a text, be it in HTML, CSS or a script."""
    text, base = b"", 0
    declared, start = "", -1
    while chunk := stream.read(CHUNK):
        text += chunk
        at = 0
        while True:
            found = (_START if start < 0 else _END).search(text, at)
            if found is None:
                break
            if start < 0:
                at = found.end()
                declared, start = (found[1] or b"").decode("ascii", "replace"), base + at
            else:
                at = found.start()
                yield DataUrl(declared, start, base + at)
                start = -1
        kept = text[max(at, len(text) - LONGEST_START) :] if start < 0 else b""
        base += len(text) - len(kept)
        text = kept
    if start >= 0:
        yield DataUrl(declared, start, base)


def _saved(head: bytes) -> re.Match[bytes] | None:
    return _SINGLE_FILE.search(head) or _MONOLITH.search(head)


def _told_by(head: bytes) -> Provenance:
    saved = _saved(head)
    if saved is None:
        return {}
    return page_provenance(
        saved["url"].decode("utf-8", "replace"),
        title_of(head),
        _seconds(saved["date"].decode("utf-8", "replace")),
    )


def _seconds(date: str) -> int | None:
    """Parse a date by ISO 8601, or as JavaScript writes it, which is nearly that of mails."""
    known = seconds_of(date)
    if known is not None:
        return known
    try:
        written = parsedate_to_datetime(date.partition(" (")[0].replace("GMT", ""))
        return int(written.timestamp())
    except (ValueError, OverflowError):
        return None
