"""Put things below or beside each other, in multiples of one distance."""

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
    """Below each other; None takes the room that is left.

    Args:
        gap, margin: In units of 8 pixels.
    """
    layout = QVBoxLayout()
    _fill(layout, things, gap, margin)
    return layout


def row(*things: QWidget | QLayout | None, gap: int = 2, margin: int = 0) -> QHBoxLayout:
    """Beside each other; None takes the room that is left."""
    layout = QHBoxLayout()
    _fill(layout, things, gap, margin)
    return layout


def panel(*things: QWidget | QLayout | None, gap: int = 2) -> QWidget:
    """Things that belong together, on a surface of their own."""
    made = QWidget()
    made.setProperty("role", "panel")
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    made.setLayout(column(*things, gap=gap, margin=2))
    return made


def stacked(*things: QWidget | QLayout | None, gap: int = 0) -> QWidget:
    """Things that belong close to each other."""
    made = QWidget()
    made.setLayout(column(*things, gap=gap))
    return made


def start_aligned(thing: QWidget) -> QWidget:
    """As wide as it needs to be, where the lines begin."""
    made = QWidget()
    made.setLayout(row(thing, None, gap=0))
    return made


def indented(thing: QWidget) -> QHBoxLayout:
    """Below the words of a choice, not below its mark."""
    layout = row(gap=0)
    layout.addSpacing(4 * UNIT)
    layout.addWidget(thing, 1)
    return layout


def clear_layout(layout: QLayout) -> None:
    """Take everything out."""
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
    """Lines of things, read in the direction of the language."""

    def __init__(self, *things: QWidget, gap: int = 1) -> None:
        """Lay these out, in this order.

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
        """Put one more at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """One of them; None where there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Give one of them up."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Of all lines."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All on one line."""
        hints = [item.sizeHint() for item in self._shown()]
        gaps = self.spacing() * max(0, len(hints) - 1)
        width = sum(hint.width() for hint in hints) + gaps
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """It never makes a page wider than there is room."""
        return QSize(0, self.sizeHint().height())

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Put everything in its place."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _place(self, rect: QRect, *, move: bool) -> int:
        """The height that the lines take."""
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
"""Letters of the ordinary font that a `FoldingRow` row must have room for by default."""
BESIDE, BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class FoldingRow(QWidget):
    """A row that becomes a column."""

    def __init__(
        self,
        *things: QWidget,
        shares: tuple[int, ...] = (),
        letters: int = ROW_LETTERS,
        gap: int = 1,
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


class ScrollContent(QWidget):
    """What scrolls. It asks for the height that it needs at the width that it gets, not for more.

    Words that wrap are higher the narrower they are; a layout's least height is that of the least
    width, and a page as high as that ends in emptiness.
    """

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Its least width; its height follows from the width."""
        return QSize(super().minimumSizeHint().width(), 0)


class ScrollArea(QScrollArea):
    """Scrolls up and down only; its content is as wide as there is room."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)


def section(head: str, *things: QWidget | QLayout | None) -> tuple[QLabel, QWidget]:
    """A part with a heading: the heading, to be jumped to, and the whole."""
    name = heading(head)
    # A jump puts the keyboard there: Tab and Page Down go on from it. Tab itself passes it over.
    name.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    name.setAccessibleName(head)
    return name, panel(name, *things)


def bullet_list(*texts: str) -> QVBoxLayout:
    """Short things that are read one after the other."""
    return column(*(_point(text) for text in texts), gap=1)


def _point(text: str) -> QLayout:
    dot = paragraph("•")
    dot.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
    made = row(gap=1)
    made.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
    made.addWidget(paragraph(text), 1)
    return made


class Disclosure(QWidget):
    """A button, and below it what the button shows and hides."""

    def __init__(self, show: str, hide: str, content: QWidget, why: str = "") -> None:
        """Hide the content at first.

        Args:
            show, hide: What the button says.
            why: What it is good for.
        """
        super().__init__()
        self._texts = {False: show, True: hide}
        self.content = content
        self.toggle_button = quiet_button(show, self._toggle)
        head = FoldingRow(self.toggle_button, muted(why), shares=(0, 1))
        self.setLayout(column(head, content, gap=1))
        content.hide()

    def _toggle(self) -> None:
        shown = self.content.isHidden()
        self.content.setVisible(shown)
        self.toggle_button.setText(self._texts[shown])
        self.toggle_button.setAccessibleName(self._texts[shown].replace("&", ""))
