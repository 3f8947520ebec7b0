"""The list of what is in a folder, by keyboard as people know it from elsewhere."""

import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent

from app.messages import Words
from ui.models.folder import Entry
from ui.models.folder_table import Column, FolderTable
from ui.widgets.table import Table

ENTER = Qt.Key.Key_Return, Qt.Key.Key_Enter
LONGEST_SIZE = "1023.9 MiB"
LONGEST_DATE = "2000-00-00 00:00"


class FolderList(Table):
    """Letters go to the name that begins so, Backspace goes up."""

    up = Signal()

    def __init__(self, words: Words, table: FolderTable, many: bool) -> None:
        super().__init__(table, Column.NAME, words.say("chooser.list"))
        self._table = table
        self._typed = ""
        self._typed_at = 0.0
        self.fit(Column.SIZE, LONGEST_SIZE)
        self.fit(Column.DATE, LONGEST_DATE)
        if many:
            self.choose_many()

    def chosen(self) -> list[Entry]:
        """The entries that are chosen, in the order of the list."""
        shown = self._table.shown
        return [shown[row] for row in self.chosen_rows]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Backspace goes up, Enter takes what is chosen; the rest is as in every list."""
        if event.key() == Qt.Key.Key_Backspace:
            self.up.emit()
        elif event.key() in ENTER and self.chosen_rows and not self.currentIndex().isValid():
            self.activated.emit(self._table.index(self.chosen_rows[0], 0))  # Qt does nothing
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Go to the next name that begins with what was typed in one go."""
        now = time.monotonic()
        going_on = (
            now - self._typed_at < QGuiApplication.styleHints().keyboardInputInterval() / 1000
        )
        self._typed = self._typed + search if going_on else search
        self._typed_at = now
        current = self.currentIndex().row()
        found = self._table.search(self._typed, current if going_on else current + 1)
        if found is not None:
            self.go_to(found)
