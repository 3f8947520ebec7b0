"""What a walk through reported content can meet beside readable files."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from face.types import Reason

Provenance: TypeAlias = Mapping[str, str | int]
"""What is known about the origin of content, by the field names of `storage.types.Source`."""


class Obstacle(StrEnum):
    """Why something on the way is not content."""

    MISSING = "missing"
    SPECIAL_FILE = "special-file"
    FOLDER_UNREADABLE = "folder-unreadable"
    THE_CASE = "the-case"
    NOT_OF_A_MESSAGE = "not-of-a-message"
    SYSTEM_FILE = "system-file"


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Something that exists and cannot be taken in.

    Attributes:
        detail: More about the reason, such as a number or a limit.
    """

    path: str
    name: str
    reason: Obstacle | Reason
    detail: str = ""
    provenance: Provenance = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NotInExport:
    """Content that an export mentions and that is missing: an item without a file.

    Attributes:
        path: A fileless address, the same in every export of the same message.
        name: The name that the file may have had.
    """

    path: str
    name: str
    reason: Reason
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class ContainerRead:
    """A folder or container that was read to its end."""

    path: str
