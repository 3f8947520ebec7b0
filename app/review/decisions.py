"""What a person reads and decides about the items of a case."""

from dataclasses import dataclass

from storage.case import Case
from storage.types import ItemDetail, Source, Verdict


@dataclass(frozen=True, slots=True)
class ItemSummary:
    """What is told of an item without showing anything of it.

    Attributes:
        duration_ms: Of a video; None of a picture.
        sources: Every place where it was seen, the first first.
    """

    item: int
    name: str | None
    duration_ms: int | None
    sources: tuple[Source, ...]


def item_summary(case: Case, item: int, role: str = "") -> ItemSummary:
    """What is known of one item, without its faces. That it was asked goes into the custody log.

    Raises:
        ItemMissingError
    """
    detail = view_item(case, item, role)
    return ItemSummary(item, detail.item.name, detail.duration_ms, detail.sources)


def view_item(case: Case, item: int, role: str = "") -> ItemDetail:
    """Everything known of one item. That it was looked at goes into the custody log.

    Raises:
        ItemMissingError
    """
    detail = case.item(item)
    case.custody.append("view", role, {"item": item})
    return detail


def decide(case: Case, item: int, verdict: Verdict, face: int | None = None, role: str = "") -> int:
    """Keep a decision on an item or one face of it; return how many faces the item has.

    Args:
        role: Who decides (victim, counsellor, ...), as far as it is known.

    Raises:
        ItemMissingError, FaceMissingError
    """
    case.decide(item, verdict, face, role)
    return len(case.item(item).tracks)
