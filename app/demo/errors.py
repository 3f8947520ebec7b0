"""What can go wrong with the demo. The words are in app/messages/."""

from app.errors import AppError


class PictureMissingError(AppError):
    """A picture that the sample case is made from is not installed."""

    def __init__(self, name: str = "") -> None:
        super().__init__(name)
        self.name = name


class FolderExistsError(AppError):
    """The folder that the sample case was to be made in is there already."""

    def __init__(self, path: str = "") -> None:
        super().__init__(path)
        self.path = path
