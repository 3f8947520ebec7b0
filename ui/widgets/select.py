"""One of several, in a list that opens."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox

from ui.theme.style import UNIT


class Select(QComboBox):
    """Draws its own arrow: a style sheet can only show one from a picture file."""

    def __init__(self, name: str) -> None:
        """Empty at first.

        Args:
            name: What is read out.
        """
        super().__init__()
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The field, and an arrow on the side where the line ends."""
        super().paintEvent(event)
        half = self.fontMetrics().height() / 4
        along = 2 * UNIT + half
        if self.layoutDirection() is Qt.LayoutDirection.LeftToRight:
            along = self.width() - along
        middle = QPointF(along, self.height() / 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().text().color(), half / 3))
        tip = middle + QPointF(0, half / 2)
        painter.drawPolyline(
            [middle + QPointF(-half, -half / 2), tip, middle + QPointF(half, -half / 2)]
        )
