"""What has the keyboard, and where it goes when that is gone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def at_keyboard(widget: QWidget) -> QWidget | None:
    """What has the keyboard in its window, or will have it once the window is the active one."""
    return widget.window().focusWidget()


def give_keyboard(root: QWidget) -> None:
    """To the first control in it that Tab comes to, if there is one."""
    each = root.nextInFocusChain()
    while each is not None and each is not root:
        if root.isAncestorOf(each) and each.isVisibleTo(root) and _takes_tab(each):
            each.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        each = each.nextInFocusChain()


def _takes_tab(widget: QWidget) -> bool:
    return widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
