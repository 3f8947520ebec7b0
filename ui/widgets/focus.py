"""What has the keyboard, and where it goes when that is gone."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def focused_widget(widget: QWidget) -> QWidget | None:
    """What has the keyboard in its window, or will have it once the window is the active one."""
    return widget.window().focusWidget()


def give_focus(root: QWidget) -> None:
    """To the first control in it that Tab comes to, if there is one."""
    controls = (each for each in _in_order(root) if each.isVisibleTo(root) and _takes_tab(each))
    if (first := next(controls, None)) is not None:
        first.setFocus(Qt.FocusReason.OtherFocusReason)


def fix_tab_order(container: QWidget) -> None:
    """Let Tab come to what was put in late where it is read, and not after all else."""
    ahead = _from(container, QWidget.previousInFocusChain)
    before = next(filter(_has_place, ahead), container)
    for each in list(filter(_has_place, _in_order(container))):
        QWidget.setTabOrder(before, each)
        before = each


def _in_order(root: QWidget) -> Iterator[QWidget]:
    """All that is in it, as Tab goes."""
    return filter(root.isAncestorOf, _from(root, QWidget.nextInFocusChain))


def _from(root: QWidget, step: Callable[[QWidget], QWidget | None]) -> Iterator[QWidget]:
    each = step(root)
    while each is not None and each is not root:
        yield each
        each = step(each)


def _has_place(widget: QWidget) -> bool:
    """Qt orders nothing after what has none."""
    return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus


def _takes_tab(widget: QWidget) -> bool:
    return widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
