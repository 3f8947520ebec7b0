"""Finds faults in a part of the window; each is a sentence about one widget."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTextBoundaryFinder
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from ui.widgets.labels import MAY_WRAP

W = TypeVar("W", bound=QWidget)

CONTROLS = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit)
NO_ROLE = QAccessible.Role.NoRole, QAccessible.Role.Client
WITH_CELLS = QAccessible.Role.Table, QAccessible.Role.List, QAccessible.Role.ComboBox
MNEMONIC = re.compile(r"&([^&\s])")
IN_BRACKETS = re.compile(r"\[[^\[\]]*\]")
LETTER = re.compile(r"[^\W\d_]")

DRAWN_BY_CHANCE = ("secret", "code")
"""The roles of labels with a passphrase or a recovery code, which are in no catalogue."""


def shown(root: QWidget, kind: type[W]) -> list[W]:
    """Return all visible widgets of a class."""
    return [each for each in root.findChildren(kind) if each.isVisible()]


def is_control(widget: QWidget) -> bool:
    """Return whether a person can operate the widget."""
    if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or _is_part_of_a_control(widget):
        return False
    return isinstance(widget, (*CONTROLS, QAbstractScrollArea)) or bool(
        widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    )


def _is_part_of_a_control(widget: QWidget) -> bool:
    """Return whether the widget is inside another control, such as the field of a spin box."""
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        if isinstance(parent, CONTROLS) or (
            isinstance(parent, QAbstractScrollArea) and not isinstance(parent, QScrollArea)
        ):
            return True
        parent = parent.parentWidget()
    return False


def described(widget: QWidget) -> str:
    """Return the class of a widget and its text."""
    text = getattr(widget, "text", str)()
    return f"{type(widget).__name__} {str(text or widget.accessibleName())[:60]!r}"


def without_name(root: QWidget) -> list[str]:
    """Return controls without an accessible name."""
    controls = [each for each in shown(root, QWidget) if is_control(each)]
    return [f"{described(each)} has no name" for each in controls if not _name(each)]


def _name(widget: QWidget) -> str:
    return str(QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)).strip()


def unspoken(window: QWidget) -> list[str]:
    """Return focusable parts of the accessibility tree without a role or a proper name."""
    return [
        f"{each.role().name} {each.object()} is not spoken of"
        for each in _spoken_tree(QAccessible.queryAccessibleInterface(window))
        if each.state().focusable and (each.role() in NO_ROLE or not _can_be_said(each))
    ]


def _can_be_said(control: QAccessibleInterface) -> bool:
    name = control.text(QAccessible.Text.Name).strip()
    return bool(name) and not MNEMONIC.search(name)


def _spoken_tree(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield the visible tree; lists and tables speak by their own cells."""
    for place in range(root.childCount()):
        each = root.child(place)
        if not each.state().invisible:
            yield each
            if each.role() not in WITH_CELLS:
                yield from _spoken_tree(each)


# the keyboard


