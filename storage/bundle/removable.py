"""Whether a file lies on a stick, a card or a disk that was plugged in.

Those fail silently: they report as written what they cannot give back.
"""

import os
from pathlib import Path

DEVICES = Path("/sys/dev/block")
"""Where Linux shows its disks, by number; other systems have no such folder."""


def is_removable(descriptor: int) -> bool:
    """Whether the disk of an open file can be taken away, as far as the system tells."""
    number = os.fstat(descriptor).st_dev
    device = (DEVICES / f"{os.major(number)}:{os.minor(number)}").resolve()
    is_plugged = any(part.startswith("usb") for part in device.parts)
    return is_plugged or any(map(_says_so, (device, device.parent)))


def _says_so(device: Path) -> bool:
    """A partition has no flag of its own; the disk that it is part of is the folder above."""
    flag = device / "removable"
    return flag.is_file() and flag.read_text("ascii").strip() == "1"
