"""What the person has chosen on the way to a handover; it may still be incomplete.

`hand_over` makes a `BundlePlan` of it, which is complete.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from app.handover.bundle_plan import Level
from app.handover.document_language import DocumentLanguage, usual_language


class LockedFor(StrEnum):
    """Who can open a bundle: whoever knows its passphrase, or the holder of an age key."""

    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a choice
    RECIPIENT = "recipient"


@dataclass(frozen=True, slots=True)
class HandoverChoices:
    """The choices on the handover page; the defaults hand over as little as possible.

    Attributes:
        target: Path of the bundle; None until it is chosen.
        numbers: Numbers of the items that were named; None while none were.
        unnamed: Numbers of the items to hand over while none were named; None for all that were
            confirmed.
        recipient: The public age key ("age1...") of the recipient.
        letters: Whether take-down letters lie beside the bundle, not locked.
        name: Name under the letters; empty leaves room for one.
        person: Number of the person whom the bundle is about; None for the only one there is.
        small_set: Whether a small set for an online report form lies beside it, not locked.
        language: Language of the documents; that of the receiving country while none was chosen.
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
    person: int | None = None
    language: DocumentLanguage = field(default_factory=usual_language)

    @property
    def items(self) -> tuple[int, ...] | None:
        """The numbers of the items to hand over; None for all that were confirmed."""
        return self.unnamed if self.numbers is None else self.numbers

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left to choose."""
        locked = self.locked_for is LockedFor.PASSPHRASE or bool(self.recipient)
        return self.target is not None and self.items != () and locked
