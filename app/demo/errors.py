"""Errors of the demo. app/messages/ has the words."""

from app.errors import AppError


class PictureMissingError(AppError):
    """The picture `name`, which the sample case is made from, is not installed."""

    def __init__(self, name: str = "") -> None:
        super().__init__(name)
        self.name = name


class FolderExistsError(AppError):
    """The folder at `path`, which was to be made for the sample case, exists already."""

    def __init__(self, path: str = "") -> None:
        super().__init__(path)
        self.path = path
