"""The expected failures of storage. Errors carry data; their texts are in app/messages/."""

import errno


class StorageError(Exception):
    """Base of every expected failure in this package. `path` names the file concerned, or is ""."""

    def __init__(self, path: str = "") -> None:
        super().__init__(path)
        self.path = path


class EmptyPassphraseError(StorageError):
    """The passphrase is empty, or nothing but spaces."""


class RecoveryCodeError(StorageError):
    """The recovery code is mistyped. No file was touched."""


class WrongPassphraseError(StorageError):
    """The passphrase does not open the file, which may not even be a case: nothing tells."""


class WrongRecoveryCodeError(WrongPassphraseError):
    """The recovery code is well typed but does not open this file."""


class CaseMissingError(StorageError):
    """There is no file of that name."""


class LinkLoopError(CaseMissingError):
    """The path is a link that leads back to itself, so there is no file at its end."""


class CaseExistsError(StorageError):
    """There is a file of that name already."""


class CaseInUseError(StorageError):
    """The case is open already, in this program or in another."""


class CaseReadOnlyError(StorageError):
    """The case, or the folder it is in, must not be written by this person."""


class CaseDamagedError(StorageError):
    """The key is right but a part of the file is missing or altered."""


class CaseTooNewError(StorageError):
    """A newer program made the case: its format `found` is above `known`."""

    def __init__(self, path: str = "", found: int = 0, known: int = 0) -> None:
        super().__init__(path)
        self.found = found
        self.known = known


class CaseTooOldError(CaseTooNewError):
    """A trial version made the case in a format that is no longer read."""


class CaseClosedError(StorageError):
    """The case was used after it had been closed."""


class DiskFullError(StorageError):
    """There is no space left on the disk. Everything committed before is kept."""


class DiskFailedError(StorageError):
    """The disk failed: it was unplugged, is broken, or a limit was reached."""


class CaseInternalError(StorageError):
    """An error in this program. `code` is SQLite's name for it."""

    def __init__(self, path: str = "", code: str = "") -> None:
        super().__init__(path)
        self.code = code


class ItemMissingError(StorageError):
    """The case has no item of that number."""

    def __init__(self, item: int = 0) -> None:
        super().__init__()
        self.item = item


class FaceMissingError(ItemMissingError):
    """The item is there, but has no face of that number."""

    def __init__(self, item: int = 0, face: int = 0) -> None:
        super().__init__(item)
        self.face = face


class ContentChangedError(StorageError):
    """The bytes to be stored are not those that were hashed before. Nothing was stored."""

    def __init__(self, item: int = 0) -> None:
        super().__init__()
        self.item = item


class WrongModeError(StorageError):
    """The case keeps no originals, or not the original of this item."""


class CheckCopyError(StorageError):
    """The operation is not possible in a check copy, which holds no media."""


class BundleError(StorageError):
    """Base of errors in writing or reading an evidence bundle."""


class BundleExistsError(BundleError):
    """There is a file of that name already."""


class BundleMissingError(BundleError):
    """There is no such bundle, or no such folder to put one in."""


class BundleReadOnlyError(BundleError):
    """The bundle or its folder must not be read or written by this person."""


class BundleTooLargeError(BundleError):
    """The disk holds no file of that size, as a stick with FAT32 holds none of 4 GiB."""


class NotABundleError(BundleError):
    """The file is neither an encrypted ZIP nor an age file, or the folder is no bag."""


class WrongBundlePassphraseError(BundleError):
    """The passphrase does not open this bundle."""


class BundleRecipientError(BundleError):
    """The text is not the public key of an age recipient."""


class BundleIdentityError(BundleError):
    """The file holds no age identity."""


class WrongBundleIdentityError(BundleError):
    """The bundle is encrypted to somebody else."""


class MemberChangedError(BundleError):
    """The bytes of a member are not those that were announced. Nothing was written."""

    def __init__(self, member: str = "") -> None:
        super().__init__()
        self.member = member


def of_os_error(error: OSError, path: object) -> StorageError:
    """Translate an error of the system into one of a case file."""
    match error:
        case FileNotFoundError() | NotADirectoryError() | IsADirectoryError():
            return CaseMissingError(str(path))
        case PermissionError():
            return CaseReadOnlyError(str(path))
    kinds = {
        errno.ELOOP: LinkLoopError,
        errno.ENOSPC: DiskFullError,
        errno.EDQUOT: DiskFullError,
        errno.EROFS: CaseReadOnlyError,
    }
    return kinds.get(error.errno or 0, DiskFailedError)(str(path))
