"""How much may come out of an archive."""

from collections.abc import Sequence

from app.sandbox import reader_limits
from face.errors import UnreadableMediaError
from face.types import Reason


def most_out_of(packed: int) -> int:
    """How many bytes may come out of so many."""
    return max(reader_limits.RATIO_FROM_BYTES, packed * reader_limits.MAX_TOTAL_RATIO)


def require_modest(sizes: Sequence[int], packed: int) -> None:
    """Raise UnreadableMediaError if members of these sizes are too much for so many bytes."""
    unpacked = sum(sizes)
    if unpacked > min(reader_limits.MAX_UNPACKED_BYTES, most_out_of(packed)):
        raise UnreadableMediaError(Reason.TOO_LARGE, str(unpacked))
