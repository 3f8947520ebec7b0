"""What is taken of a saved web page, and its provenance."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from resiliparse.parse.html import HTMLTree

from app.intake.note_flags import NoteFlag, with_flags
from app.intake.readers.core.events import Provenance, Unreadable
from app.intake.readers.core.members import MAX_NAME_CHARACTERS
from app.intake.readers.core.places import DRAWINGS, MEDIA, Folder
from app.intake.readers.core.reader import FoundPlace, ReaderEvent
from app.intake.readers.core.text import last_name
from app.sandbox.reader_limits import MAX_FIELD_CHARACTERS
from face.media.sniff import UNKNOWN, sniff

PLATFORM = "web"
_CONTAINER_TYPES = frozenset(
    f"application/{kind}"
    for kind in (
        *("pdf", "zip", "gzip", "x-7z-compressed", "x-bzip2", "x-xz", "vnd.rar"),
        "x-ole-storage",
    )
)
_ESCAPE = re.compile(rb"%([0-9A-Fa-f]{2})")
_OF_FILE_NAME = re.compile(r"[^?#]*")
_NAMED = re.compile(
    r"\.(jpe?g|png|gif|webp|avif|hei[cf]|jxl|bmp|tiff?|mp4|m4v|mov|webm|mkv|avi)$", re.IGNORECASE
)


def is_content(head: bytes, declared: str) -> bool:
    """Whether a part of a page may show somebody: pictures and videos, and files that hold some.
    Text, scripts, fonts, sounds and drawings (SVG) do not.

    Args:
        head: Its first bytes.
        declared: The type that the page says it has; asked only where the bytes tell nothing.
    """
    kind = sniff(head)
    if kind in DRAWINGS or not head:
        return False
    if kind.startswith(MEDIA) or kind in _CONTAINER_TYPES:
        return True
    declared = declared.partition(";")[0].strip().lower()
    return kind == UNKNOWN and declared.startswith(MEDIA) and declared not in DRAWINGS


def page_provenance(
    page: str, title: str = "", time: int | None = None, own: str = ""
) -> Provenance:
    """Return the provenance that a page states, flagged as claimed: nobody has checked it.

    Args:
        page: URL of the page.
        time: When it was saved, in seconds since 1970.
        own: URL of the picture itself.
    """
    own = "" if own == page else own
    known: dict[str, str | int | None] = {
        "platform": PLATFORM,
        "url": page[:MAX_FIELD_CHARACTERS] or None,
        "post_title": title[:MAX_FIELD_CHARACTERS] or None,
        "message_time_unix": time,
        "note": with_flags([NoteFlag.CLAIMED], own[:MAX_FIELD_CHARACTERS]),
    }
    return {name: value for name, value in known.items() if value is not None}


def contents_below(folder: Folder, known: Provenance | None = None) -> Iterator[ReaderEvent]:
    """Yield pictures, videos, documents and archives below a folder; no text, style or script."""
    waiting = [folder]
    while waiting:
        for child in waiting.pop().children_or_obstacle():
            if isinstance(child, Folder):
                waiting.append(child)
            elif isinstance(child, Unreadable):
                yield child
            elif is_content(child.head(), _declared(child.name)):
                yield FoundPlace(child, known or {})


def _declared(name: str) -> str:
    """Return the type that a file has by its name, where that is one of a picture or video."""
    found = _NAMED.search(name)
    return "" if found is None else f"image/{found[1].lower()}"


def title_of(head: bytes) -> str:
    """Return the title of a page of which these are the first bytes; empty if they hold none."""
    return (HTMLTree.parse(head.decode("utf-8", "replace")).title or "").strip()


def file_name_in_url(address: str) -> str:
    """Return the file name at the end of a URL; empty if it has none."""
    path = _OF_FILE_NAME.match(address)
    return last_name(percent_decoded(last_name(path[0] if path else "")))[:MAX_NAME_CHARACTERS]


def percent_decoded(text: str) -> str:
    """Decode percent-encoded text such as `%EA%B1%B0`."""
    return percent_decoded_bytes(text.encode("utf-8", "replace")).decode("utf-8", "replace")


def percent_decoded_bytes(text: bytes) -> bytes:
    """Decode percent-encoded bytes."""
    return _ESCAPE.sub(lambda found: bytes([int(found[1], 16)]), text)


def seconds_of(date: str) -> int | None:
    """Return seconds since 1970 for an ISO 8601 date, in UTC unless it has a zone; or None."""
    try:
        written = datetime.fromisoformat(date)
        return int((written if written.tzinfo else written.replace(tzinfo=UTC)).timestamp())
    except (ValueError, OverflowError):
        return None
