"""Errors of handing over evidence. Their sentences are in app/messages/."""

from app.errors import AppError


class NothingToExportError(AppError):
    """There is nothing to hand over: nothing was confirmed, or the case is empty."""


class CaseEmptyError(NothingToExportError):
    """There is no item in the case yet."""


class LevelMissingError(AppError):
    """The case does not keep what a level of handover needs; `level` names the level."""

    def __init__(self, level: str = "") -> None:
        super().__init__(level)
        self.level = str(level)


class BundlePassphraseCharactersError(AppError):
    """A passphrase has characters that programs encode differently."""


class BundlePassphraseWeakError(AppError):
    """The passphrase of a bundle is too easy to guess."""


class NoHashesError(AppError):
    """None of the confirmed items has a hash of this kind; `kind` names it."""

    def __init__(self, kind: str = "") -> None:
        super().__init__(kind)
        self.kind = str(kind)


class CaptureOfCaptureError(AppError):
    """The item that a capture should show is a capture itself; `item` is its number."""

    def __init__(self, item: int = 0) -> None:
        super().__init__(item)
        self.item = item


class FingerprintError(AppError):
    """A text is no fingerprint of 64 hex digits; `text` is what was typed."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.text = text


class TimestampRootsError(AppError):
    """The file at `path` holds no certificates, or cannot be read."""

    def __init__(self, path: str = "") -> None:
        super().__init__(path)
        self.path = path


class TimestampError(AppError):
    """The file at `path` is no timestamp that can be read."""

    def __init__(self, path: str = "") -> None:
        super().__init__(path)
        self.path = path


class NotACaptureError(AppError):
    """An item that was made from a photo cannot be a capture; `item` is its number."""

    def __init__(self, item: int = 0) -> None:
        super().__init__(item)
        self.item = item


class KoreanFontMissingError(AppError):
    """A document has Hangul, and no font on this computer does.

    Attributes:
        package: Name of the package or font to install.
    """

    def __init__(self, package: str = "fonts-noto-cjk") -> None:
        super().__init__(package)
        self.package = package
