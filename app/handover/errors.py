"""What can go wrong when evidence is handed over. The words are in app/messages/."""

from app.errors import AppError


class NothingToExportError(AppError):
    """Nothing was confirmed, or the case is empty: there is nothing to hand over."""


class CaseEmptyError(NothingToExportError):
    """There is no item in the case yet."""


class LevelMissingError(AppError):
    """The case does not keep what was to be handed over; `level` names it."""

    def __init__(self, level: str = "") -> None:
        super().__init__(level)
        self.level = str(level)


class BundlePassphraseCharactersError(AppError):
    """Not every program would take these characters of a passphrase for the same bytes."""


class BundlePassphraseWeakError(AppError):
    """The passphrase of a bundle is too easy to guess."""


class NoHashesError(AppError):
    """None of the confirmed items has a hash of this kind; `kind` names it."""

    def __init__(self, kind: str = "") -> None:
        super().__init__(kind)
        self.kind = str(kind)


class CaptureOfCaptureError(AppError):
    """What a capture is to show is a capture itself; `item` is its number."""

    def __init__(self, item: int = 0) -> None:
        super().__init__(item)
        self.item = item


class FingerprintError(AppError):
    """This is no fingerprint: 64 letters a to f and figures; `text` is what was typed."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.text = text


class StampError(AppError):
    """The file at `path` is no timestamp that is read, or cannot be opened."""

    def __init__(self, path: str = "") -> None:
        super().__init__(path)
        self.path = path


class NotACaptureError(AppError):
    """An item was said to be made from a photo, so it is no screen capture; `item` names it."""

    def __init__(self, item: int = 0) -> None:
        super().__init__(item)
        self.item = item


class KoreanFontMissingError(AppError):
    """There is Hangul in the document and no font on this computer that has it.

    Attributes:
        package: What to install to have one.
    """

    def __init__(self, package: str = "fonts-noto-cjk") -> None:
        super().__init__(package)
        self.package = package
