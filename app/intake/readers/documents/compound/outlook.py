"""Attachments of Outlook mails (.msg, [MS-OXMSG]), and of mails attached to them."""

from collections.abc import Iterator
from dataclasses import replace

from app.intake.readers.core.events import Provenance
from app.intake.readers.core.text import decode_text, last_name
from app.intake.readers.documents.compound.compound_file import CompoundFile, Path
from app.intake.readers.documents.compound.embedded_file import (
    EmbeddedFile,
    stream_range,
    unreadable,
)
from app.intake.readers.documents.compound.legacy_office import office_files
from app.intake.readers.mail.mail import mail_provenance
from app.sandbox.reader_limits import MAX_DEPTH, MAX_FIELD_CHARACTERS
from face.types import Reason

_PROPERTIES = "__properties_version1.0"
_ATTACHED = "__attach_version1.0_#"
_STREAM = "__substg1.0_"
_DATA, _OBJECT = f"{_STREAM}37010102", f"{_STREAM}3701000D"
_NAMES = ("3707", "3704", "3001")
"""Properties: the long file name, the short one, the displayed one."""

_SENDER, _SMTP, _ADDRESS = "0C1A", "5D01", "0C1F"
_SUBJECT, _MESSAGE_ID = "0037", "1035"
_SENT, _DELIVERED = 0x0039_0040, 0x0E06_0040
_HEADER_OF_MAIL, _HEADER_OF_ATTACHED = 32, 24
_MOST_PROPERTIES = 64 * 1024
_TICKS, _BEFORE_1970 = 10_000_000, 11_644_473_600


def is_outlook(compound: CompoundFile) -> bool:
    """Return whether the stream that every mail has is there."""
    return (_PROPERTIES,) in compound


def outlook_files(compound: CompoundFile, mail: Path = ()) -> Iterator[EmbeddedFile]:
    """Yield the attachments. Raises OSError, UnreadableMediaError."""
    known = _said(compound, mail)
    for name in compound.storages(mail):
        if name.startswith(_ATTACHED):
            for piece in _attached(compound, (*mail, name)):
                yield piece if piece.provenance else replace(piece, provenance=known)


def _attached(compound: CompoundFile, path: Path) -> Iterator[EmbeddedFile]:
    name = _name(compound, path)
    inner = (*path, _OBJECT)
    if (*path, _DATA) in compound:
        yield stream_range(compound, (*path, _DATA), name)
    elif (*inner, _PROPERTIES) in compound:
        is_too_deep = len(inner) > 2 * MAX_DEPTH
        too_deep = iter((unreadable(name, Reason.TOO_DEEP),))
        yield from too_deep if is_too_deep else outlook_files(compound, inner)
    elif _OBJECT in compound.storages(path):
        yield from office_files(compound, inner)
    else:
        yield unreadable(name, Reason.NOT_IN_EXPORT)


def _name(compound: CompoundFile, path: Path) -> str:
    names = (_text(compound, path, each) for each in _NAMES)
    return last_name(next(filter(None, names), "")) or path[-1].removeprefix(_ATTACHED)


def _said(compound: CompoundFile, mail: Path) -> Provenance:
    return mail_provenance(
        message_id=_text(compound, mail, _MESSAGE_ID),
        seconds=_sent(compound, mail),
        sender=_text(compound, mail, _SENDER),
        address=_text(compound, mail, _SMTP) or _text(compound, mail, _ADDRESS),
        subject=_text(compound, mail, _SUBJECT),
    )


def _text(compound: CompoundFile, path: Path, number: str) -> str:
    """Return a text property: UTF-16, or in the code page of the writer."""
    most = 2 * MAX_FIELD_CHARACTERS
    wide = compound.beginning((*path, f"{_STREAM}{number}001F"), most)
    narrow = b"" if wide else compound.beginning((*path, f"{_STREAM}{number}001E"), most)
    text = wide.decode("utf-16-le", "replace") if wide else decode_text(narrow)
    return text.strip("\0 \r\n\t")[:MAX_FIELD_CHARACTERS]


def _sent(compound: CompoundFile, mail: Path) -> int | None:
    """Return when the mail was sent, or else delivered, in seconds since 1970."""
    header = _HEADER_OF_ATTACHED if mail else _HEADER_OF_MAIL
    table = compound.beginning((*mail, _PROPERTIES), _MOST_PROPERTIES)[header:]
    values = {table[at : at + 4]: table[at + 8 : at + 16] for at in range(0, len(table), 16)}
    for number in (_SENT, _DELIVERED):
        ticks = int.from_bytes(values.get(number.to_bytes(4, "little"), b""), "little")
        if ticks:
            return ticks // _TICKS - _BEFORE_1970
    return None
