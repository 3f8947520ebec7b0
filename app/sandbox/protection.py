"""Decides what happens where a wall around a child does not stand.

On Linux every wall has to stand, and a child says so before it is ready. Elsewhere the person may
allow that files are opened with weaker protection; without that, none is.
"""

import sys

from app.preferences import Preferences
from app.sandbox import wire_format
from app.sandbox.errors import BrokenProtocolError, WeakerProtectionError
from app.sandbox.walls import Wall

_missing: set[Wall] = set()


def can_be_weaker() -> bool:
    """Return whether a person has a choice on this system."""
    return sys.platform != "linux"


def is_weaker_allowed() -> bool:
    """Return whether the person has allowed weaker protection in the settings."""
    return can_be_weaker() and Preferences.load().weaker_protection


def missing_walls() -> tuple[Wall, ...]:
    """Return the walls that did not stand around any child that this program has started."""
    return tuple(wall for wall in Wall if wall in _missing)


def accept(said: wire_format.Untrusted) -> None:
    """Hear which walls a child found open, before it is given any file.

    Args:
        said: The fields of its READY message.

    Raises:
        BrokenProtocolError: They are malformed.
        WeakerProtectionError: A wall is open, and the person has not allowed that.
    """
    named = said.get("open_walls")
    if not isinstance(named, list) or not all(each in list(Wall) for each in named):
        raise BrokenProtocolError("walls")
    _missing.update(Wall(each) for each in named)
    if named and not is_weaker_allowed():
        raise WeakerProtectionError(missing_walls())
