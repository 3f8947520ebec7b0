"""What the person wants to hand over, and where she wants it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from storage.types import Media


class Level(StrEnum):
    """How much of the content itself goes along. The words are "level.NAME"."""

    LIST = "list"
    CROPS = "crops"
    ORIGINALS = "originals"


@dataclass(frozen=True, slots=True)
class BundlePlan:
    """Least of all, until she chooses otherwise. `target` is None until she says where."""

    level: Level = Level.LIST
    target: Path | None = None


def possible_levels(media: Media, *, crops: bool) -> frozenset[Level]:
    """What a case that keeps this can give.

    Args:
        crops: Whether it keeps small pictures of faces.
    """
    gives = {
        Level.LIST: True,
        Level.CROPS: crops,
        Level.ORIGINALS: media is Media.ORIGINALS,
    }
    return frozenset(level for level, can in gives.items() if can)
