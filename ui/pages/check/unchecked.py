"""What a check could not compare: the count for each reason, and the whole list on demand."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.check.answer import UncheckedItem
from app.messages import Words, plain_name
from app.scan.coverage import PENDING
from face.types import Reason
from ui.models.row_table import RowTable
from ui.widgets.labels import paragraph
from ui.widgets.layouts import Disclosure, clear_layout, column
from ui.widgets.table import Table

ITEM, NAME, WHY = range(3)
ROWS_IN_VIEW = 8
IN_THE_WINDOW = frozenset({PENDING, Reason.OTHER_PACK})
"""Reasons that the window words differently, since the command line names a command."""
WIDEST_NAME = "IMG_20241231_235959.jpeg"


class UncheckedRows(RowTable[UncheckedItem]):
    """The table of unchecked items, one row for each."""

    def __init__(self, words: Words) -> None:
        headers = [words.say(f"check.column.{name}") for name in ("item", "name", "why")]
        super().__init__(headers, ITEM)
        self._words = words

    def show_rows(self, unchecked: Sequence[UncheckedItem]) -> None:
        """Replace the rows."""
        self._reset(list(unchecked))

    def cell(self, row: UncheckedItem, column: int) -> str:
        if column == WHY:
            return reason_text(row.reason, self._words)
        return str(row.item) if column == ITEM else plain_name(row.name or "-")


class UncheckedList(QWidget):
    """Sentences for the reasons, then a table of every item."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._reasons = column(gap=1)
        self.rows = UncheckedRows(words)
        self.table = Table(self.rows, WHY, words.say("check.unchecked"))
        self.table.setColumnWidth(ITEM, self.table.fontMetrics().horizontalAdvance("0000000000"))
        self.table.fit(NAME, WIDEST_NAME)
        self.disclosure = Disclosure(
            words.say("check.unchecked_show"), words.say("check.unchecked_hide"), self.table
        )
        self.setLayout(column(self._reasons, self.disclosure, gap=1))

    def show_unchecked(self, unchecked: Sequence[UncheckedItem]) -> None:
        """Show the items that were not checked."""
        clear_layout(self._reasons)
        for (reason, partly), count in Counter((u.reason, u.partly) for u in unchecked).items():
            key = "check.reason_partly" if partly else "check.reason"
            text = self._words.say(key, count=count, why=reason_text(reason, self._words))
            self._reasons.addWidget(paragraph(text))
        self.rows.show_rows(unchecked)
        rows = min(len(unchecked), ROWS_IN_VIEW) + 2  # the header, and what is around
        self.table.setFixedHeight(rows * self.table.verticalHeader().defaultSectionSize())
        self.disclosure.setVisible(bool(unchecked))


def reason_text(reason: str, words: Words) -> str:
    """Return why an item was not checked, in the words of the window."""
    return words.say(f"check.why.{reason}") if reason in IN_THE_WINDOW else words.reason(reason)
