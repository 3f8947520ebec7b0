"""The items of a case as light rows, read page by page, and their table."""

from collections import Counter
from collections.abc import Callable, Iterable
from enum import IntEnum, StrEnum
from operator import attrgetter
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject

from app.job import Job, Progress
from app.messages import Words, plain_name
from app.scan.coverage import Coverage, coverage
from face.types import Reason
from storage.case import Case
from storage.types import Item
from ui.models.row_table import RowTable
from ui.models.search import searchable

PAGE = 500
"""Rows read in one step, so that neither the case nor the window waits long for the other."""


class ItemRow(NamedTuple):
    """An item as the list shows it.

    Attributes:
        name: The original file name; "" in a check copy.
        coverage: How much of the item was scanned.
        search: The name as it is searched.
    """

    number: int
    name: str
    mime: str
    coverage: Coverage
    reason: Reason | None
    search: str


class ItemFilter(StrEnum):
    """Which items the list shows; every item belongs to exactly one of the filters after ALL."""

    ALL = "all"
    PENDING = Coverage.PENDING.value
    UNCHECKED = Coverage.UNCHECKED.value
    NO_FACE = Coverage.NO_FACE.value
    DONE = Coverage.DONE.value
    PARTLY = Coverage.PARTLY.value


def read_rows(case: Case, rows: list[ItemRow]) -> Job[None]:
    """Append every item, in order of numbers, to a list that the UI thread may read meanwhile."""
    while page := case.items_after(rows[-1].number if rows else 0, PAGE):
        rows.extend([_row(item) for item in page])
        yield Progress(len(rows), None)


def filtered(rows: Iterable[ItemRow], show: ItemFilter, text: str) -> list[ItemRow]:
    """Return the rows of that state whose name contains the text or whose number it is."""
    if show is not ItemFilter.ALL:
        wanted_coverage = Coverage(show)
        rows = [row for row in rows if row.coverage is wanted_coverage]
    wanted = searchable(text.strip())
    if not wanted:
        return list(rows)
    number = int(wanted) if wanted.isdecimal() else None
    return [row for row in rows if wanted in row.search or row.number == number]


def count_by_filter(rows: Iterable[ItemRow]) -> dict[ItemFilter, int]:
    """Return how many rows each filter lets through."""
    counts = Counter(map(attrgetter("coverage"), rows))
    return {
        show: counts.total() if show is ItemFilter.ALL else counts[Coverage(show)]
        for show in ItemFilter
    }


def _row(item: Item) -> ItemRow:
    name = item.name or ""
    looked_at = coverage(item.state, item.reason)
    return ItemRow(item.item, name, item.mime or "", looked_at, item.reason, searchable(name))


class Column(IntEnum):
    """The columns of the table."""

    NUMBER = 0
    NAME = 1
    KIND = 2
    STATE = 3
    WHY = 4


class ItemTable(RowTable[ItemRow]):
    """Holds the rows of all items and shows those that pass a filter."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        headers = [words.say(f"intake.column.{column.name.lower()}") for column in Column]
        super().__init__(headers, Column.NUMBER, parent)
        self._words = words
        self._rows: list[ItemRow] = []
        self._show = ItemFilter.ALL
        self._text = ""
        self._cells: dict[int, Callable[[ItemRow], str]] = {
            Column.NUMBER: lambda row: str(row.number),
            Column.NAME: lambda row: plain_name(row.name),
            Column.KIND: self._kind,
            Column.STATE: self._state,
            Column.WHY: lambda row: words.reason(row.reason) if row.reason else "",
        }

    @property
    def rows(self) -> list[ItemRow]:
        """The rows of all items, shown or not."""
        return self._rows

    def find(self, number: int) -> int | None:
        """Return the row in which an item is shown, or None."""
        places = (place for place, row in enumerate(self._shown) if row.number == number)
        return next(places, None)

    def append(self, rows: list[ItemRow]) -> None:
        """Add rows while the items are read for the first time."""
        self._rows.extend(rows)
        self._insert(filtered(rows, self._show, self._text))

    def replace(self, rows: list[ItemRow]) -> None:
        """Replace all rows; those shown keep their places where their order has not changed."""
        self._rows = rows
        shown = filtered(rows, self._show, self._text)
        before = len(self._shown)
        if [row.number for row in shown[:before]] != [row.number for row in self._shown]:
            self._reset(shown)
            return
        self._shown = shown[:before]
        if before:
            self.dataChanged.emit(self.index(0, 0), self.index(before - 1, len(Column) - 1))
        self._insert(shown[before:])

    def restrict(self, show: ItemFilter, text: str) -> None:
        """Show only items of that state whose name or number matches the text."""
        self._show, self._text = show, text
        self._reset(filtered(self._rows, show, text))

    def cell(self, row: ItemRow, column: int) -> str:
        return self._cells[column](row)

    def _insert(self, rows: list[ItemRow]) -> None:
        if not rows:
            return
        first = len(self._shown)
        self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        self._shown.extend(rows)
        self.endInsertRows()

    def _kind(self, row: ItemRow) -> str:
        kind = row.mime.partition("/")[0]
        return self._words.say(f"intake.kind.{kind}") if kind in ("image", "video") else ""

    def _state(self, row: ItemRow) -> str:
        return self._words.say(f"intake.state.{row.coverage}")
