"""Keeps the focus, the scroll positions and what was unfolded while pages are rebuilt."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui.widgets.layouts import Disclosure


class FocusSnapshot:
    """Records which control has the focus, its height, the scroll positions, and what is unfolded.

    A rebuilt page has the same controls in the same order, with other words or of another size.
    """

    def __init__(self, root: QWidget) -> None:
        held = root.window().focusWidget()
        controls = _controls(root)
        self._held = controls.index(held) if held in controls else None
        self._height = held.mapTo(root, QPoint()).y() if self._held is not None else 0
        self._unfolded = [each.is_open for each in root.findChildren(Disclosure)]
        self._scrolled = [area.verticalScrollBar().value() for area in _areas(root)]

    def restore(self, root: QWidget) -> None:
        """Restore at once, so that nothing visibly moves, and again once all lines are wrapped."""
        for disclosure, is_open in zip(root.findChildren(Disclosure), self._unfolded, strict=False):
            if is_open:
                disclosure.open()
        _lay_out(root)
        self._put_back(root)
        QTimer.singleShot(0, root, partial(self._put_back, root))

    def _put_back(self, root: QWidget) -> None:
        for area, value in zip(_areas(root), self._scrolled, strict=False):
            area.verticalScrollBar().setValue(value)
        controls = _controls(root)
        if self._held is not None and self._held < len(controls):
            held = controls[self._held]
            held.setFocus(Qt.FocusReason.OtherFocusReason)
            _scroll(held, held.mapTo(root, QPoint()).y() - self._height)


def _controls(root: QWidget) -> list[QWidget]:
    """Return all that can have the focus, by Tab or, inside a group, by an arrow key."""
    return [
        each for each in root.findChildren(QWidget) if each.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]


def _areas(root: QWidget) -> list[QAbstractScrollArea]:
    return root.findChildren(QAbstractScrollArea)


def _scroll(held: QWidget, pixels: int) -> None:
    above: QWidget | None = held
    while above is not None:
        if isinstance(above, QAbstractScrollArea):
            bar = above.verticalScrollBar()
            bar.setValue(bar.value() + pixels)
            return
        above = above.parentWidget()


def _lay_out(root: QWidget) -> None:
    """Lay the window out as Qt would do later; until then a new page has no height to scroll."""
    window = root.window().layout()
    if window:
        window.activate()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
