"""What can go wrong with a case file. Errors carry data; the words are in app/messages/."""

import errno


class StorageError(Exception):
    """Base of every expected failure in this package. `path` is the file it is about, or empty."""

    def __init__(self, path: str = "") -> None:
        super().__init__(path)
        self.path = path


class EmptyPassphraseError(StorageError):
    """A passphrase of nothing, or of nothing but spaces."""


class RecoveryCodeError(StorageError):
    """The recovery code was mistyped: no file was touched."""


class WrongPassphraseError(StorageError):
    """The passphrase does not open this file. It need not be a case at all: nothing tells."""


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


class CaseClosedError(StorageError):
    """The case was used after it had been closed."""


class DiskFullError(StorageError):
    """There is no room left on the disk. What was committed before is kept."""


class DiskFailedError(StorageError):
    """The disk did not do what it was told: taken out, out of order, or a limit was reached."""


class CaseInternalError(StorageError):
    """A mistake in this program. `code` is SQLite's name for it."""

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
    """The case was made without originals, or this original was not kept."""


class CheckCopyError(StorageError):
    """A check copy holds no media and takes in none."""


class BundleError(StorageError):
    """Base: an evidence bundle cannot be written or read."""


class BundleExistsError(BundleError):
    """There is a file of that name already."""


class BundleMissingError(BundleError):
    """There is no such bundle, or no such folder to put one in."""


class BundleReadOnlyError(BundleError):
    """The place must not be read or written by this person."""


class BundleTooLargeError(BundleError):
    """The disk holds no file of that size: a stick with FAT32 none of 4 GiB."""


class NotABundleError(BundleError):
    """The file is neither an encrypted ZIP nor an age file, the folder no bag of ours."""


class WrongBundlePassphraseError(BundleError):
    """The passphrase does not open this bundle."""


class BundleRecipientError(BundleError):
    """What was given is not the public key of an age recipient."""


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
    """Return the error of ours that says the same."""
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
