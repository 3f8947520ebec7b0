"""What can go wrong when a document is typeset. The words are in app/messages/."""

from app.errors import AppError


class KoreanFontMissingError(AppError):
    """There is Hangul in the document and no font on this computer that has it.

    Attributes:
        package: What to install to have one.
    """

    def __init__(self, package: str = "fonts-noto-cjk") -> None:
        super().__init__(package)
        self.package = package
