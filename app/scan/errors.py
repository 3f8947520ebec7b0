"""What can go wrong when a case is looked at. The words are in app/messages/."""

from app.errors import AppError


class PackOfCaseMissingError(AppError):
    """Most of the case was looked at with a pack that is known, but not installed here."""

    def __init__(self, pack: str = "") -> None:
        super().__init__(pack)
        self.pack = pack


class PackOfCopyMissingError(PackOfCaseMissingError):
    """The same of a check copy, which cannot be looked at with another pack."""


class CheckCopyNotScannableError(AppError):
    """A check copy holds nothing that could be looked at; only its case can be."""
