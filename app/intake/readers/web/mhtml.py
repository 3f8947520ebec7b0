"""MHTML (RFC 2557): a page and what it shows, as the parts of one message."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from app.intake.readers.core.answers import Answers
from app.intake.readers.core.events import Provenance
from app.intake.readers.core.places import File
from app.intake.readers.mail.mime import (
    MimeMembers,
    Part,
    Parts,
    file_name,
    header_text,
    seconds_of,
)
from app.intake.readers.web.page import file_name_in_url, is_content, page_provenance

_SAVED = re.compile(
    rb"^(Snapshot-Content-Location:|From: <Saved by )", re.IGNORECASE | re.MULTILINE
)
_RELATED = re.compile(
    rb"^Content-Type:\s*multipart/related;(?=[^:]{0,400}\btext/html\b)",
    re.IGNORECASE | re.MULTILINE,
)
_TO_SOMEBODY = re.compile(
    rb"^(To|Received|Return-Path|Delivered-To):", re.IGNORECASE | re.MULTILINE
)
_EMBEDDED = ("cid:", "data:")


class Mhtml:
    """Accepts what Chrome, Edge and old Internet Explorers save as one file."""

    def accepts(self, file: File) -> bool:
        """By its headers: a page that a browser saved, or one that was sent to nobody."""
        head = (
            file.head().replace(b"\r\n", b"\n").removeprefix(b"\xef\xbb\xbf").partition(b"\n\n")[0]
        )
        if not re.match(rb"[A-Za-z][A-Za-z-]*:", head):
            return False
        related = _RELATED.search(head)
        return bool(related and (_SAVED.search(head) or not _TO_SOMEBODY.search(head)))

    def members(self, file: File, answers: Answers) -> "MhtmlMembers":
        """Nothing is read yet."""
        return MhtmlMembers(file)


class MhtmlMembers(MimeMembers):
    """The pictures and videos of the page."""

    def entities(self, stream: BinaryIO) -> Iterator[tuple[int, int | None]]:
        """One."""
        yield 0, None

    def name(self, part: Part) -> str:
        """The end of its address on the web."""
        address = header_text(part.headers, "Content-Location")
        own = "" if address.startswith(_EMBEDDED) else file_name_in_url(address)
        return own or file_name(part.headers)

    def takes(self, part: Part, file: File) -> bool:
        """By its first bytes."""
        return is_content(file.head(), part.headers.get_content_type())

    def provenance(self, entity: Parts, part: Part) -> Provenance:
        """The address and title of the page, and when it was saved."""
        page = header_text(entity.headers, "Snapshot-Content-Location")
        page = page or header_text(entity.headers, "Content-Location")
        own = header_text(part.headers, "Content-Location")
        own = "" if own.startswith(_EMBEDDED) else own
        title = header_text(entity.headers, "Subject")
        return page_provenance(page, title, seconds_of(entity.headers), own)
