"""Errors of scanning a case. app/messages/ has the words."""

from app.errors import AppError


class PackOfCaseMissingError(AppError):
    """Most of the case was scanned with `pack`, which is known but not installed."""

    def __init__(self, pack: str = "") -> None:
        super().__init__(pack)
        self.pack = pack


class PackOfCopyMissingError(PackOfCaseMissingError):
    """A check copy was scanned with `pack`, which is not installed; it cannot be scanned again."""


class CheckCopyNotScannableError(AppError):
    """A check copy has no content that could be scanned; only its case has."""
