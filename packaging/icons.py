"""Icons for Windows and macOS, drawn from the one for Linux."""

import io
import os
from pathlib import Path

from PIL import Image

DRAWING = Path(__file__).parent / "linux" / "org.geoul.Geoul.svg"


def write_ico(goal: Path) -> None:
    """Write the icon for Windows, 16 to 256 pixels."""
    _drawn(256).save(goal, "ICO", sizes=[(side, side) for side in (16, 24, 32, 48, 64, 256)])


def write_icns(goal: Path) -> None:
    """Write the icon for macOS, up to 1,024 pixels."""
    _drawn(1024).save(goal, "ICNS")


def _drawn(side: int) -> Image.Image:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    if QGuiApplication.instance() is None:
        QGuiApplication([])
    picture = QImage(side, side, QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return Image.open(io.BytesIO(bytes(buffer.data().data())))
