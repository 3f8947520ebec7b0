"""A table model over a plain list. What a cell says is made when it is painted."""

from collections.abc import Sequence
from typing import Generic, TypeAlias, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

R = TypeVar("R")

AnyIndex: TypeAlias = QModelIndex | QPersistentModelIndex

DISPLAY = Qt.ItemDataRole.DisplayRole
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole


class RowTable(QAbstractTableModel, Generic[R]):
    """Shows some rows. Subclasses say what stands in a cell."""

    def __init__(
        self, headers: Sequence[str], numeric: int | None = None, parent: QObject | None = None
    ) -> None:
        """Show no rows yet.

        Args:
            numeric: The column that is aligned as numbers are.
        """
        super().__init__(parent)
        self._headers = headers
        self._numeric = numeric
        self._shown: list[R] = []

    @property
    def shown(self) -> Sequence[R]:
        """The rows that are shown."""
        return self._shown

    def cell(self, row: R, column: int) -> str:
        """What stands there."""
        raise NotImplementedError

    def extra_data(self, row: R, column: int, role: int) -> object:
        """What else there is to know of a cell: its font, its colour, what is read out."""
        return self.cell(row, column) if role == SPOKEN else None

    def _reset(self, shown: list[R]) -> None:
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    # what Qt asks for

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's
        """How many are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's
        """One for each header."""
        return 0 if parent.isValid() else len(self._headers)

    def data(self, index: AnyIndex, role: int = DISPLAY) -> object:
        """The words of a cell, and how they look."""
        row, column = self._shown[index.row()], index.column()
        if role == DISPLAY:
            return self.cell(row, column)
        return self._alignment(column) if role == ALIGNMENT else self.extra_data(row, column, role)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = DISPLAY
    ) -> object:
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == DISPLAY:
            return self._headers[section]
        return self._alignment(section) if role == ALIGNMENT else None

    def _alignment(self, column: int) -> object:
        side = (
            Qt.AlignmentFlag.AlignRight if column == self._numeric else Qt.AlignmentFlag.AlignLeft
        )
        return side | Qt.AlignmentFlag.AlignVCenter
