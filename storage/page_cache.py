"""Advice to Linux about which parts of a file to keep in its page cache.

Filling memory for the first time is the most expensive part of reading and writing 10 GB.
"""

import os
import sys
from contextlib import suppress


def prefetch(descriptor: int, start: int, length: int) -> None:
    """Tell the system to read bytes that will be needed soon."""
    if sys.platform == "linux":
        with suppress(OSError):  # it is advice
            os.posix_fadvise(descriptor, start, length, os.POSIX_FADV_WILLNEED)


def drop_cached(descriptor: int, start: int, length: int) -> None:
    """Tell the system to write changed bytes to the disk, and to drop clean ones from memory."""
    if sys.platform == "linux":
        with suppress(OSError):
            os.posix_fadvise(descriptor, start, length, os.POSIX_FADV_DONTNEED)


def is_cached(descriptor: int, at: int) -> bool:
    """Return whether a byte can be read without the disk; False where the file
    system cannot tell.
    """
    if sys.platform == "linux":
        with suppress(OSError):
            return os.preadv(descriptor, [bytearray(1)], at, os.RWF_NOWAIT) == 1
    return False
