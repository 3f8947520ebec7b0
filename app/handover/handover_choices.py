"""What the person has chosen on the way to a handover, complete or not."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.handover.bundle_plan import Level


class LockedFor(StrEnum):
    """Who can open it: who knows the passphrase, or who holds the age key of a recipient."""

    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a choice
    RECIPIENT = "recipient"


@dataclass(frozen=True, slots=True)
class HandoverChoices:
    """Least of all, until she chooses otherwise.

    Attributes:
        target: None until she says where.
        numbers: Of the items that she named; None while she named none.
        unnamed: What goes along while she named none; None for all that she confirmed.
        recipient: The public age key ("age1...") of the recipient.
        letters: Whether letters that ask for removal lie beside it, not locked.
        name: Under the letters; empty leaves room for one.
        small_set: Whether a set for an online report form lies beside it, not locked.
    """

    level: Level = Level.LIST
    target: Path | None = None
    numbers: tuple[int, ...] | None = None
    unnamed: tuple[int, ...] | None = None
    locked_for: LockedFor = LockedFor.PASSPHRASE
    recipient: str = ""
    letters: bool = False
    name: str = ""
    small_set: bool = False

    @property
    def items(self) -> tuple[int, ...] | None:
        """Their numbers; None for all that she confirmed."""
        return self.unnamed if self.numbers is None else self.numbers

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left to be said."""
        locked = self.locked_for is LockedFor.PASSPHRASE or bool(self.recipient)
        return self.target is not None and self.items != () and locked
