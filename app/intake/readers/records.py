"""What a reader child says of content, as plain records: made in the child, checked in the program.

The child has just read what somebody else wrote, so nothing that it says is taken on trust. Texts
travel as bytes, since names of files need not be text.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, TypeAlias

from app.cases.source_fields import MESSAGE_TIME
from app.intake.readers.core.answers import Answers, Question, QuestionKind
from app.intake.readers.core.events import (
    ContainerRead,
    NotInExport,
    Obstacle,
    Provenance,
    Unreadable,
)
from app.sandbox.errors import BrokenProtocolError
from app.sandbox.reader_limits import MAX_FIELD_CHARACTERS, MAX_MEMBER_BYTES
from app.sandbox.wire_format import integer
from app.sandbox.wire_format import reason as checked_reason
from app.sandbox.wire_format import text as printable
from storage.types import Source

ROOT = "@"
"""How the child calls the place that it is to read: it never learns where that lies."""

MAX_NAME_CHARACTERS = 32 * 1024
"""Of an address or a name."""

MAX_CHOICES = 200

FILE, FOLDER, OTHER = "file", "folder", "other"
"""What a row of a folder is about."""

_NOT_SAID = ("path", "filename", "mtime_ns", "acquired_at_utc", "acquired_at_local", "tz", "role")
SAID_OF_SOURCE = frozenset(each.name for each in fields(Source)) - frozenset(_NOT_SAID)
"""What an export may say of where content is from."""

_MOST_NS = 2**63 - 1

EARLIEST, LATEST = -62_135_596_800, 253_402_300_799
"""Seconds since 1970 of the first and the last moment of the years 1 to 9999."""

Record: TypeAlias = list[Any]


def text_record(text: str) -> bytes:
    """A text of any letters, lone surrogates included, as msgpack can carry it."""
    return text.encode("utf-8", "surrogatepass")


def text(untrusted: object, longest: int = MAX_NAME_CHARACTERS) -> str:
    """Check a text.

    Raises:
        BrokenProtocolError: It is none, or longer.
    """
    if not isinstance(untrusted, bytes) or len(untrusted) > 4 * longest:
        raise BrokenProtocolError("text")
    try:
        found = untrusted.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        raise BrokenProtocolError("text") from error
    if len(found) > longest:
        raise BrokenProtocolError("text")
    return found


def answers_record(answers: Answers, inside: Callable[[str], str | None]) -> Record:
    """What was answered, with addresses as the child knows them.

    Args:
        inside: The child's address for one of ours; None where that lies elsewhere.
    """
    here = (
        (path, asked, answer)
        for (address, asked), answer in answers.here.items()
        if (path := inside(address)) is not None
    )
    return [
        [[text_record(path), str(asked), text_record(answer)] for path, asked, answer in here],
        [
            [str(asked), [text_record(each) for each in tried]]
            for asked, tried in answers.everywhere.items()
        ],
    ]


def answers_of(record: Record) -> Answers:
    """The same in the child, which trusts its parent."""
    here, everywhere = record
    return Answers(
        {(text(path), QuestionKind(asked)): text(answer) for path, asked, answer in here},
        {QuestionKind(asked): tuple(map(text, tried)) for asked, tried in everywhere},
    )


def provenance_record(provenance: Provenance) -> Record:
    """Field by field, without a time that no calendar has."""
    return [
        [name, value if isinstance(value, int) else text_record(value)]
        for name, value in provenance.items()
        if not isinstance(value, int) or EARLIEST <= value <= LATEST
    ]


def provenance_of(untrusted: object) -> Provenance:
    """Check what is said of where content is from.

    Raises:
        BrokenProtocolError: An unknown field, or a value that no case can hold.
    """
    if not isinstance(untrusted, list) or len(untrusted) > len(SAID_OF_SOURCE):
        raise BrokenProtocolError("provenance")
    found: dict[str, str | int] = {}
    for row in untrusted:
        name, value = _row(row, 2)
        if not isinstance(name, str) or name not in SAID_OF_SOURCE or name in found:
            raise BrokenProtocolError("field")
        if name == MESSAGE_TIME:
            found[name] = integer(value, EARLIEST, LATEST, name)
        else:
            found[name] = text(value, MAX_FIELD_CHARACTERS)
    return found


def event_record(event: NotInExport | Unreadable | ContainerRead | Question) -> Record:
    """Anything but an entry."""
    if isinstance(event, ContainerRead):
        return ["read", text_record(event.path)]
    if isinstance(event, Question):
        choices = [text_record(each) for each in event.choices[:MAX_CHOICES]]
        return ["asks", text_record(event.path), text_record(event.name), str(event.asked), choices]
    kind = "absent" if isinstance(event, NotInExport) else "unreadable"
    detail = "" if isinstance(event, NotInExport) else event.detail[:200]
    return [
        *(kind, text_record(event.path), text_record(event.name), str(event.reason)),
        *(text_record(detail), provenance_record(event.provenance)),
    ]


def event_of(
    untrusted: Record, outside: Callable[[str], str]
) -> NotInExport | Unreadable | ContainerRead | Question:
    """Check what a child says.

    Args:
        outside: Our address for one of the child's; raises BrokenProtocolError where that leads
            out of the place that it was to read.

    Raises:
        BrokenProtocolError
    """
    kind = untrusted[0] if untrusted else None
    if kind == "read":
        _, path = _row(untrusted, 2)
        return ContainerRead(outside(text(path)))
    if kind == "asks":
        _, path, name, asked, choices = _row(untrusted, 5)
        if asked not in set(QuestionKind) or not isinstance(choices, list):
            raise BrokenProtocolError("question")
        listed = tuple(text(each, MAX_FIELD_CHARACTERS) for each in choices[:MAX_CHOICES])
        return Question(outside(text(path)), text(name), QuestionKind(asked), listed)
    _, path, name, reason, detail, provenance = _row(untrusted, 6)
    where, called, known = outside(text(path)), text(name), provenance_of(provenance)
    if kind == "absent":
        return NotInExport(where, called, checked_reason(reason), known)
    if kind != "unreadable":
        raise BrokenProtocolError("event")
    why = Obstacle(reason) if reason in set(Obstacle) else checked_reason(reason)
    return Unreadable(where, called, why, printable(text(detail, 200)), known)


def entry_record(path: str, name: str, size: int, mtime_ns: int | None, about: Record) -> Record:
    """A content that lies at an address; `about` is its provenance and what it stands for."""
    return ["entry", text_record(path), text_record(name), size, mtime_ns, *about]


class EntryRecord:
    """A content that a child tells of, checked.

    Attributes:
        path: Our address of it.
        inside: The child's.
        instead_of: Our address under which it was listed as absent, or None.
    """

    def __init__(self, untrusted: Record, outside: Callable[[str], str]) -> None:
        _, path, name, size, mtime_ns, provenance, instead_of = _row(untrusted, 7)
        self.inside = text(path)
        self.path = outside(self.inside)
        self.name = text(name)
        self.size = integer(size, 0, MAX_MEMBER_BYTES, "size")
        self.mtime_ns = (
            None if mtime_ns is None else integer(mtime_ns, -_MOST_NS, _MOST_NS, "mtime_ns")
        )
        self.provenance = provenance_of(provenance)
        self.instead_of = None if instead_of is None else outside(text(instead_of))


def fields_of(untrusted: Mapping[str, Any], name: str) -> Record:
    """A list among the fields of a message. Raises BrokenProtocolError."""
    found = untrusted.get(name)
    if not isinstance(found, list):
        raise BrokenProtocolError(name)
    return found


def _row(untrusted: object, length: int) -> Record:
    if not isinstance(untrusted, list) or len(untrusted) != length:
        raise BrokenProtocolError("record")
    return untrusted
