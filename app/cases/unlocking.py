"""Open a case with what a person typed, also when the keyboard was set to the other language."""

from pathlib import Path

from app.cases.keyboard import hangul_keystrokes, other_layout
from storage.case import Case
from storage.errors import WrongPassphraseError
from storage.keys import KdfCost


def open_typed(path: Path, typed: str, *, cost: KdfCost | None = None) -> Case:
    """Open a case with a typed passphrase, or with what the same keys type in the other language.

    The second try takes as long as the first, so a wrong passphrase takes twice as long.

    Raises:
        WrongPassphraseError: Neither opens it. And whatever `Case.open` raises.
    """
    try:
        return Case.open(path, typed, cost=cost)
    except WrongPassphraseError:
        twin = other_layout(typed)
        if twin == typed:
            raise
    return Case.open(path, twin, cost=cost)


def open_typed_code(path: Path, typed: str, *, cost: KdfCost | None = None) -> Case:
    """Open a case with a typed recovery code, which may have been typed as Hangul.

    Raises:
        Whatever `Case.open_with_recovery_code` raises.
    """
    return Case.open_with_recovery_code(path, hangul_keystrokes(typed), cost=cost)
