"""How much of a case was scanned: one definition for every list and count."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from face.types import Reason
from storage.case import Case
from storage.types import Item, ItemState

PENDING = "pending"
"""The reason of an item that was not scanned yet."""


class Coverage(StrEnum):
    """How far an item was scanned. Its text is "intake.state.NAME"."""

    PENDING = "pending"
    UNCHECKED = "unchecked"
    PARTLY = "partly"
    NO_FACE = "no-face"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class IncompleteItem:
    """An item that was not compared, or (`partly`) only a part of it.

    Attributes:
        reason: One of `face.types.Reason`, or PENDING.
    """

    item: Item
    reason: str
    partly: bool


def coverage(state: ItemState, reason: Reason | None) -> Coverage:
    """Return the coverage of an item: in part when it was scanned and a reason is left."""
    if reason is not None and state in (ItemState.DONE, ItemState.NO_FACE):
        return Coverage.PARTLY
    return Coverage(state)


def incomplete_items(
    case: Case, compared: Collection[tuple[str, str]] | None = None
) -> list[IncompleteItem]:
    """Return the items of which not everything can be compared, by number.

    Args:
        compared: Packs and pipelines whose vectors a check compares; items scanned with others
            are not compared at all. None: any pack and pipeline counts.
    """
    found = {item.item: _incomplete_item(item) for item in case.not_fully_checked()}
    if compared is not None:
        for item in case.scanned_with_others(*compared):
            found[item.item] = IncompleteItem(item, Reason.OTHER_PACK, partly=False)
    return [found[number] for number in sorted(found)]


def _incomplete_item(item: Item) -> IncompleteItem:
    partly = coverage(item.state, item.reason) is Coverage.PARTLY
    return IncompleteItem(item, item.reason or PENDING, partly)
