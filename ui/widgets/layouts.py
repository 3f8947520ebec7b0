"""Layouts and containers: columns, rows, panels, sections, wrapping, folding and scrolling.

Gaps and margins are multiples of one unit of 8 pixels.
"""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from ui.theme.style import UNIT, letters_wide
from ui.widgets.buttons import quiet_button
from ui.widgets.labels import heading, muted, paragraph


def column(*things: QWidget | QLayout | None, gap: int = 2, margin: int = 0) -> QVBoxLayout:
    """Return a vertical layout; None takes the remaining room.

    Args:
        gap, margin: In units of 8 pixels.
    """
    layout = QVBoxLayout()
    _fill(layout, things, gap, margin)
    return layout


def row(*things: QWidget | QLayout | None, gap: int = 2, margin: int = 0) -> QHBoxLayout:
    """Return a horizontal layout; None takes the remaining room."""
    layout = QHBoxLayout()
    _fill(layout, things, gap, margin)
    return layout


def panel(*things: QWidget | QLayout | None, gap: int = 2) -> QWidget:
    """Return a container with a surface of its own."""
    made = QWidget()
    made.setProperty("role", "panel")
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    made.setLayout(column(*things, gap=gap, margin=2))
    return made


def stacked(*things: QWidget | QLayout | None, gap: int = 0) -> QWidget:
    """Return a container with its parts close below each other."""
    made = QWidget()
    made.setLayout(column(*things, gap=gap))
    return made


def start_aligned(thing: QWidget) -> QWidget:
    """Return a container that keeps a widget at its preferred width, where lines begin."""
    made = QWidget()
    made.setLayout(row(thing, None, gap=0))
    return made


def indented(thing: QWidget) -> QHBoxLayout:
    """Return a layout that is aligned with the label of a choice, not with its mark."""
    layout = row(gap=0)
    layout.addSpacing(4 * UNIT)
    layout.addWidget(thing, 1)
    return layout


def clear_layout(layout: QLayout) -> None:
    """Remove and delete every widget of a layout."""
    while (item := layout.takeAt(0)) is not None:
        thing = item.widget()
        if thing is not None:
            thing.hide()
            thing.deleteLater()


def _fill(
    layout: QHBoxLayout | QVBoxLayout,
    things: tuple[QWidget | QLayout | None, ...],
    gap: int,
    margin: int,
) -> None:
    layout.setSpacing(gap * UNIT)
    layout.setContentsMargins(*[margin * UNIT] * 4)
    for thing in things:
        if thing is None:
            layout.addStretch(1)
        elif isinstance(thing, QWidget):
            layout.addWidget(thing)
        else:
            layout.addLayout(thing)


class FlowLayout(QLayout):
    """Puts widgets beside each other and wraps lines, in the direction of the language."""

    def __init__(self, *things: QWidget, gap: int = 1) -> None:
        """Lay these widgets out, in this order.

        Args:
            gap: In units of 8 pixels.
        """
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap * UNIT)
        for thing in things:
            self.addWidget(thing)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        return self._place(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        hints = [item.sizeHint() for item in self._shown()]
        gaps = self.spacing() * max(0, len(hints) - 1)
        width = sum(hint.width() for hint in hints) + gaps
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        # A flow never makes a page wider than there is room.
        return QSize(0, self.sizeHint().height())

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Return the height of all lines in a rectangle, and move the items if wanted."""
        direction = self._direction()
        left, top, line = rect.x(), rect.y(), 0
        for item in self._shown():
            size = item.sizeHint().boundedTo(QSize(max(1, rect.width()), 1 << 20))
            if item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(size.width()))
            if left > rect.x() and left + size.width() > rect.x() + rect.width():
                left, top, line = rect.x(), top + line + self.spacing(), 0
            if move:
                place = QRect(QPoint(left, top), size)
                item.setGeometry(QStyle.visualRect(direction, rect, place))
            left += size.width() + self.spacing()
            line = max(line, size.height())
        return top + line - rect.y()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _direction(self) -> Qt.LayoutDirection:
        parent = self.parentWidget()
        return parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight


ROW_LETTERS = 60
"""Letters for which a `FoldingRow` needs room to be a row, by default."""
BESIDE, BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class FoldingRow(QWidget):
    """A row that becomes a column where there is too little room."""

    def __init__(
        self,
        *things: QWidget,
        shares: tuple[int, ...] = (),
        letters: int = ROW_LETTERS,
        gap: int = 1,
    ) -> None:
        """Lay these widgets out, in this order.

        Args:
            shares: The stretch factor of each widget.
            letters: The width in letters below which it becomes a column.
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
        # A row can always become a column.
        widths = [thing.minimumSizeHint().width() for thing in self._things if not thing.isHidden()]
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        self._box.setDirection(BESIDE if self.is_row else BELOW)
        super().resizeEvent(event)


class ScrollContent(QWidget):
    """The content of a scroll area, which asks for the height that it needs at its actual width.

    Wrapped text is higher the narrower it is. A layout's minimum height is that of its minimum
    width, and a page of that height would end in emptiness.
    """

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(super().minimumSizeHint().width(), 0)


class ScrollArea(QScrollArea):
    """Scrolls vertically only; its content is as wide as there is room."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)


def section(head: str, *things: QWidget | QLayout | None) -> tuple[QLabel, QWidget]:
    """Return the heading of a section, which can be jumped to, and the whole section."""
    name = heading(head)
    # A jump puts the keyboard there: Tab and Page Down go on from it. Tab itself passes it over.
    name.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    name.setAccessibleName(head)
    return name, panel(name, *things)


def bullet_list(*texts: str) -> QVBoxLayout:
    """Return a list with bullets."""
    return column(*(_point(text) for text in texts), gap=1)


def _point(text: str) -> QLayout:
    dot = paragraph("•")
    dot.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
    made = row(gap=1)
    made.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
    made.addWidget(paragraph(text), 1)
    return made


class Disclosure(QWidget):
    """A button that shows and hides the content below it."""

    def __init__(self, show: str, hide: str, content: QWidget, why: str = "") -> None:
        """Hide the content at first.

        Args:
            show, hide: The labels of the button.
            why: A remark beside the button.
        """
        super().__init__()
        self._texts = {False: show, True: hide}
        self.content = content
        self.toggle_button = quiet_button(show, self._toggle)
        head = FoldingRow(self.toggle_button, muted(why), shares=(0, 1))
        self.setLayout(column(head, content, gap=1))
        content.hide()

    @property
    def is_open(self) -> bool:
        """Whether the content is shown."""
        return not self.content.isHidden()

    def open(self) -> None:
        """Show the content."""
        if not self.is_open:
            self._toggle()

    def _toggle(self) -> None:
        shown = not self.is_open
        self.content.setVisible(shown)
        self.toggle_button.setText(self._texts[shown])
        self.toggle_button.setAccessibleName(self._texts[shown].replace("&", ""))
