"""Closes what a child inherits from its parent."""

import os


def close_all_but(kept: tuple[int, int], most: int = 4096) -> None:
    """Close every descriptor but the standard ones and two pipes.

    Args:
        most: The number below which descriptors can be open.
    """
    first, second = sorted(kept)
    os.closerange(3, first)
    os.closerange(first + 1, second)
    os.closerange(second + 1, most)
