"""The preview of the camera, mirrored; no pixel stays once it is wiped."""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from face.types import Pixels
from ui.theme.style import UNIT

WIDTH, HEIGHT = 320, 240


class CameraView(QWidget):
    """Painted straight from the pixels, since Qt keeps pixmaps in a cache."""

    def __init__(self, name: str) -> None:
        """Create an empty preview.

        Args:
            name: The accessible name.
        """
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(WIDTH // 2, HEIGHT // 2)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._pixels: Pixels | None = None
        self._image: QImage | None = None

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(WIDTH, HEIGHT)

    def show_preview(self, pixels: Pixels) -> None:
        """Show the next picture (RGB, H x W x 3, contiguous), which then belongs to the widget."""
        before = self._pixels
        height, width = pixels.shape[:2]
        self._pixels = pixels
        self._image = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888)
        if before is not None:
            before.fill(0)
        self.update()

    def wipe(self) -> None:
        """Overwrite the picture, on the screen and in memory."""
        self._image = None
        if self._pixels is not None:
            self._pixels.fill(0)
        self._pixels = None
        self.repaint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        plate = QPainterPath()
        plate.addRoundedRect(QRectF(self.rect()), UNIT, UNIT)
        painter.setClipPath(plate)
        painter.fillPath(plate, self.palette().alternateBase())
        if self._image is not None:
            painter.drawImage(self._place(QSizeF(self._image.size())), self._image)

    def _place(self, size: QSizeF) -> QRectF:
        room = QRectF(self.rect())
        place = QRectF(room.topLeft(), size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio))
        place.moveCenter(room.center())
        return place
