"""Something that may be higher than there is room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Content(QWidget):
    """What scrolls. It asks for the height that it needs at the width that it gets, not for more.

    Words that wrap are higher the narrower they are; a layout's least height is that of the least
    width, and a page as high as that ends in emptiness.
    """

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Its least width; its height follows from the width."""
        return QSize(super().minimumSizeHint().width(), 0)


class Scrolling(QScrollArea):
    """Scrolls up and down only; its content is as wide as there is room."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
