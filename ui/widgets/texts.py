"""Words on a page. Plain text only: names that strangers chose are among them."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy


def title(text: str) -> QLabel:
    """The one title of a page."""
    return _label(text, "title")


def heading(text: str) -> QLabel:
    """The heading of a part of a page."""
    return _label(text, "heading")


def paragraph(text: str = "") -> QLabel:
    """Ordinary words."""
    return _label(text, "body")


def strong(text: str = "") -> QLabel:
    """What the words below it are about."""
    return _label(text, "strong")


def muted(text: str = "") -> QLabel:
    """Words that may be passed over."""
    return _label(text, "muted")


def small(text: str = "") -> QLabel:
    """A remark."""
    return _label(text, "small")


def notice(text: str = "") -> QLabel:
    """Something to be read first. Hidden while it is empty: see `show_notice`."""
    label = _label(text, "notice")
    if not text:
        label.hide()  # showing what is in no window yet would make it one
    return label


def show_notice(label: QLabel, text: str) -> None:
    """Show words in a notice; nothing hides it."""
    label.setText(text)
    label.setAccessibleName(text)
    label.setVisible(bool(text))


def secret(text: str) -> QLabel:
    """Something to be written down."""
    return _label(text, "secret")


def breakable(text: str) -> str:
    """A path or a name that may go on in the next line after each part, and within a long one."""
    return re.sub(r"([/\\_]|[^\s/\\_]{12})", "\\1\u200b", text)


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    # Nothing is selectable: what is copied stays in the history of the clipboard.
    label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label
