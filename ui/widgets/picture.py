"""A picture on the screen, painted from bytes that are overwritten as soon as it is hidden.

No pixmap is made, because Qt keeps pixmaps in a cache.
"""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.review.reveal import RevealedPicture
from face.types import Box

LARGEST = 2.0
"""The factor by which a small picture is enlarged, at most."""


class PicturePane(QWidget):
    """Shows one picture, with a frame around a face; empty at first."""

    def __init__(self, name: str, room: QSize) -> None:
        """Create an empty pane.

        Args:
            name: The accessible name of the picture.
            room: The preferred size.
        """
        super().__init__()
        self.setAccessibleName(name)
        self._room = room
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rgb = bytearray()
        self._image: QImage | None = None
        self._box: Box | None = None

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self._room

    def show_picture(self, picture: RevealedPicture) -> None:
        """Show a picture in place of the one before."""
        self.wipe()
        self._rgb = bytearray(picture.rgb)
        size = picture.width, picture.height
        self._image = QImage(self._rgb, *size, 3 * picture.width, QImage.Format.Format_RGB888)
        self._box = picture.box
        self.update()

    def wipe(self) -> None:
        """Overwrite the picture, on the screen and in memory, before anything else is done."""
        if self._image is None:
            return
        self._image = None
        self._rgb[:] = bytes(len(self._rgb))
        self._rgb = bytearray()
        self.repaint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if self._image is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = self._place(QSizeF(self._image.size()))
        painter.drawImage(place, self._image)
        if self._box is not None:
            self._frame_face(painter, place, self._box)

    def _place(self, size: QSizeF) -> QRectF:
        room = QRectF(self.rect())
        fitting = size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        if fitting.width() > size.width() * LARGEST:
            fitting = size * LARGEST
        place = QRectF(room.topLeft(), fitting)
        place.moveCenter(room.center())
        return place

    def _frame_face(self, painter: QPainter, place: QRectF, box: Box) -> None:
        left, top, right, bottom = box
        corner = place.x() + left * place.width(), place.y() + top * place.height()
        around = QRectF(*corner, (right - left) * place.width(), (bottom - top) * place.height())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # Light on dark, so that it is seen on any picture.
        for colour, width in ((Qt.GlobalColor.black, 4), (Qt.GlobalColor.white, 2)):
            painter.setPen(QPen(colour, width))
            painter.drawRect(around)
