"""A lock on the case file, so that a second opener fails at once, before deriving a key.

SQLite locks the file itself, but its locks have a hole on POSIX systems: they belong to the
process, and vanish when *any* descriptor of the file is closed anywhere in it (fcntl(2)): one
pass over the folder that holds the case would unlock it. So this adds a list of what this process
has open, by inode, and on Linux an open file description lock far behind the end of the file,
which stays until its own descriptor is closed. All of them end with the process.
"""

import os
import stat
import struct
import sys
import threading
from pathlib import Path

from storage.errors import CaseInUseError, CaseMissingError, of_os_error

LOCK_BYTE = 1 << 62
"""Offset of the lock: far from the bytes that SQLite locks, which begin at 1 << 30."""

_open_here: set[tuple[int, int]] = set()
_guard = threading.Lock()


class CaseLock:
    """A lock that is held from before a case file is read until after it is closed."""

    def __init__(self, path: Path) -> None:
        """Take the lock.

        Raises:
            CaseMissingError, CaseReadOnlyError
            CaseInUseError: This or another process has the file open as a case.
        """
        self._descriptor = -1
        try:
            status = path.stat()
        except OSError as error:
            raise of_os_error(error, path) from error
        if not stat.S_ISREG(status.st_mode):
            raise CaseMissingError(str(path))
        self._inode = status.st_dev, status.st_ino
        with _guard:
            if self._inode in _open_here:
                raise CaseInUseError(str(path))
            _open_here.add(self._inode)
        try:
            self._lock_for_others(path)
        except OSError as error:
            self.release()
            raise of_os_error(error, path) from error
        except BaseException:
            self.release()
            raise

    def _lock_for_others(self, path: Path) -> None:
        descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
        self._descriptor = descriptor
        if sys.platform == "linux":
            import fcntl

            whole = struct.pack("hhqqi", fcntl.F_WRLCK, os.SEEK_SET, LOCK_BYTE, 1, 0)
            try:
                fcntl.fcntl(descriptor, fcntl.F_OFD_SETLK, whole)
            except (BlockingIOError, PermissionError):
                raise CaseInUseError(str(path)) from None
            except OSError:
                return  # a file system without such locks: SQLite's own have to do
        else:
            os.close(descriptor)
            self._descriptor = -1

    def release(self) -> None:
        """Release the lock. To be called only after SQLite has closed the file."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
        with _guard:
            _open_here.discard(self._inode)


def is_open_here(status: os.stat_result) -> bool:
    """Return whether this process has the file open as a case, which readers of
    folders then skip.
    """
    with _guard:
        return (status.st_dev, status.st_ino) in _open_here
