"""Item numbers as people write them: 3 or 3,5,8-12 or 3 5."""

import re
from collections.abc import Sequence
from itertools import groupby

from app.cases.errors import ItemNumbersError

_PART = re.compile(r"([0-9]{1,15})(?:-([0-9]{1,15}))?")
MAX_ITEMS = 1_000_000
"""Items that one text can name: a slip of the finger must not use up the memory."""


def parse_item_numbers(text: str) -> list[int]:
    """Read item numbers from a text; return each once, in ascending order.

    Raises:
        ItemNumbersError: The text is empty, holds something else, or names more than MAX_ITEMS.
    """
    numbers: set[int] = set()
    for part in text.replace(",", " ").split():
        found = _PART.fullmatch(part)
        if found is None:
            raise ItemNumbersError(text)
        first, last = int(found[1]), int(found[2] or found[1])
        if not first <= last < first + MAX_ITEMS - len(numbers):
            raise ItemNumbersError(text)
        numbers.update(range(first, last + 1))
    if not numbers:
        raise ItemNumbersError(text)
    return sorted(numbers)


def format_item_numbers(numbers: Sequence[int]) -> str:
    """Write ascending numbers for `parse_item_numbers`; three or more in a row become 8-12."""
    parts: list[str] = []
    for _, row in groupby(enumerate(numbers), lambda each: each[1] - each[0]):
        inside = [number for _, number in row]
        long = len(inside) > 2
        parts += [f"{inside[0]}-{inside[-1]}"] if long else map(str, inside)
    return ", ".join(parts)
