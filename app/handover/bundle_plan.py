"""The plan of one bundle: which items it holds, how much of each, where it goes, what locks it.

A plan is complete. What a person has chosen on the way to one is in `handover_choices`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.cases.confirmed import confirmed_items
from app.cases.people import person_meant
from app.handover.document_language import DocumentLanguage
from app.handover.errors import (
    CaseEmptyError,
    LevelMissingError,
    NothingToExportError,
)
from storage.bundle.write import Lock
from storage.captures import CaptureKind
from storage.case import Case
from storage.errors import CheckCopyError
from storage.types import CaseKind, KeptMedia


class Level(StrEnum):
    """How much of the content itself a bundle holds. The words are "level.NAME"."""

    LIST = "list"
    CROPS = "crops"
    ORIGINALS = "originals"


class ItemSelection(StrEnum):
    """Which items a bundle holds when they are not named by number."""

    CONFIRMED = "confirmed"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class BundlePlan:
    """Everything that has to be known to make one bundle.

    Attributes:
        target: Path of the bundle; no file may exist there.
        items: A selection, or the numbers of the items.
        language: Language of the documents in it.
        role: Who hands over, for the custody log.
        person: Number of the person whom the bundle is about; None for the only one there is.
    """

    target: Path
    lock: Lock
    level: Level = Level.LIST
    items: ItemSelection | Sequence[int] = ItemSelection.CONFIRMED
    language: DocumentLanguage = DocumentLanguage.KOREAN
    role: str = ""
    person: int | None = None


def levels_of(case: Case) -> frozenset[Level]:
    """Return the levels that a case can supply; covered captures allow CROPS even without crops."""
    covered = any(each.kind is CaptureKind.COVERED for each in case.captures.all())
    return possible_levels(case.media, crops=case.crops or covered)


def possible_levels(media: KeptMedia, *, crops: bool) -> frozenset[Level]:
    """Return the levels that a case can supply that keeps these media.

    Args:
        crops: Whether the case keeps small pictures of faces, or covered screen captures.
    """
    gives = {
        Level.LIST: True,
        Level.CROPS: crops,
        Level.ORIGINALS: media is KeptMedia.ORIGINALS,
    }
    return frozenset(level for level, can in gives.items() if can)


def chosen_items(case: Case, plan: BundlePlan) -> tuple[int, ...]:
    """Return the numbers of the planned items, ascending, with the screen captures that show them.

    Raises:
        CheckCopyError, LevelMissingError, CaseEmptyError, NothingToExportError, ItemMissingError
        PersonNotSaidError, PersonMissingError: Whom the bundle is about is not clear.
    """
    if case.kind is CaseKind.CHECK_COPY:
        raise CheckCopyError(str(case.path))
    if plan.level not in levels_of(case):
        raise LevelMissingError(plan.level)
    numbers = _numbers(case, plan.items, person_meant(case, plan.person))
    if not numbers:
        raise NothingToExportError if case.items() else CaseEmptyError
    return tuple(sorted({*numbers, *case.captures.of(numbers)}))


def _numbers(case: Case, items: ItemSelection | Sequence[int], person: int) -> tuple[int, ...]:
    match items:
        case ItemSelection.CONFIRMED:
            return confirmed_items(case, person)
        case ItemSelection.ALL:
            return tuple(item.item for item in case.items())
        case _:
            numbers = tuple(sorted(set(items)))
            for number in numbers:
                case.item(number)
            return numbers
