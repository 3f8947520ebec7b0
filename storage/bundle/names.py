"""Which names a file of a bag may have: names that every system writes, reads and shows alike."""

import re
from typing import Final

from storage.bundle.litter import is_litter

MAX_NAME: Final = 90
"""Longest name; with the folder in front it fits into the header of a tar file."""

_PART: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?")
"""A folder or file. No dot or sign in front: it would be hidden, or an option of a command."""

_DEVICE: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
"""Names that Windows takes for devices, whatever their extension."""


def is_bag_name(name: str) -> bool:
    """Return whether a file of a bag may have this name, which has "/" between folders.

    ASCII letters, digits, "-", "_" and "." only: nothing invisible, nothing that turns the
    direction of a text, nothing that leads out of the bag. No name ends in a dot, is that of a
    device of Windows, or is one that a system gives to files of its own.
    """
    return len(name) <= MAX_NAME and not is_litter(name) and all(map(_is_part, name.split("/")))


def _is_part(part: str) -> bool:
    return bool(_PART.fullmatch(part)) and not _DEVICE.fullmatch(part)
