"""Items as light rows of a list, read from the case page by page."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple

from app.job import Job, Progress
from app.scan.coverage import Coverage, coverage
from face.types import Reason
from storage.case import Case
from storage.types import Item
from ui.models.search import searchable

PAGE = 500
"""Rows read in one step, so that neither the case nor the window waits long for the other."""


class Row(NamedTuple):
    """An item as the list shows it.

    Attributes:
        name: As it was; "" in a check copy.
        coverage: How much of it was looked at.
        search: The name as it is searched.
    """

    number: int
    name: str
    mime: str
    coverage: Coverage
    reason: Reason | None
    search: str


class Show(StrEnum):
    """Which items are shown. Each is in one of those after the first."""

    ALL = "all"
    PENDING = Coverage.PENDING.value
    UNCHECKED = Coverage.UNCHECKED.value
    NO_FACE = Coverage.NO_FACE.value
    DONE = Coverage.DONE.value
    PARTLY = Coverage.PARTLY.value


def read_rows(case: Case, rows: list[Row]) -> Job[None]:
    """Read every item, by number, into a list that somebody else may look at meanwhile."""
    while page := case.items_after(rows[-1].number if rows else 0, PAGE):
        rows.extend([_row(item) for item in page])
        yield Progress(len(rows), None)


def filtered(rows: Iterable[Row], show: Show, text: str) -> list[Row]:
    """The rows of that state whose name contains the text, or that have it for a number."""
    if show is not Show.ALL:
        wanted_coverage = Coverage(show)
        rows = [row for row in rows if row.coverage is wanted_coverage]
    wanted = searchable(text.strip())
    if not wanted:
        return list(rows)
    number = int(wanted) if wanted.isdecimal() else None
    return [row for row in rows if wanted in row.search or row.number == number]


def counted(rows: Iterable[Row]) -> dict[Show, int]:
    """How many rows each choice shows."""
    counts = Counter(map(attrgetter("coverage"), rows))
    return {show: counts.total() if show is Show.ALL else counts[Coverage(show)] for show in Show}


def _row(item: Item) -> Row:
    name = item.name or ""
    looked_at = coverage(item.state, item.reason)
    return Row(item.item, name, item.mime or "", looked_at, item.reason, searchable(name))
