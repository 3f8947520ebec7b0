"""What to hand over, where to and under which lock."""

import string
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from app.cases import passphrase
from app.cases.confirmed import confirmed_items
from app.handover.errors import (
    BundlePassphraseCharactersError,
    BundlePassphraseWeakError,
    CaseEmptyError,
    LevelMissingError,
    NothingToExportError,
)
from app.handover.hangul_keystrokes import hangul_keystrokes
from app.handover.plan import Level, possible_levels
from storage.bundle.bag import Seal
from storage.bundle.member import Member
from storage.bundle.write import Lock
from storage.captures import CaptureKind
from storage.case import Case
from storage.clock import Moment
from storage.errors import CheckCopyError
from storage.types import CaseInfo, Kind


class ItemSelection(StrEnum):
    """Which items, when they are not named by number."""

    CONFIRMED = "confirmed"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class ExportPlan:
    """What to hand over.

    Attributes:
        target: A file that is not there yet.
        items: Or their numbers.
        language: Of the documents: "ko" or "en".
        role: Who hands over, for the custody log.
    """

    target: Path
    lock: Lock
    level: Level = Level.LIST
    items: ItemSelection | Sequence[int] = ItemSelection.CONFIRMED
    language: str = "ko"
    role: str = ""


Record: TypeAlias = dict[str, object]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the documents of a bundle (report, hash sheet) tell, as the bundle's lists say it.

    Attributes:
        records: One for each item, with the names of the evidence list.
        unchecked: Number, name, SHA-256 and reason of what could not be checked in the case.
        seal: What stands for all that is in the bundle, to be printed.
    """

    info: CaseInfo
    level: Level
    language: str
    made: Moment
    records: tuple[Record, ...]
    unchecked: tuple[Record, ...]
    seal: Seal


Documents: TypeAlias = Callable[[Facts], Iterable[Member]]
"""Makes the files that stand beside data/, such as report.pdf, when the lists are written."""


@dataclass(frozen=True, slots=True)
class DrawnPassphrase:
    """A passphrase that was made up.

    Attributes:
        passphrase: ASCII: letters that every program hands to the cipher alike.
        words: The Korean words that give it when they are typed with the keyboard set to English;
            None of English words.
    """

    passphrase: str
    words: str | None = None


def draw_passphrase(language: str) -> DrawnPassphrase:
    """Six words by chance.

    Korean letters would be other bytes on a Korean Windows than elsewhere: 7-Zip takes the code
    page of the system, others UTF-8. So the keys count on which Korean words are typed.
    """
    words = passphrase.draw(language)
    return (
        DrawnPassphrase(hangul_keystrokes(words), words)
        if language == "ko"
        else DrawnPassphrase(words)
    )


def spellings(typed: str) -> tuple[str, ...]:
    """What was typed for the passphrase of a bundle; then, if six words were, as they are drawn.

    Korean words may be typed as they are read out. Capitals go last: among the keys of Korean
    words they are letters of their own.
    """
    words = typed.split()
    if len(words) != passphrase.WORDS or not all(map(str.isalpha, words)):
        return (hangul_keystrokes(typed),)
    spaced = " ".join(words)
    return tuple(dict.fromkeys(map(hangul_keystrokes, (typed, spaced, spaced.lower()))))


def require_good_passphrase(text: str) -> None:
    """Refuse what a recipient could not type, or anybody could guess: a ZIP is quickly tried.

    Raises:
        BundlePassphraseCharactersError, BundlePassphraseWeakError
    """
    if set(text) - set(string.ascii_letters + string.digits + string.punctuation + " "):
        raise BundlePassphraseCharactersError
    if passphrase.strength(text) is not passphrase.Strength.STRONG:
        raise BundlePassphraseWeakError


def chosen_items(case: Case, plan: ExportPlan) -> tuple[int, ...]:
    """The numbers of the items to hand over, in order, with the screen captures that show them.

    Raises:
        CheckCopyError, LevelMissingError, CaseEmptyError, NothingToExportError, ItemMissingError
    """
    if case.kind is Kind.CHECK_COPY:
        raise CheckCopyError(str(case.path))
    if plan.level not in levels_of(case):
        raise LevelMissingError(plan.level)
    numbers = _numbers(case, plan.items)
    if not numbers:
        raise NothingToExportError if case.items() else CaseEmptyError
    return tuple(sorted({*numbers, *case.captures.of(numbers)}))


def levels_of(case: Case) -> frozenset[Level]:
    """What a case can give: covered captures go along wherever her own face may."""
    covered = any(each.kind is CaptureKind.COVERED for each in case.captures.all())
    return possible_levels(case.media, crops=case.crops or covered)


def _numbers(case: Case, items: ItemSelection | Sequence[int]) -> tuple[int, ...]:
    match items:
        case ItemSelection.CONFIRMED:
            return confirmed_items(case)
        case ItemSelection.ALL:
            return tuple(item.item for item in case.items())
        case _:
            numbers = tuple(sorted(set(items)))
            for number in numbers:
                case.item(number)
            return numbers
