"""A view of a long list: rows of one height, whole rows selected, no row measured."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.theme.style import UNIT

ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class Table(QTableView):
    """Tab leaves the table, and Enter does what a double click does."""

    chosen_changed = Signal()  # which rows are chosen

    def __init__(self, model: QAbstractItemModel, stretched: int, name: str) -> None:
        """Show a model.

        Args:
            stretched: The column that takes the remaining room.
            name: The accessible name.
        """
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + 2 * UNIT)
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        # Qt's own asks for every chosen row, each time a header is painted, whether it is chosen.
        columns.setSelectionModel(QItemSelectionModel(model, columns))
        self.stretch(stretched)

    def stretch(self, column: int) -> None:
        """Let this column take the remaining room."""
        columns = self.horizontalHeader()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def fit(self, column: int, widest: str) -> None:
        """Make a column wide enough for a text and for its header."""
        header = self.model().headerData(column, Qt.Orientation.Horizontal)
        measure = QFontMetrics(self.font()).horizontalAdvance
        self.setColumnWidth(column, max(measure(widest), measure(str(header))) + 4 * UNIT)

    def choose_many(self) -> None:
        """Allow several rows to be selected, with Shift or Ctrl."""
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    @property
    def chosen_rows(self) -> list[int]:
        """The selected rows, from the top."""
        # ranges, not rows: all of a long list may be chosen
        selection = self.selectionModel().selection()
        ranges = [selection.at(index) for index in range(selection.count())]
        return sorted({row for each in ranges for row in range(each.top(), each.bottom() + 1)})

    def go_to(self, row: int | None) -> None:
        """Select a row and scroll to it; None clears the selection."""
        if row is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
            return
        index = self.model().index(row, 0)
        self.selectionModel().setCurrentIndex(index, ALONE)  # whatever key is held meanwhile
        self.scrollTo(index)

    def selectionChanged(  # noqa: N802 - Qt's name
        self, selected: QItemSelection, deselected: QItemSelection
    ) -> None:
        super().selectionChanged(selected, deselected)
        self.chosen_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Copying is not offered: what is copied stays in the history of the clipboard."""
        if event.matches(QKeySequence.StandardKey.Copy):
            event.accept()
        else:
            super().keyPressEvent(event)
