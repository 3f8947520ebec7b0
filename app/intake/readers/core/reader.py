"""The interface of readers: docs/intake.md shows how to write one."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, Protocol, TypeAlias

from app.intake.readers.core.answers import Answers, Question
from app.intake.readers.core.events import ContainerRead, NotInExport, Provenance, Unreadable
from app.intake.readers.core.places import File, Folder, Place


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A file or folder that a reader found, with its provenance.

    The walk continues in it: the file may be a container, whose members get the same provenance.

    Attributes:
        instead_of: The address under which another export may have listed this content as absent.
    """

    place: Place
    provenance: Provenance = field(default_factory=dict)
    instead_of: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of content: a file that is not a container."""

    file: File
    provenance: Provenance = field(default_factory=dict)
    instead_of: str | None = None

    @property
    def path(self) -> str:
        """The address by which the content is found again."""
        return self.file.path

    @property
    def name(self) -> str:
        """The original name of the file, however odd."""
        return self.file.name

    @property
    def size(self) -> int:
        """Size in bytes."""
        return self.file.size

    @property
    def mtime_ns(self) -> int | None:
        """Time of the last change in ns since 1970; None if unknown."""
        return self.file.mtime_ns

    def open(self) -> BinaryIO:
        """Open the content, while the walk is at it. Raises OSError, UnreadableMediaError."""
        return self.file.open()


ReaderEvent: TypeAlias = FoundPlace | NotInExport | Unreadable | Question
"""What a reader or an open container can yield."""

WalkEvent: TypeAlias = Entry | NotInExport | Unreadable | ContainerRead | Question
"""What a walk can yield."""


class Reader(Protocol):
    """Reads one kind of export: a text that refers to files, on the disk or in an archive."""

    def accepts(self, place: Place) -> bool:
        """Return whether this reader is right for a file or folder, by its content.

        The answer must be cheap: a look at `File.head()` or `Folder.names()`. Raises nothing but
        OSError.
        """
        ...

    def read(self, place: Place, answers: Answers) -> Iterator[ReaderEvent]:
        """Yield the content of an export, one event at a time, in the same order on every run.

        Events before an error stay valid.

        Raises:
            OSError, UnreadableMediaError: The rest cannot be read; the walk reports it.
        """
        ...


class Container(Protocol):
    """Opens one kind of file that holds others, which have addresses in it."""

    def accepts(self, file: File) -> bool:
        """Return whether a file is of this kind, by its content (`file.head()`)."""
        ...

    def members(self, file: File, answers: Answers) -> "Members":
        """Open the container.

        Raises:
            OSError, UnreadableMediaError: Reason.LOCKED if none of the answers opens it; the walk
                then asks for a password.
        """
        ...


class Members(Protocol):
    """An open container. Streams of its files stay open after it is closed."""

    @property
    def root(self) -> Folder:
        """The members as a folder, which may itself be an export."""
        ...

    def events(self) -> Iterator[ReaderEvent]:
        """Yield `FoundPlace(root)`, or each member with its provenance."""
        ...

    def member(self, address: str) -> Place:
        """Return the member at an address. Raises FileNotFoundError."""
        ...

    def close(self) -> None:
        """Close the container."""
        ...
