"""One interface for everything that content comes in: folders now, exports and archives later."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, Protocol, TypeAlias

from face.types import Reason


class Obstacle(StrEnum):
    """Why something that was met on the way in is no content."""

    MISSING = "missing"
    SPECIAL_FILE = "special-file"
    FOLDER_UNREADABLE = "folder-unreadable"
    THE_CASE = "the-case"


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of content that was found.

    Attributes:
        path: How the reader finds it again; the same on every run.
        name: The name it had, as it was, however odd.
        size: Bytes.
        mtime_ns: When it was last written, as its holder says, or None.
        provenance: What the holder knows of it, by the field names of `storage` sources.
    """

    path: str
    name: str
    size: int
    mtime_ns: int | None = None
    provenance: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Blocked:
    """Something that could not be taken in, and why."""

    path: str
    name: str
    reason: Obstacle | Reason


Found: TypeAlias = Entry | Blocked


class Reader(Protocol):
    """Knows one kind of holder of content."""

    def accepts(self, path: Path) -> bool:
        """True when this reader is the one for what lies at the path."""
        ...

    def entries(self, path: Path) -> Iterator[Found]:
        """Everything in it, in an order that is the same on every run. Never raises OSError."""
        ...

    def open(self, path: str) -> BinaryIO:
        """The bytes of an entry, seekable. Raises OSError."""
        ...
