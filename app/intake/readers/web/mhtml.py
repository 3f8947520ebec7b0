"""MHTML (RFC 2557): a web page and its pictures as the parts of one MIME message."""

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
    """Opens pages that Chrome, Edge and Internet Explorer saved as one file."""

    def accepts(self, file: File) -> bool:
        """Return whether the headers are those of a saved page, not of a sent mail."""
        head = (
            file.head().replace(b"\r\n", b"\n").removeprefix(b"\xef\xbb\xbf").partition(b"\n\n")[0]
        )
        if not re.match(rb"[A-Za-z][A-Za-z-]*:", head):
            return False
        related = _RELATED.search(head)
        return bool(related and (_SAVED.search(head) or not _TO_SOMEBODY.search(head)))

    def members(self, file: File, answers: Answers) -> "MhtmlMembers":
        """Open the page; nothing is read yet."""
        return MhtmlMembers(file)


class MhtmlMembers(MimeMembers):
    """The pictures and videos of a page."""

    def entities(self, stream: BinaryIO) -> Iterator[tuple[int, int | None]]:
        """Yield the one entity, which is the whole file."""
        yield 0, None

    def name(self, part: Part) -> str:
        """Return the file name at the end of the part's URL."""
        address = header_text(part.headers, "Content-Location")
        own = "" if address.startswith(_EMBEDDED) else file_name_in_url(address)
        return own or file_name(part.headers)

    def takes(self, part: Part, file: File) -> bool:
        """Return whether the first bytes are those of a picture or video."""
        return is_content(file.head(), part.headers.get_content_type())

    def provenance(self, entity: Parts, part: Part) -> Provenance:
        """Return URL and title of the page, and when it was saved."""
        page = header_text(entity.headers, "Snapshot-Content-Location")
        page = page or header_text(entity.headers, "Content-Location")
        own = header_text(part.headers, "Content-Location")
        own = "" if own.startswith(_EMBEDDED) else own
        title = header_text(entity.headers, "Subject")
        return page_provenance(page, title, seconds_of(entity.headers), own)
