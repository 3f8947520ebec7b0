"""The keyboard focus: who has it, who gets it, and the tab order."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def focused_widget(widget: QWidget) -> QWidget | None:
    """Return the widget that has the focus, or will have it once its window is active."""
    return widget.window().focusWidget()


def give_focus(root: QWidget) -> None:
    """Give the focus to the first control in a widget that Tab reaches, if there is one."""
    controls = (each for each in _in_order(root) if each.isVisibleTo(root) and _takes_tab(each))
    if (first := next(controls, None)) is not None:
        first.setFocus(Qt.FocusReason.OtherFocusReason)


def fix_tab_order(container: QWidget) -> None:
    """Put controls that were added late where they are read in the tab order, not at its end."""
    ahead = _from(container, QWidget.previousInFocusChain)
    before = next(filter(_has_place, ahead), container)
    for each in list(filter(_has_place, _in_order(container))):
        QWidget.setTabOrder(before, each)
        before = each


def _in_order(root: QWidget) -> Iterator[QWidget]:
    """Yield the widgets in a root, in tab order."""
    return filter(root.isAncestorOf, _from(root, QWidget.nextInFocusChain))


def _from(root: QWidget, step: Callable[[QWidget], QWidget | None]) -> Iterator[QWidget]:
    each = step(root)
    while each is not None and each is not root:
        yield each
        each = step(each)


def _has_place(widget: QWidget) -> bool:
    """Return whether a widget takes part in the tab order."""
    return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus


def _takes_tab(widget: QWidget) -> bool:
    return widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
