"""Errors of adding content and editing its provenance. Their words are in app/messages/."""

from app.errors import AppError


class UnknownFieldError(AppError):
    """There is no provenance field with the name `field`."""

    def __init__(self, field: str = "") -> None:
        super().__init__(field)
        self.field = field


class InvalidValueError(AppError):
    """The value `text` is not valid in the field `field`."""

    def __init__(self, field: str = "", text: str = "") -> None:
        super().__init__(field, text)
        self.field = field
        self.text = text


class NotMadeFromPhotoError(AppError):
    """Item number `item` is a screen capture, so no photo can be named as its origin."""

    def __init__(self, item: int = 0) -> None:
        super().__init__(item)
        self.item = item


class TableUnreadableError(AppError):
    """The file is no table, or is too large for one."""

    def __init__(self, path: str = "") -> None:
        super().__init__(path)
        self.path = path


class LinkWithFilesError(AppError):
    """A bare link and files cannot be added in one command."""
