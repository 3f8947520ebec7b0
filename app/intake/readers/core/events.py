"""What a walk through reported content comes upon."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from face.types import Reason

Provenance: TypeAlias = Mapping[str, str | int]
"""What is known of where a content came from, by the field names of `storage.types.Source`."""


class Obstacle(StrEnum):
    """Why something that was met on the way in is no content."""

    MISSING = "missing"
    SPECIAL_FILE = "special-file"
    FOLDER_UNREADABLE = "folder-unreadable"
    THE_CASE = "the-case"
    NOT_OF_A_MESSAGE = "not-of-a-message"


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Something that is there and could not be taken in, and why.

    Attributes:
        detail: More about the reason, for those who look for it: a number, a limit.
    """

    path: str
    name: str
    reason: Obstacle | Reason
    detail: str = ""
    provenance: Provenance = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NotInExport:
    """Content that something tells of, and that is not there: an item without a file.

    Attributes:
        path: An address (`nowhere`) that is the same in every export of the same message.
        name: What it may be called.
    """

    path: str
    name: str
    reason: Reason
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class ContainerRead:
    """A folder or holder that was read to its end."""

    path: str
