"""Why content cannot be read, whatever went wrong in reading it."""

import traceback
from pathlib import PurePath

from face.errors import UnreadableMediaError
from face.types import Reason

_FRAMES = 3


def reason_and_detail(error: Exception) -> tuple[Reason, str]:
    """The reason and a detail, without a name or a path in it.

    One item's failure, of whatever kind, is told of that item and never ends the reading of others.
    """
    if isinstance(error, UnreadableMediaError):
        return error.reason, error.detail[:200]
    if isinstance(error, FileNotFoundError):
        return Reason.GONE, ""
    if isinstance(error, OSError):
        return Reason.UNREADABLE_FILE, ""
    if isinstance(error, MemoryError):
        return Reason.DECODER_MEMORY, ""
    return Reason.UNEXPECTED, _trace_of(error)


def _trace_of(error: Exception) -> str:
    """The class of the error, and the modules and lines where it was raised."""
    frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
    places = (f"{PurePath(each.filename).stem}:{each.lineno}" for each in frames)
    return f"{type(error).__name__} {' '.join(places)}"[:200]
