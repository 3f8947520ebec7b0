"""Numbers of items as they are typed: 3 or 3,5,8-12."""

import re

from app.errors import ItemNumbersError

_PART = re.compile(r"([0-9]{1,15})(?:-([0-9]{1,15}))?")
MOST = 1_000_000
"""Items that can be named at once: a slip of the finger is no reason to run out of memory."""


def item_numbers(text: str) -> list[int]:
    """Each number once, in order.

    Raises:
        ItemNumbersError
    """
    numbers: set[int] = set()
    for part in text.split(","):
        found = _PART.fullmatch(part.strip())
        if found is None:
            raise ItemNumbersError(text)
        first, last = int(found[1]), int(found[2] or found[1])
        if not first <= last < first + MOST - len(numbers):
            raise ItemNumbersError(text)
        numbers.update(range(first, last + 1))
    return sorted(numbers)
