"""View an item and decide on it; both go into the custody log."""

from dataclasses import dataclass

from app.review.errors import NothingToRevealError
from storage.case import Case
from storage.types import CaseKind, ItemDetail, Source, Verdict


@dataclass(frozen=True, slots=True)
class ItemSummary:
    """What can be said about an item without showing anything of it.

    Attributes:
        item: Its number.
        duration_ms: Length of a video; None for a picture.
        sources: Every place where it was found, the earliest first.
    """

    item: int
    name: str | None
    duration_ms: int | None
    sources: tuple[Source, ...]


def item_summary(case: Case, item: int, role: str = "") -> ItemSummary:
    """Return what is known of an item, without its faces, and log that it was viewed.

    Raises:
        ItemMissingError: There is no such item.
    """
    detail = view_item(case, item, role)
    return ItemSummary(item, detail.item.name, detail.duration_ms, detail.sources)


def view_item(case: Case, item: int, role: str = "") -> ItemDetail:
    """Return all that is known of an item, and log that it was viewed.

    Raises:
        ItemMissingError: There is no such item.
    """
    detail = case.item(item)
    case.custody.append("view", role, {"item": item})
    return detail


def decide(
    case: Case,
    item: int,
    verdict: Verdict,
    face: int | None = None,
    role: str = "",
    person: int = 1,
) -> int:
    """Store a decision on an item or one face of it; return how many faces the item has.

    Args:
        role: Who decides (victim, counsellor, ...); empty when unknown.
        person: Number of the person about whom it is.

    Raises:
        ItemMissingError, FaceMissingError: There is no such item or face.
        NothingToRevealError: The case is a check copy, in which there is nothing to decide by.
    """
    if case.kind is CaseKind.CHECK_COPY:
        raise NothingToRevealError
    case.decide(item, verdict, face, role, person)
    return len(case.item(item).tracks)
