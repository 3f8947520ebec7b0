"""A line with the intervals of a video in which somebody is seen, one of them selected."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.style import UNIT

HEIGHT = 5 * UNIT
LINE, INTERVAL, CHOSEN = UNIT, 2 * UNIT, 3.5 * UNIT
"""Heights in pixels: the selected interval differs by size, not by colour."""

NARROWEST = 1.5 * UNIT
"""The least width of an interval in pixels, so that a moment in a long video can be hit."""

FAINT = 60
"""The opacity of the line, of 255."""


class Timeline(QWidget):
    """Left and Right, Home and End, or the mouse select an interval."""

    chose = Signal(int)  # number of the interval, when a person chose it

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._length_ms = 1
        self._intervals: tuple[tuple[int, int], ...] = ()
        self._words: tuple[str, ...] = ()
        self.chosen = 0

    def show_intervals(
        self,
        length_ms: int,
        intervals: Sequence[tuple[int, int]],
        words: Sequence[str],
        chosen: int = 0,
    ) -> None:
        """Show intervals, one of them selected.

        Args:
            length_ms: The length of the video in milliseconds.
            intervals: Begin and end of each interval in milliseconds.
            words: A sentence for each interval.
            chosen: The index of the selected interval.
        """
        self._intervals = tuple(intervals)
        self._words = tuple(words)
        self._length_ms = max([length_ms, 1, *(last for _, last in intervals)])
        self._become(chosen)

    def choose(self, number: int) -> None:
        """Select an interval and emit `chose`, as a person does."""
        if 0 <= number < len(self._intervals) and number != self.chosen:
            self._become(number)
            self.chose.emit(number)

    def place(self, number: int) -> QRectF:
        """Return the rectangle in which an interval is painted."""
        first, last = self._intervals[number]
        room = self.width() - 2 * UNIT
        width = max(NARROWEST, (last - first) / self._length_ms * room)
        left = min(first / self._length_ms * room, room - width)
        height = CHOSEN if number == self.chosen else INTERVAL
        return QRectF(UNIT + left, (self.height() - height) / 2, width, height)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(20 * UNIT, HEIGHT)

    def event(self, event: QEvent) -> bool:
        # The keys of the timeline do something else on the rest of the page.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._number_by(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        number = self._number_by(event)
        if number is None:
            event.ignore()
        else:
            self.choose(number)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        x = event.position().x()
        numbers = range(len(self._intervals))
        self.choose(min(numbers, key=lambda number: self._far(number, x), default=0))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self.palette()
        faint = QColor(colours.windowText().color())
        faint.setAlpha(FAINT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faint)
        line = QRectF(UNIT, (self.height() - LINE) / 2, self.width() - 2 * UNIT, LINE)
        painter.drawRoundedRect(line, LINE / 2, LINE / 2)
        painter.setBrush(colours.highlight())
        for number in range(len(self._intervals)):
            chosen = number == self.chosen
            painter.setPen(QPen(colours.windowText().color(), 2) if chosen else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(self.place(number), UNIT / 2, UNIT / 2)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.highlight().color(), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), UNIT, UNIT)

    def _become(self, number: int) -> None:
        self.chosen = number
        self.setAccessibleDescription(self._words[number] if self._words else "")
        self.update()

    def _number_by(self, event: QKeyEvent) -> int | None:
        numbers: dict[int, int] = {
            Qt.Key.Key_Left: self.chosen - 1,
            Qt.Key.Key_Right: self.chosen + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._intervals) - 1,
        }
        return numbers.get(event.key()) if not event.modifiers() else None

    def _far(self, number: int, x: float) -> float:
        place = self.place(number)
        return max(place.left() - x, x - place.right(), 0.0)