def round_trip(first: QWidget) -> tuple[list[QWidget], QWidget | None]:
    """Return the widgets that Tab reaches from a widget on, and the first that comes again."""
    first.setFocus(Qt.FocusReason.TabFocusReason)
    visited: list[QWidget] = []
    while (at := QApplication.focusWidget()) is not None and at not in visited:
        visited.append(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
    return visited, at


def trapped(visited: list[QWidget], end: QWidget | None) -> list[str]:
    """Return a fault if Tab goes round in a circle smaller than the window."""
    if end is not None and visited and end is visited[0]:
        return []
    return [f"Tab ends at {described(end) if end else 'nothing'}, not where it began"]


def not_reached(window: QWidget, visited: list[QWidget]) -> list[str]:
    """Return enabled controls that Tab does not reach."""
    controls = (
        each
        for each in shown(window, QWidget)
        if is_control(each) and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    )
    return [f"{described(each)} is not reached by Tab" for each in controls if each not in visited]


def out_of_order(visited: Iterable[QWidget], window: QWidget) -> list[str]:
    """Return steps of Tab that go up, or against the reading direction."""
    places = [(each, _place(each, window)) for each in visited]
    return [
        f"Tab goes back from {described(before)} to {described(after)}"
        for (before, one), (after, other) in pairwise(places)
        if _goes_back(one, other)
    ]


def _place(widget: QWidget, window: QWidget) -> QRect:
    """Return the rectangle of a widget, mirrored if the layout runs from right to left."""
    rect = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    if QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        rect.moveLeft(window.width() - rect.right() - 1)
    return rect


def _goes_back(one: QRect, other: QRect) -> bool:
    beside = other.top() < one.bottom() and one.top() < other.bottom()
    if beside:
        return other.right() <= one.left()
    above = other.bottom() <= one.top()
    return above and other.left() < one.right()  # a column further on may begin higher


def shared_mnemonics(root: QWidget) -> list[str]:
    """Return mnemonics that several controls or labels share."""
    labels = [each.text() for each in shown(root, QLabel) if each.buddy() is not None]
    buttons = [each.text() for each in shown(root, QAbstractButton)]
    letters = Counter(
        found.group(1).lower()
        for text in (*buttons, *labels)
        if (found := MNEMONIC.search(text.replace("&&", "")))
    )
    return [
        f"Alt+{letter} is given {count} times" for letter, count in letters.items() if count > 1
    ]


# texts


def cut_off(root: QWidget) -> list[str]:
    """Return texts for which there is too little room."""
    return [
        *(f"{described(each)} is cut off" for each in shown(root, QLabel) if _is_cut(each)),
        *(
            f"{described(each)} is cut off: {each.size()} for {each.sizeHint()}"
            for each in shown(root, QAbstractButton)
            if each.text() and _is_too_small(each)
        ),
        *(
            f"{described(each)}: its placeholder is cut off: {each.placeholderText()!r}"
            for each in shown(root, QLineEdit)
            if _advance(each, each.placeholderText()) > each.contentsRect().width()
        ),
    ]


def _is_cut(label: QLabel) -> bool:
    if not label.text():
        return False
    if not label.wordWrap():
        return label.sizeHint().width() > label.width()
    longest = max(_advance(label, piece.rstrip()) for piece in _pieces(label.text()))
    too_long = longest > label.contentsRect().width()
    return too_long or label.heightForWidth(label.width()) > label.height()


def _pieces(text: str) -> Iterator[str]:
    """Yield the parts of a text within which no line is broken."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text)
    start = 0
    while (end := finder.toNextBoundary()) > 0:
        yield text[start:end]
        start = end


def _is_too_small(button: QAbstractButton) -> bool:
    wanted = button.sizeHint()
    if button.hasHeightForWidth():  # its words may take several lines
        width = button.minimumSizeHint().width()
        wanted = QSize(width, button.heightForWidth(button.width()))
    return button.width() < wanted.width() or button.height() < wanted.height()


def _advance(widget: QWidget, text: str) -> int:
    return widget.fontMetrics().horizontalAdvance(text)


def too_wide(root: QWidget) -> list[str]:
    """Return what reaches beyond the edges of its container."""
    areas = ((each, each.widget()) for each in shown(root, QScrollArea))
    controls = ((each, each.parentWidget()) for each in shown(root, QWidget) if is_control(each))
    return [
        *(
            f"{described(area)} scrolls sideways because of {_widest(content)}"
            for area, content in areas
            if content is not None and content.width() > area.viewport().width()
        ),
        *(
            f"{described(each)} reaches beyond its surroundings"
            for each, parent in controls
            if parent is not None and not _across(parent.rect(), each.geometry())
        ),
    ]


def _widest(content: QWidget) -> str:
    """Describe the widget without children that needs most width."""
    leaves = (each for each in shown(content, QWidget) if not shown(each, QWidget))
    return described(max(leaves, key=lambda each: each.minimumSizeHint().width(), default=content))


def _across(outer: QRect, inner: QRect) -> bool:
    return outer.left() <= inner.left() and inner.right() <= outer.right()


def selectable(root: QWidget) -> list[str]:
    """Return texts that could be selected and copied."""
    flags = Qt.TextInteractionFlag.TextSelectableByMouse | (
        Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    labels = shown(root, QLabel)
    return [
        f"{described(each)} can be selected"
        for each in labels
        if each.textInteractionFlags() & flags
    ]


def literal(root: QWidget, names: re.Pattern[str]) -> list[str]:
    """Return texts that are in no catalogue, while the window speaks the pseudo-language.

    Args:
        names: Names that are the same in every language.
    """
    return [
        f"{described(widget)} says what is in no catalogue: {text!r}"
        for widget, text in _texts(root)
        if LETTER.search(names.sub("", _outside_brackets(text.replace(MAY_WRAP, ""))))
    ]


def _texts(root: QWidget) -> Iterator[tuple[QWidget, str]]:
    for widget in shown(root, QWidget):
        if widget.property("role") in DRAWN_BY_CHANCE or _is_part_of_a_control(widget):
            continue
        yield widget, widget.accessibleName()
        yield widget, widget.toolTip()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget, widget.text()
        if isinstance(widget, QLineEdit):
            yield widget, widget.placeholderText()


def _outside_brackets(text: str) -> str:
    shorter = IN_BRACKETS.sub("", text)
    return shorter if shorter == text else _outside_brackets(shorter)
