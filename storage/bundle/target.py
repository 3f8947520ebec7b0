"""The file that a bundle is written to: it has its name only when it is whole.

It grows beside its place under another name, is made durable, and then gets its own in one step.
Whatever ends the program before that leaves the other name, and what has that is ciphertext.
"""

import errno
import os
from contextlib import suppress
from pathlib import Path
from typing import Self

from storage.bundle.member import Chunk
from storage.bundle.removable import is_removable
from storage.errors import (
    BundleExistsError,
    BundleMissingError,
    BundleReadOnlyError,
    BundleTooLargeError,
    DiskFailedError,
    DiskFullError,
    StorageError,
)
from storage.opening import sync_folder
from storage.page_cache import let_go

STEP = 8 << 20
"""Bytes after which the disk is told to begin with them, or all would be waited for at the end."""


def growing(path: Path) -> Path:
    """Where a bundle is while it is written."""
    return path.with_name(path.name + ".part")


class Target:
    """Use it in `with`: unless `publish` was called, nothing is left behind.

    Raises:
        BundleExistsError, BundleMissingError (the folder), BundleReadOnlyError,
        BundleTooLargeError, DiskFullError, DiskFailedError: also from its methods.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.part = growing(path)
        self._descriptor = -1
        self._written = 0
        self._begun = 0
        self._whole = False

    def __enter__(self) -> Self:
        if os.path.lexists(self.path):
            raise BundleExistsError(str(self.path))
        flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
        try:
            self.part.unlink(missing_ok=True)  # of an export that was ended
            self._descriptor = os.open(self.part, flags, 0o600)
        except OSError as error:
            raise target_error(error, self.path) from error
        return self

    def __exit__(self, *_: object) -> None:
        if self._whole:
            return
        with suppress(OSError):  # the disk may be gone; the first failure is the one to tell
            self._close()
        with suppress(OSError):
            self.part.unlink(missing_ok=True)

    def write(self, data: Chunk) -> None:
        """Write all of it."""
        view = memoryview(data)
        try:
            while view:
                view = view[os.write(self._descriptor, view) :]
            self._written += len(data)
            if self._written - self._begun >= STEP:
                let_go(self._descriptor, self._begun, self._written - self._begun)
                self._begun = self._written
        except OSError as error:
            raise target_error(error, self.path) from error

    def sync(self) -> None:
        """Return when the disk has everything. What is read from a stick then comes from it."""
        try:
            os.fsync(self._descriptor)
            if is_removable(self._descriptor):
                let_go(self._descriptor, 0, self._written)
        except OSError as error:
            raise target_error(error, self.path) from error

    def publish(self) -> None:
        """Give the file its name."""
        try:
            self._close()
            if os.path.lexists(self.path):  # somebody was quicker
                raise BundleExistsError(str(self.path))
            self.part.rename(self.path)
            self._whole = True
        except OSError as error:
            raise target_error(error, self.path) from error
        # Its bytes are on the disk and were read back, and it has its name. An export that failed
        # from here on would leave a bundle of which nobody was shown the passphrase.
        with suppress(OSError):
            sync_folder(self.path)

    def _close(self) -> None:
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            os.close(descriptor)


def target_error(error: OSError, path: Path) -> StorageError:
    """The error of ours that says the same of a place for bundles."""
    match error:
        case FileNotFoundError() | NotADirectoryError() | IsADirectoryError():
            return BundleMissingError(str(path))
        case PermissionError():
            return BundleReadOnlyError(str(path))
    kinds: dict[int, type[StorageError]] = {
        errno.EROFS: BundleReadOnlyError,
        errno.EFBIG: BundleTooLargeError,
        errno.ENOSPC: DiskFullError,
        errno.EDQUOT: DiskFullError,
    }
    return kinds.get(error.errno or 0, DiskFailedError)(str(path))
