"""The interface of readers: docs/intake.md shows how to write one."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, Protocol, TypeAlias

from app.intake.readers.core.answers import Answers, Question
from app.intake.readers.core.events import ContainerRead, NotInExport, Provenance, Unreadable
from app.intake.readers.core.places import File, Folder, Place


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A file or folder that a reader came upon, and what it knows of it. The walk goes on in it:
    a file may itself be a holder, and what is in that has the same provenance.

    Attributes:
        instead_of: The address under which its content was (or may have been) listed as absent.
    """

    place: Place
    provenance: Provenance = field(default_factory=dict)
    instead_of: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of content: a file that is no holder."""

    file: File
    provenance: Provenance = field(default_factory=dict)
    instead_of: str | None = None

    @property
    def path(self) -> str:
        """How it is found again."""
        return self.file.path

    @property
    def name(self) -> str:
        """The name it had, as it was, however odd."""
        return self.file.name

    @property
    def size(self) -> int:
        """Bytes."""
        return self.file.size

    @property
    def mtime_ns(self) -> int | None:
        """When it was last written, or None."""
        return self.file.mtime_ns

    def open(self) -> BinaryIO:
        """Its bytes; while the walk stands at it. Raises OSError, UnreadableMediaError."""
        return self.file.open()


ReaderEvent: TypeAlias = FoundPlace | NotInExport | Unreadable | Question
"""What a reader says."""

WalkEvent: TypeAlias = Entry | NotInExport | Unreadable | ContainerRead | Question
"""What a walk gives."""


class Reader(Protocol):
    """Knows one kind of export: files on a disk or in an archive, and a text that tells of them."""

    def accepts(self, place: Place) -> bool:
        """True when this reader is the one for this file or folder, by its content. Cheap: a look
        at `File.head()` or `Folder.names()`. Raises nothing but OSError."""
        ...

    def read(self, place: Place, answers: Answers) -> Iterator[ReaderEvent]:
        """Everything in it, in an order that is the same on every run, one at a time.

        What was told before an error stays.

        Raises:
            OSError, UnreadableMediaError: The rest cannot be read; the walk says so.
        """
        ...


class Container(Protocol):
    """Knows one kind of file that holds others, which have addresses in it."""

    def accepts(self, file: File) -> bool:
        """True when the file is of this kind, by its content (`file.head()`)."""
        ...

    def members(self, file: File, answers: Answers) -> "Members":
        """Open it.

        Raises:
            OSError, UnreadableMediaError: With Reason.LOCKED when none of the answers opens it; the
                walk asks for a password then.
        """
        ...


class Members(Protocol):
    """An open container. Streams that its files gave stay open after it is closed."""

    @property
    def root(self) -> Folder:
        """Its members as a folder, which may itself be an export."""
        ...

    def told(self) -> Iterator[ReaderEvent]:
        """What it has to say: `Seen(root)`, or each member with what is known of it."""
        ...

    def member(self, address: str) -> Place:
        """The member that has this address. Raises FileNotFoundError."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...
