"""Numbers of items as people type them: 3 or 3,5,8-12 or 3 5."""

import re

from app.errors import ItemNumbersError

_BETWEEN = re.compile(r"\s*,\s*|\s+")
_PART = re.compile(r"([0-9]{1,15})(?:-([0-9]{1,15}))?")
MOST = 1_000_000
"""Items that can be named at once: a slip of the finger is no reason to run out of memory."""


def item_numbers(text: str) -> list[int]:
    """Each number once, in order.

    Raises:
        ItemNumbersError
    """
    numbers: set[int] = set()
    for part in _BETWEEN.split(text.strip()):
        found = _PART.fullmatch(part)
        if found is None:
            raise ItemNumbersError(text)
        first, last = int(found[1]), int(found[2] or found[1])
        if not first <= last < first + MOST - len(numbers):
            raise ItemNumbersError(text)
        numbers.update(range(first, last + 1))
    return sorted(numbers)
