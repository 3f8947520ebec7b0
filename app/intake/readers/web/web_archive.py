"""Web archives of Safari: a page and its parts in one property list."""

import plistlib
from collections.abc import Iterator, Mapping
from typing import Any

from app.intake.readers.core.listed import Listed, SmallContainer
from app.intake.readers.core.places import File
from app.intake.readers.web.page import file_name_in_url, is_content, page_provenance
from face.errors import UnreadableMediaError
from face.types import Reason

_MAGIC, _MAIN, _PARTS, _FRAMES = (
    b"bplist00",
    "WebMainResource",
    "WebSubresources",
    "WebSubframeArchives",
)
_MAX_DEEP = 8


class WebArchive(SmallContainer):
    """Opens .webarchive."""

    def accepts(self, file: File) -> bool:
        """Return whether it is a binary property list of a page."""
        head = file.head()
        return head.startswith(_MAGIC) and _MAIN.encode() in head

    def found_in(self, content: bytes) -> Iterator[Listed]:
        """Yield the pictures and videos of the page and of pages in it."""
        try:
            archive = plistlib.loads(content, fmt=plistlib.FMT_BINARY)
        except (plistlib.InvalidFileException, ValueError, RecursionError, OverflowError) as error:
            raise UnreadableMediaError(Reason.DAMAGED) from error
        yield from _in_archive(archive, content, 0)


def _in_archive(archive: object, content: bytes, depth: int) -> Iterator[Listed]:
    if not isinstance(archive, dict):
        return
    main = archive.get(_MAIN)
    page = _text(main, "WebResourceURL") if isinstance(main, dict) else ""
    for part in [main, *_items(archive, _PARTS)]:
        if isinstance(part, dict):
            yield from _part(part, page, content)
    for frame in _items(archive, _FRAMES) if depth < _MAX_DEEP else ():
        yield from _in_archive(frame, content, depth + 1)


def _part(part: Mapping[str, Any], page: str, content: bytes) -> Iterator[Listed]:
    data, address = part.get("WebResourceData"), _text(part, "WebResourceURL")
    if not isinstance(data, bytes) or not is_content(data, _text(part, "WebResourceMIMEType")):
        return
    start = content.find(data)
    known = page_provenance(page, own=address)
    yield Listed(file_name_in_url(address), start, start + len(data), "", known)


def _items(archive: Mapping[str, Any], key: str) -> list[object]:
    found = archive.get(key)
    return found if isinstance(found, list) else []


def _text(told: Mapping[str, Any], key: str) -> str:
    found = told.get(key)
    return found if isinstance(found, str) else ""
