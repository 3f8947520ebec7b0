"""Whether a file lies on a stick, a card or a disk that was plugged in.

Those fail silently: they report as written what they cannot give back.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

DEVICES = Path("/sys/dev/block")
"""Where Linux shows its disks, by number."""


def is_removable(descriptor: int) -> bool:
    """Whether the disk of an open file can be taken away, as far as the system tells."""
    if sys.platform == "linux":
        with suppress(OSError):
            number = os.fstat(descriptor).st_dev
            disk = (DEVICES / f"{os.major(number)}:{os.minor(number)}").resolve()
            below = (each.resolve() for each in (disk / "slaves").glob("*"))  # of an encrypted one
            return any(map(_is_plugged_in, (disk, *below)))
    return False


def _is_plugged_in(disk: Path) -> bool:
    """A partition has no flag of its own; the disk that it is part of is the folder above."""
    flags = (disk / "removable", disk.parent / "removable")
    says_so = (flag.is_file() and flag.read_text("ascii").strip() == "1" for flag in flags)
    return any(part.startswith("usb") for part in disk.parts) or any(says_so)
