"""The list of items, with a filter, a search field, and the details of one item."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.messages import Words
from app.scan.coverage import Coverage
from app.scan.scan import RETRIED_REASONS
from storage.types import ItemDetail
from ui.models.item_table import Column, ItemFilter, ItemTable, count_by_filter
from ui.pages.intake.item_details import ItemDetails
from ui.widgets.buttons import button
from ui.widgets.choices import Select
from ui.widgets.fields import line
from ui.widgets.labels import muted, paragraph
from ui.widgets.layouts import FoldingRow, column
from ui.widgets.table import Table

LEAST_ROWS = 6
"""The least height of the list in rows; the page scrolls instead."""

LETTERS = 90
"""Width of the list, in letters, below which some columns are hidden."""


class ItemList(QWidget):
    """Asks for what it needs by signals, and does not know the case."""

    wanted = Signal(int)  # the number of the item that is to be shown in detail
    again = Signal()  # try what could not be checked again
    go_on = Signal()  # look at what waits
    describe = Signal(list)  # numbers of the items of which is to be said where they are from

    def __init__(self, words: Words, table: ItemTable) -> None:
        super().__init__()
        self._words = words
        self._numbers_only = self._reasons = False
        self._chosen: int | None = None
        self.table = table
        self.show_box = Select(words.say("intake.show"))
        for show in ItemFilter:
            self.show_box.addItem(words.say(f"intake.show.{show}", count=0), show)
        self.show_box.activated.connect(self._restrict)
        self.search_line = line(words.say("intake.search"), words.say("intake.search"))
        self.search_line.setAcceptDrops(False)
        self.search_line.textChanged.connect(self._restrict)
        self._make_waiting()
        self.view = Table(table, Column.NAME, words.say("intake.list"))
        self.view.setMinimumHeight(LEAST_ROWS * self.view.verticalHeader().defaultSectionSize())
        self.view.choose_many()
        self.view.chosen_changed.connect(self._choose)
        self._fit()
        table.modelReset.connect(self._find_again)
        self.nothing = muted(words.say("intake.nothing_fits"))
        self.detail = ItemDetails(words)
        self.detail.describe.connect(lambda: self.describe.emit(self.numbers))
        self._beside = FoldingRow(self.view, self.detail, shares=(3, 2), letters=LETTERS, gap=2)
        narrow = FoldingRow(self.show_box, self.search_line, shares=(0, 1))
        layout = column(self.waiting, self.unchecked, self.partly_text, narrow, self.nothing, gap=1)
        layout.addWidget(self._beside, 1)
        self.setLayout(layout)
        self.count()

    def _make_waiting(self) -> None:
        say = self._words.say
        self.waiting_text, self.unchecked_text, self.partly_text = (paragraph() for _ in range(3))
        self.go_on_button = button(say("intake.go_on"), self.go_on.emit)
        self.why_button = button(say("intake.why"), self.show_unchecked)
        self.again_button = button(say("intake.again"), self.again.emit)
        self.waiting = FoldingRow(self.waiting_text, self.go_on_button, shares=(1,))
        self.unchecked = FoldingRow(
            self.unchecked_text, self.why_button, self.again_button, shares=(1,)
        )

    def count(self, busy: bool = False) -> None:
        """Show how many items there are of each state.

        Args:
            busy: Whether a scan is under way, so that nobody needs to hear that items wait.
        """
        say = self._words.say
        counts = count_by_filter(self.table.rows)
        for index, show in enumerate(ItemFilter):
            self.show_box.setItemText(index, say(f"intake.show.{show}", count=counts[show]))
        self.waiting_text.setText(say("intake.waiting", count=counts[ItemFilter.PENDING]))
        self.waiting.setVisible(bool(counts[ItemFilter.PENDING]) and not busy)
        self.unchecked_text.setText(say("intake.unchecked", count=counts[ItemFilter.UNCHECKED]))
        self.unchecked.setVisible(bool(counts[ItemFilter.UNCHECKED]))
        self.partly_text.setText(say("intake.partly", count=counts[ItemFilter.PARTLY]))
        self.partly_text.setVisible(bool(counts[ItemFilter.PARTLY]))
        self._reasons = bool(counts[ItemFilter.UNCHECKED] or counts[ItemFilter.PARTLY])
        self.go_on_button.setVisible(not self._numbers_only)
        self.again_button.setVisible(not self._numbers_only and self._can_help())
        self.again_button.setEnabled(not busy)
        self.nothing.setVisible(bool(self.table.rows) and not self.table.shown)
        self.show_columns(self._numbers_only)

    def show_columns(self, numbers_only: bool) -> None:
        """Hide the names in a check copy, and the columns for which there is no room."""
        self._numbers_only = numbers_only
        alone = self._beside.is_row and self.detail.isHidden()
        self.view.setColumnHidden(Column.NAME, numbers_only)
        self.view.setColumnHidden(Column.KIND, numbers_only or not alone)
        why = self._reasons and (alone or numbers_only)
        self.view.setColumnHidden(Column.WHY, not why)
        stretched = Column.WHY if why else Column.STATE
        self.view.stretch(stretched if numbers_only else Column.NAME)
        taken = sum(map(self.view.columnWidth, (Column.NUMBER, Column.KIND, Column.STATE)))
        self.view.setColumnWidth(Column.WHY, max(0, self.view.viewport().width() - taken) // 2)

    def show_unchecked(self) -> None:
        """Show only unchecked items, each with its reason."""
        self.search_line.clear()
        self.show_box.setCurrentIndex(list(ItemFilter).index(ItemFilter.UNCHECKED))
        self._restrict()
        self.view.setFocus()

    def refresh(self) -> None:
        """Ask for the details of the chosen item again."""
        if self._chosen is not None:
            self.wanted.emit(self._chosen)

    def show_detail(self, detail: ItemDetail | None) -> None:
        """Show the details of an item, if it is still the chosen one."""
        if detail is None or detail.item.item == self._chosen:
            self.detail.show_item(detail)
            self.show_columns(self._numbers_only)
            self.view.scrollTo(self.view.currentIndex())

    def _can_help(self) -> bool:
        """Return whether another attempt may succeed for any item."""
        return any(
            row.coverage is Coverage.UNCHECKED and row.reason in RETRIED_REASONS
            for row in self.table.rows
        )

    def _restrict(self) -> None:
        self.table.restrict(ItemFilter(self.show_box.currentData()), self.search_line.text())
        self.nothing.setVisible(bool(self.table.rows) and not self.table.shown)

    @property
    def numbers(self) -> list[int]:
        """The numbers of the chosen items."""
        return [self.table.shown[place].number for place in self.view.chosen_rows]

    def _choose(self) -> None:
        numbers = self.numbers
        self._chosen = numbers[0] if len(numbers) == 1 else None
        if self._chosen is not None:
            self.wanted.emit(self._chosen)
        elif numbers:
            self.detail.show_count(len(numbers), can_describe=not self._numbers_only)
            self.show_columns(self._numbers_only)
        else:
            self.show_detail(None)

    def _find_again(self) -> None:
        """Keep the chosen item chosen while it is in the list."""
        place = None if self._chosen is None else self.table.find(self._chosen)
        self.view.go_to(place)
        if place is None:
            self._chosen = None
            self.show_detail(None)

    def _fit(self) -> None:
        say = self._words.say
        states = [say(f"intake.state.{name}") for name in Coverage]
        kinds = [say(f"intake.kind.{name}") for name in ("image", "video")]
        self.view.fit(Column.NUMBER, "00000")
        self.view.fit(Column.KIND, max(kinds, key=len))
        self.view.fit(Column.STATE, max(states, key=self.fontMetrics().horizontalAdvance))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.show_columns(self._numbers_only)
