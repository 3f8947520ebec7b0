"""A table model over a plain list; the text of a cell is made when it is painted."""

from collections.abc import Sequence
from typing import Generic, TypeAlias, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

R = TypeVar("R")

AnyIndex: TypeAlias = QModelIndex | QPersistentModelIndex

DISPLAY = Qt.ItemDataRole.DisplayRole
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole


class RowTable(QAbstractTableModel, Generic[R]):
    """The base of the table models; subclasses give the text of a cell."""

    def __init__(
        self, headers: Sequence[str], numeric: int | None = None, parent: QObject | None = None
    ) -> None:
        """Create an empty table.

        Args:
            numeric: The column that is aligned to the right, as numbers are.
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
        """Return the text of a cell."""
        raise NotImplementedError

    def extra_data(self, row: R, column: int, role: int) -> object:
        """Return what another role asks of a cell: its font, its colour, or the spoken text."""
        return self.cell(row, column) if role == SPOKEN else None

    def _reset(self, shown: list[R]) -> None:
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    # what Qt asks for

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's
        return 0 if parent.isValid() else len(self._headers)

    def data(self, index: AnyIndex, role: int = DISPLAY) -> object:
        row, column = self._shown[index.row()], index.column()
        if role == DISPLAY:
            return self.cell(row, column)
        return self._alignment(column) if role == ALIGNMENT else self.extra_data(row, column, role)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = DISPLAY
    ) -> object:
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
