"""Tell whether a process came near the end of the memory that it may have."""

import sys

_KIB = 1 if sys.platform == "darwin" else 1024
"""What ru_maxrss counts, in bytes: macOS bytes, Linux KiB."""


class MemoryGauge:
    """Compares the highest use so far with that at the start.

    The peak never falls, so after one large medium every later one counts as high, too: that
    costs a second look at those that cannot be read, and nothing else.
    """

    def __init__(self, allowance: int) -> None:
        """Measure from now; `allowance` is in bytes beyond the present use."""
        self._high = _peak() + allowance // 2

    def is_high(self) -> bool:
        """Whether half of the allowance was in use at once."""
        return _peak() > self._high


def _peak() -> int:
    if sys.platform == "win32":
        return 0  # It sets no limit on memory either.
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KIB
