"""A message with media, whichever program wrote it down."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from app.intake.note_flags import NoteFlag, with_flags
from app.intake.readers.core.address import fileless_address
from app.intake.readers.core.events import Provenance
from app.intake.readers.core.places import File
from app.sandbox.reader_limits import MAX_FIELD_CHARACTERS


@dataclass(frozen=True, slots=True)
class Attachment:
    """A picture, video or file of a message.

    Attributes:
        paths: Where it may lie, below the folder of the text; none when only a word stands for it.
        name: What it may be called.
        url: Where it was on the web.
    """

    paths: tuple[str, ...] = ()
    name: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """A message.

    Attributes:
        key: What tells it apart, the same in every export of its room.
        fields: By the names of `storage` sources.
    """

    key: tuple[str, ...]
    attachments: tuple[Attachment, ...]
    fields: Mapping[str, str | int | None] = field(default_factory=dict)
    marks: frozenset[NoteFlag] = frozenset()

    def address(self, number: int) -> str:
        """Of its attachment of this number, where that is in no file."""
        return fileless_address(*self.key, number)

    def provenance(self, attachment: Attachment) -> Provenance:
        """What is known of an attachment."""
        known = {
            name: _cut(value) for name, value in self.fields.items() if value not in (None, "")
        }
        note = with_flags(self.marks, attachment.url[:MAX_FIELD_CHARACTERS])
        return {**known, "note": note} if note else known


class MessageNumbers:
    """Numbers the messages that one person sent in the same minute: texts have no ids."""

    def __init__(self) -> None:
        self._when: object = None
        self._count: Counter[str] = Counter()

    def number(self, when: object, sender: str) -> int:
        """Of the next message of this person at this time."""
        if when != self._when:
            self._when, self._count = when, Counter()
        self._count[sender] += 1
        return self._count[sender]


class ChatFormat(Protocol):
    """One way of writing a chat down."""

    def accepts(self, file: File) -> bool:
        """By the first bytes of the text."""
        ...

    def messages(self, file: File) -> Iterable[Message]:
        """Those with media, one at a time. Raises OSError, UnreadableMediaError."""
        ...


def _cut(value: str | int | None) -> str | int:
    return value[:MAX_FIELD_CHARACTERS] if isinstance(value, str) else value or 0
