"""The table of a folder's entries: names only, no previews."""

from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPalette

from app.messages import Words, plain_name
from ui.models.folder import FolderEntry
from ui.models.row_table import SPOKEN, RowTable
from ui.models.search import searchable

SIZE = QLocale.DataSizeFormat.DataSizeTraditionalFormat


class Column(IntEnum):
    """The columns of the table."""

    NAME = 0
    SIZE = 1
    DATE = 2


class FolderTable(RowTable[FolderEntry]):
    """Holds all entries of a folder and shows those that were asked for."""

    def __init__(self, words: Words, folders_only: bool, parent: QObject | None = None) -> None:
        headers = [words.say(f"chooser.column.{column.name.lower()}") for column in Column]
        super().__init__(headers, parent=parent)
        self._words = words
        self._locale = QLocale(words.language)
        self._folders_only = folders_only
        self._entries: list[FolderEntry] = []
        self._hidden = False

    def fill(self, entries: list[FolderEntry]) -> None:
        """Replace the entries by those of another folder."""
        self._entries = entries
        self._restrict()

    def show_hidden(self, hidden: bool) -> None:
        """Show or leave out hidden files."""
        self._hidden = hidden
        self._restrict()

    def find(self, name: str) -> int | None:
        """Return the row of the entry of that name, or None."""
        places = (place for place, entry in enumerate(self._shown) if entry.name == name)
        return next(places, None)

    def search(self, typed: str, after: int) -> int | None:
        """Return the next row from `after` on, wrapping round, whose name starts with the text, or
        None.
        """
        wanted = searchable(typed)
        fitting = [n for n, entry in enumerate(self._shown) if entry.order.startswith(wanted)]
        return next((n for n in fitting if n >= after), fitting[0] if fitting else None)

    def cell(self, row: FolderEntry, column: int) -> str:
        if column == Column.NAME:
            return plain_name(row.name)
        return self._size(row) if column == Column.SIZE else _date(row.mtime)

    def extra_data(self, row: FolderEntry, column: int, role: int) -> object:
        name = column == Column.NAME
        if role == SPOKEN and name and (row.is_link or not row.is_file):
            return f"{self.cell(row, column)}, {self._size(row)}"
        if role == Qt.ItemDataRole.FontRole and name and not row.is_file:
            return _bold()
        if role == Qt.ItemDataRole.ForegroundRole and not name:
            return QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText)
        return super().extra_data(row, column, role)

    def _restrict(self) -> None:
        hidden, files = self._hidden, not self._folders_only
        self._reset(
            [
                entry
                for entry in self._entries
                if (hidden or not entry.hidden) and (files or not entry.is_file)
            ]
        )

    def _size(self, entry: FolderEntry) -> str:
        if entry.is_link:
            return self._words.say("chooser.link")
        if not entry.is_file:
            return self._words.say("chooser.folder")
        return "" if entry.size is None else self._locale.formattedDataSize(entry.size, 1, SIZE)


def _bold() -> QFont:
    font = QGuiApplication.font()
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _date(mtime: float | None) -> str:
    if mtime is None:
        return ""
    try:
        return f"{datetime.fromtimestamp(mtime):%Y-%m-%d %H:%M}"  # noqa: DTZ006 - as clocks here do
    except (OverflowError, OSError, ValueError):  # a date that no calendar has
        return ""
