"""A message with media, in the form that all chat formats share."""

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
        paths: Paths where it may lie, below the folder of the text; empty if only a word stands
            for it.
        name: The name that it may have.
        url: Its address on the web.
    """

    paths: tuple[str, ...] = ()
    name: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """A message with media.

    Attributes:
        key: Identifies the message, the same in every export of its room.
        fields: Provenance by the field names of `storage.types.Source`.
    """

    key: tuple[str, ...]
    attachments: tuple[Attachment, ...]
    fields: Mapping[str, str | int | None] = field(default_factory=dict)
    marks: frozenset[NoteFlag] = frozenset()

    def address(self, number: int) -> str:
        """Return the fileless address of the attachment with this number."""
        return fileless_address(*self.key, number)

    def provenance(self, attachment: Attachment) -> Provenance:
        """Return the provenance of an attachment."""
        known = {
            name: _cut(value) for name, value in self.fields.items() if value not in (None, "")
        }
        note = with_flags(self.marks, attachment.url[:MAX_FIELD_CHARACTERS])
        return {**known, "note": note} if note else known


class MessageNumbers:
    """Numbers the messages of one person in the same minute, because texts have no ids."""

    def __init__(self) -> None:
        self._when: object = None
        self._count: Counter[str] = Counter()

    def number(self, when: object, sender: str) -> int:
        """Return the number of the next message of this person at this time."""
        if when != self._when:
            self._when, self._count = when, Counter()
        self._count[sender] += 1
        return self._count[sender]


class ChatFormat(Protocol):
    """One format of exported chats."""

    def accepts(self, file: File) -> bool:
        """Return whether the first bytes are those of the format."""
        ...

    def messages(self, file: File) -> Iterable[Message]:
        """Yield the messages with media. Raises OSError, UnreadableMediaError."""
        ...


def _cut(value: str | int | None) -> str | int:
    return value[:MAX_FIELD_CHARACTERS] if isinstance(value, str) else value or 0
