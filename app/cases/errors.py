"""Errors of a case as a whole. Their sentences are in app/messages/."""

from app.errors import AppError


class LastBesideCaseError(AppError):
    """The case closed on a full disk: the latest changes stay in the file at `path`, beside it."""

    def __init__(self, path: str = "") -> None:
        super().__init__(path)
        self.path = path


class ItemNumbersError(AppError):
    """What was typed does not name items by their numbers; `text` is what was typed."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.text = text
