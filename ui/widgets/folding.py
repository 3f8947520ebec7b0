"""Things beside each other where there is room, below each other where there is not."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme.style import UNIT, letters_wide

LETTERS = 60
BESIDE, BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Folding(QWidget):
    """A row that becomes a column."""

    def __init__(
        self, *things: QWidget, shares: tuple[int, ...] = (), letters: int = LETTERS, gap: int = 1
    ) -> None:
        """Lay these out, in this order.

        Args:
            shares: How much of the room that is left each of them takes.
            letters: As many as have to fit beside each other for a row.
            gap: In units of 8 pixels.
        """
        super().__init__()
        self._letters = letters
        self._things = things
        self._box = QBoxLayout(BESIDE, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(gap * UNIT)
        for thing in things:
            self._box.addWidget(thing)
        for index, share in enumerate(shares):
            self._box.setStretch(index, share)

    @property
    def is_row(self) -> bool:
        """Whether there is room for a row."""
        return self.width() >= letters_wide(self, self._letters)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as the widest of them: it can always become a column."""
        widths = [thing.minimumSizeHint().width() for thing in self._things if not thing.isHidden()]
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """There may be more room, or less."""
        self._box.setDirection(BESIDE if self.is_row else BELOW)
        super().resizeEvent(event)
