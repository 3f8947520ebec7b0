"""What can go wrong in a review. The words are in app/messages/."""

from app.errors import AppError


class NothingToRevealError(AppError):
    """A check copy holds no pictures, and does not know where the content is."""


class ItemNotScannedError(AppError):
    """Nobody has looked at this item yet, or it could not be looked at; `item` is its number."""

    def __init__(self, item: int = 0) -> None:
        super().__init__(item)
        self.item = item
