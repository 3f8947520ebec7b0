"""What can go wrong in the app itself. Errors carry data; the words are in app/messages/."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.enrol.photo_feedback import OwnPhoto
    from app.intake.provenance_table import TableFault


class AppError(Exception):
    """Base of every expected failure in this package."""


class NoTerminalError(AppError):
    """A passphrase is needed, and there is no terminal to ask on; `option` would name a file."""

    def __init__(self, option: str = "") -> None:
        super().__init__(option)
        self.option = option


class NoTerminalForIdentityError(NoTerminalError):
    """The same, of the identity that an age bundle is locked for."""


class PassphrasesDifferError(AppError):
    """The new passphrase was not typed twice alike."""


class PassphraseEmptyError(AppError):
    """Nothing was typed."""


class PassphraseFileError(AppError):
    """Base: a file that should hold a passphrase or a recovery code cannot be used."""

    def __init__(self, path: str = "") -> None:
        super().__init__(path)
        self.path = path


class PassphraseFileMissingError(PassphraseFileError):
    """The file is not there or cannot be opened."""


class PassphraseFileEmptyError(PassphraseFileError):
    """The first line of the file is empty."""


class PassphraseFileNotTextError(PassphraseFileError):
    """The file is not UTF-8 text."""


class OwnPhotosUnusableError(AppError):
    """Not one of the own photos can be used; `photos` says what each lacks."""

    def __init__(self, photos: "Sequence[OwnPhoto]" = ()) -> None:
        super().__init__(photos)
        self.photos = tuple(photos)


class OwnFaceNotChosenError(OwnPhotosUnusableError):
    """Not one can be used yet: in at least one it is not known which face is hers."""


class PackOfCaseMissingError(AppError):
    """Most of the case was looked at with a pack that is known, but not installed here."""

    def __init__(self, pack: str = "") -> None:
        super().__init__(pack)
        self.pack = pack


class PackOfCopyMissingError(PackOfCaseMissingError):
    """The same of a check copy, which cannot be looked at with another pack."""


class CopyNotLookedAtError(AppError):
    """A check copy holds nothing that could be looked at; only its case can be."""


class LastBesideCaseError(AppError):
    """The case is closed, on a full disk: the last of it stays in the file at `path`, beside it."""

    def __init__(self, path: str = "") -> None:
        super().__init__(path)
        self.path = path


class SettingsError(AppError):
    """Base: the small file with the settings could not be written or removed."""

    def __init__(self, path: str = "") -> None:
        super().__init__(path)
        self.path = path


class SettingsNotKeptError(SettingsError):
    """What was chosen counts, but is not there the next time. What was kept before still is."""


class SettingsNotRemovedError(SettingsError):
    """The file is still there."""


class FileMissingError(AppError):
    """There is no file or folder of that name."""

    def __init__(self, path: str = "") -> None:
        super().__init__(path)
        self.path = path


class WindowMissingError(AppError):
    """A part of the system that the window needs is missing; `part` names it."""

    def __init__(self, part: str = "") -> None:
        super().__init__(part)
        self.part = part


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


class NothingToRevealError(AppError):
    """A check copy holds no pictures, and does not know where the content is."""


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


class ItemNumbersError(AppError):
    """These are no numbers of items; `text` is what was typed."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.text = text


class NoHashesError(AppError):
    """None of the confirmed items has a hash of this kind; `kind` names it."""

    def __init__(self, kind: str = "") -> None:
        super().__init__(kind)
        self.kind = str(kind)


class NotLookedAtError(AppError):
    """Nobody has looked at this item yet, or it could not be looked at; `item` is its number."""

    def __init__(self, item: int = 0) -> None:
        super().__init__(item)
        self.item = item


class CaptureOfCaptureError(AppError):
    """What a capture is to show is a capture itself; `item` is its number."""

    def __init__(self, item: int = 0) -> None:
        super().__init__(item)
        self.item = item


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


class ProvenanceTableError(AppError):
    """A table of where items are from is wrong; `faults` says where. Nothing of it was kept."""

    def __init__(self, path: str = "", faults: "Sequence[TableFault]" = ()) -> None:
        super().__init__(path, faults)
        self.path = path
        self.faults = tuple(faults)
        self.count = len(self.faults)


class LinkWithFilesError(AppError):
    """A bare link and files were to be added at once."""


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
