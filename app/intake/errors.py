"""What can go wrong when content is taken in. The words are in app/messages/."""

from app.errors import AppError


class UnknownFieldError(AppError):
    """Nothing of that name can be said of where an item is from; `field` is the name."""

    def __init__(self, field: str = "") -> None:
        super().__init__(field)
        self.field = field


class ValueUnfitError(AppError):
    """`text` does not fit in `field`."""

    def __init__(self, field: str = "", text: str = "") -> None:
        super().__init__(field, text)
        self.field = field
        self.text = text


class MadeOtherwiseError(AppError):
    """The item is a screen capture, which was made from no photo; `item` is its number."""

    def __init__(self, item: int = 0) -> None:
        super().__init__(item)
        self.item = item


class TableUnreadableError(AppError):
    """The file is too large for a table, or none."""

    def __init__(self, path: str = "") -> None:
        super().__init__(path)
        self.path = path


class LinkWithFilesError(AppError):
    """A bare link and files were to be added at once."""
