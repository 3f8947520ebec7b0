"""What is taken of a saved page, and what is said of it."""

import re
from datetime import UTC, datetime

from app.intake.note_flags import NoteFlag, with_flags
from app.intake.readers.core.events import Provenance
from app.intake.readers.core.members import MAX_NAME_CHARACTERS
from app.intake.readers.core.text import last_name
from app.sandbox.reader_limits import MAX_FIELD_CHARACTERS
from face.media.sniff import UNKNOWN, sniff

PLATFORM = "web"
MEDIA = ("image/", "video/")
DRAWING = "image/svg+xml"
_HOLDERS = frozenset(
    f"application/{kind}"
    for kind in (
        *("ogg", "pdf", "zip", "gzip", "x-7z-compressed", "x-bzip2", "x-xz", "vnd.rar"),
        "x-ole-storage",
    )
)
_ESCAPE = re.compile(rb"%([0-9A-Fa-f]{2})")
_OF_FILE_NAME = re.compile(r"[^?#]*")


def is_content(head: bytes, declared: str) -> bool:
    """Whether a part of a page may show somebody: pictures and videos, and files that hold some.
    Text, scripts, fonts, sounds and drawings (SVG) do not.

    Args:
        head: Its first bytes.
        declared: The type that the page says it has; asked only where the bytes tell nothing.
    """
    kind = sniff(head)
    if kind == DRAWING or not head:
        return False
    if kind.startswith(MEDIA) or kind in _HOLDERS:
        return True
    declared = declared.partition(";")[0].strip().lower()
    return kind == UNKNOWN and declared.startswith(MEDIA) and declared != DRAWING


def page_provenance(
    page: str, title: str = "", time: int | None = None, own: str = ""
) -> Provenance:
    """What a page says of itself, which nobody has checked.

    Args:
        page: Its address on the web.
        time: When it was saved, in seconds since 1970.
        own: The address of the picture itself.
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


def file_name_in_url(address: str) -> str:
    """The file name at the end of an address on the web; empty when it has none."""
    path = _OF_FILE_NAME.match(address)
    return last_name(percent_decoded(last_name(path[0] if path else "")))[:MAX_NAME_CHARACTERS]


def percent_decoded(text: str) -> str:
    """`%EA%B1%B0` as it was meant."""
    return percent_decoded_bytes(text.encode("utf-8", "replace")).decode("utf-8", "replace")


def percent_decoded_bytes(text: bytes) -> bytes:
    """The same of bytes."""
    return _ESCAPE.sub(lambda found: bytes([int(found[1], 16)]), text)


def seconds_of(date: str) -> int | None:
    """Seconds since 1970 of a date by ISO 8601, in UTC where it says no zone; None of no date."""
    try:
        written = datetime.fromisoformat(date)
        return int((written if written.tzinfo else written.replace(tzinfo=UTC)).timestamp())
    except (ValueError, OverflowError):
        return None
