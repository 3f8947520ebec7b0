"""The file that a bundle is written to, which gets its name only when it is complete.

It is written beside its place as NAME.part, made durable, and then renamed in one step. A program
that is killed before leaves the .part file, which is ciphertext.
"""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Self

from storage.bundle.member import Chunk
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
from storage.page_cache import drop_cached

STEP = 8 << 20
"""Bytes after which the disk is told to write them: else all would be waited for at the end."""


def part_path(path: Path) -> Path:
    """Return the path of a bundle while it is written."""
    return path.with_name(path.name + ".part")


class Target:
    """A file that is being written. Use it in `with`: without `publish` nothing is left behind.

    Raises:
        BundleExistsError, BundleMissingError (the folder), BundleReadOnlyError,
        BundleTooLargeError, DiskFullError, DiskFailedError: also from its methods.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.part = part_path(path)
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
        """Append all the bytes."""
        view = memoryview(data)
        try:
            while view:
                view = view[os.write(self._descriptor, view) :]
            self._written += len(data)
            if self._written - self._begun >= STEP:
                drop_cached(self._descriptor, self._begun, self._written - self._begun)
                self._begun = self._written
        except OSError as error:
            raise target_error(error, self.path) from error

    def sync(self) -> None:
        """Return when the disk has everything. A stick is then read from the stick itself."""
        try:
            os.fsync(self._descriptor)
            if is_removable(self._descriptor):
                drop_cached(self._descriptor, 0, self._written)
        except OSError as error:
            raise target_error(error, self.path) from error

    def publish(self) -> None:
        """Rename the complete file to its own name."""
        try:
            self._close()
            if os.path.lexists(self.path):  # somebody was quicker
                raise BundleExistsError(str(self.path))
            self.part.rename(self.path)
            self._whole = True
        except OSError as error:
            raise target_error(error, self.path) from error
        # The bytes are on the disk and were read back, and the file has its name. An export that
        # failed from here on would leave a bundle of which nobody was shown the passphrase.
        with suppress(OSError):
            sync_folder(self.path)

    def _close(self) -> None:
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            os.close(descriptor)


def target_error(error: OSError, path: Path) -> StorageError:
    """Translate an error of the system into one of a place for bundles."""
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


DEVICES = Path("/sys/dev/block")
"""Where Linux lists its disks by number."""


def is_removable(descriptor: int) -> bool:
    """Return whether an open file is on a stick, a card or a disk that was plugged in (Linux only).

    Such disks fail silently: they report as written what they cannot give back.
    """
    if sys.platform == "linux":
        with suppress(OSError):
            number = os.fstat(descriptor).st_dev
            disk = (DEVICES / f"{os.major(number)}:{os.minor(number)}").resolve()
            below = (each.resolve() for each in (disk / "slaves").glob("*"))  # of an encrypted one
            return any(map(_is_plugged_in, (disk, *below)))
    return False


def _is_plugged_in(disk: Path) -> bool:
    """Return whether a disk is flagged as removable; a partition's disk is the folder above."""
    flags = (disk / "removable", disk.parent / "removable")
    says_so = (flag.is_file() and flag.read_text("ascii").strip() == "1" for flag in flags)
    return any(part.startswith("usb") for part in disk.parts) or any(says_so)
