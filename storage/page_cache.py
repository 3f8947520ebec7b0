"""What the system keeps of a file in memory, as far as Linux lets itself be told.

Memory that is filled for the first time is the dearest part of reading and writing 10 GB.
"""

import os
import sys
from contextlib import suppress


def prefetch(descriptor: int, start: int, length: int) -> None:
    """Have the disk read bytes that will be wanted."""
    if sys.platform == "linux":
        with suppress(OSError):  # it is advice
            os.posix_fadvise(descriptor, start, length, os.POSIX_FADV_WILLNEED)


def drop_cached(descriptor: int, start: int, length: int) -> None:
    """Have the disk write what it has not yet; what it has is forgotten."""
    if sys.platform == "linux":
        with suppress(OSError):
            os.posix_fadvise(descriptor, start, length, os.POSIX_FADV_DONTNEED)


def is_cached(descriptor: int, at: int) -> bool:
    """Whether a byte is there without the disk; no, too, where the file system does not say."""
    if sys.platform == "linux":
        with suppress(OSError):
            return os.preadv(descriptor, [bytearray(1)], at, os.RWF_NOWAIT) == 1
    return False
