"""What can go wrong with a case as a whole. The words are in app/messages/."""

from app.errors import AppError


class LastBesideCaseError(AppError):
    """The case is closed, on a full disk: the last of it stays in the file at `path`, beside it."""

    def __init__(self, path: str = "") -> None:
        super().__init__(path)
        self.path = path


class ItemNumbersError(AppError):
    """These are no numbers of items; `text` is what was typed."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.text = text
