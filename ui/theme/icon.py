"""The icon of the window: a plain disc that reveals nothing."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from ui.theme.palette import LIGHT

SIDES = (16, 32, 48, 128)


def icon() -> QIcon:
    """Return the icon in the sizes that systems ask for."""
    made = QIcon()
    for side in SIDES:
        made.addPixmap(_drawn(side))
    return made


def _drawn(side: int) -> QPixmap:
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(LIGHT.muted))
    painter.drawEllipse(QRectF(side / 8, side / 8, side * 3 / 4, side * 3 / 4))
    painter.end()
    return picture
