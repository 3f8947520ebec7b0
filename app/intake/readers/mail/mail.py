"""Mails (RFC 5322) and mailboxes (mbox, RFC 4155): their attachments and inline pictures."""

import re
from collections.abc import Iterator
from email.utils import parseaddr
from typing import BinaryIO

from app.intake.note_flags import NoteFlag, with_flags
from app.intake.readers.core.answers import Answers
from app.intake.readers.core.events import Provenance
from app.intake.readers.core.places import File
from app.intake.readers.mail.mime import (
    MAX_LINE,
    MimeMembers,
    Part,
    Parts,
    file_name,
    found_lines,
    header_text,
    seconds_of,
)
from app.sandbox.reader_limits import MAX_MEMBER_BYTES, MAX_MESSAGES
from face.errors import UnreadableMediaError
from face.types import Reason

PLATFORM = "email"
_HEADER = re.compile(
    rb"^(arc-[a-z-]+|bcc|cc|content-type|date|delivered-to|dkim-signature|from|in-reply-to"
    rb"|message-id|mime-version|received|received-spf|reply-to|return-path|sender|subject|to"
    rb"|x-[a-z0-9-]+):",
    re.IGNORECASE | re.MULTILINE,
)
_ENOUGH_HEADERS = 3
_SEPARATOR = b"From "
_DATED = re.compile(rb"From \S.{0,200}\b\d\d:\d\d(:\d\d)?\b.{0,40}\b\d{4}\b")
"""A separator as RFC 4155 has it. Thunderbird leaves the date away (`From - `), Eudora the sender
(`From ???@???`), and exports of a web mail have an id and a zone."""
_UNDATED = re.compile(rb"From (?:-|\S+@\S+|MAILER-DAEMON|nobody)?\s*$")
_START = re.compile(rb"\n(?P<line>From [^\n]*)(?=(?:\n(?P<following>[^\n]*))?)")
_BLANK = re.compile(rb"(?:\A|\n)\r?\Z")
_LENGTH = re.compile(rb"\d{1,12} *")
_STATUS = re.compile(rb"(?:>From |status:|lines:|content-length:)", re.IGNORECASE)
_ANY_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,60}:[ \t\r\n]|>From ")
_SIGNATURES = frozenset(("application/pgp-signature", "application/pkcs7-signature"))


class Mail:
    """Opens mails (.eml) and mailboxes."""

    def accepts(self, file: File) -> bool:
        """Return whether the file begins with the headers of a mail."""
        head = file.head().replace(b"\r\n", b"\n").removeprefix(b"\xef\xbb\xbf").lstrip(b"\n")
        first, _, rest = head.partition(b"\n")
        if _LENGTH.fullmatch(first):
            head = rest
        elif first.startswith(_SEPARATOR):
            if _DATED.match(first) and _begins_mail(rest):
                return True
            head = rest
        if not _begins_mail(head):
            return False
        names = {name.lower() for name in _HEADER.findall(head.partition(b"\n\n")[0])}
        return len(names) >= _ENOUGH_HEADERS

    def members(self, file: File, answers: Answers) -> "MailMembers":
        """Open the file; nothing is read yet."""
        return MailMembers(file)


class MailMembers(MimeMembers):
    """The attachments and inline pictures of all mails in a file."""

    def entities(self, stream: BinaryIO) -> Iterator[tuple[int, int | None]]:
        """Yield the range of each mail in a mailbox; a lone mail is the whole file.

        A mail of Apple Mail (.emlx) has its length before it, and a list of its marks behind it.
        """
        first = stream.readline(MAX_LINE)
        if _LENGTH.fullmatch(first.strip()):
            yield len(first), len(first) + int(first)
            return
        stream.seek(0)
        starts = _mails(stream)
        start = next(starts, None)
        if start is None:
            yield 0, None
            return
        for count, following in enumerate(starts, 2):
            if count > MAX_MESSAGES:
                raise UnreadableMediaError(Reason.TOO_LARGE, str(MAX_MESSAGES))
            yield start[1], following[0]
            start = following
        yield start[1], None

    def takes(self, part: Part, file: File) -> bool:
        """Return whether a part is an attachment: no text of the mail, no signature."""
        kind = part.headers.get_content_type()
        if kind in _SIGNATURES or kind == "message/delivery-status":
            return False
        attached = part.headers.get_content_disposition() == "attachment"
        is_text = part.headers.get_content_maintype() == "text"
        return attached or not is_text or bool(file_name(part.headers))

    def provenance(self, entity: Parts, part: Part) -> Provenance:
        """Return sender, date and subject, which the writer of the mail could forge."""
        sender, address = _sender(header_text(entity.headers, "From"))
        return mail_provenance(
            message_id=header_text(entity.headers, "Message-ID"),
            seconds=seconds_of(entity.headers),
            sender=sender,
            address=address,
            subject=header_text(entity.headers, "Subject"),
        )


def _sender(text: str) -> tuple[str, str]:
    """Name and address of a sender; the text itself where it is nested too deeply to be parsed."""
    try:
        return parseaddr(text)
    except RecursionError:
        return text, ""


def mail_provenance(
    *, message_id: str, seconds: int | None, sender: str, address: str, subject: str
) -> Provenance:
    """Return the provenance that a mail states, flagged as claimed by its writer."""
    known: dict[str, str | int | None] = {
        "platform": PLATFORM,
        "message_id": message_id or None,
        "message_time_unix": seconds,
        "sender_display": sender or address or None,
        "sender_id": address or None,
        "post_title": subject or None,
        "note": with_flags([NoteFlag.CLAIMED]),
    }
    return {name: value for name, value in known.items() if value is not None}


def _begins_mail(lines: bytes) -> bool:
    return bool(_HEADER.match(lines) or _STATUS.match(lines))


def _mails(stream: BinaryIO) -> Iterator[tuple[int, int]]:
    """Yield start and end of the line that begins each mail.

    Some programs write no empty line before it, and some no date. Such a line begins a mail where
    a header follows, since a text of a mail that looked like it would have a `>` before it.
    """
    if not stream.read(MAX_LINE).lstrip().startswith(_SEPARATOR):
        return  # a lone mail; a line of its text may look like the start of another
    is_first = True
    for at, found in found_lines(stream, 0, MAX_MEMBER_BYTES, _START):
        line, following = found["line"], (found["following"] or b"") + b"\n"
        before = found.string[max(0, found.start() - 2) : found.start()]
        dated = _DATED.match(line)
        clear = dated and _BLANK.search(before) and _ANY_HEADER.match(following)
        if clear or ((dated or _UNDATED.match(line)) and _begins_mail(following)):
            is_first = False
            yield at + 1, at + 2 + len(line)
        elif is_first:
            return
