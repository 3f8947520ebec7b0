"""How a case was closed, and what comes of a question after that."""

from enum import Enum, auto


class Closed(Enum):
    """Why no case is open any more."""

    BY_HAND = auto()
    LOCKED = auto()
    LOST = auto()
    """Its disk was taken out, or its file moved or removed. The passphrase opens it once it is
    back."""


class NoCaseError(Exception):
    """A question came after the case was closed; nobody waits for its answer."""
