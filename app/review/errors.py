"""What can go wrong in a review. The words are in app/messages/."""

from app.errors import AppError


class NothingToRevealError(AppError):
    """The case is a check copy, which has no pictures and does not know where the content is."""


class ItemNotScannedError(AppError):
    """The item with the number `item` was not scanned yet, or could not be."""

    def __init__(self, item: int = 0) -> None:
        super().__init__(item)
        self.item = item
