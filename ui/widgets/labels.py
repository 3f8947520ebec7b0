"""Labels of a page: its text by role, and a QR code.

All text is plain text, because names that strangers chose are part of it.
"""

import re

import segno
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy


def title(text: str) -> QLabel:
    """Return the title of a page, which has only one."""
    return _label(text, "title")


def heading(text: str) -> QLabel:
    """Return the heading of a section."""
    return _label(text, "heading")


def paragraph(text: str = "") -> QLabel:
    """Return ordinary text."""
    return _label(text, "body")


def strong(text: str = "") -> QLabel:
    """Return emphasised text above what it names."""
    return _label(text, "strong")


def muted(text: str = "") -> QLabel:
    """Return text that may be skipped."""
    return _label(text, "muted")


def small(text: str = "") -> QLabel:
    """Return a remark in small type."""
    return _label(text, "small")


def notice(text: str = "") -> QLabel:
    """Return text that is to be read first; hidden while it is empty, see `show_notice`."""
    label = _label(text, "notice")
    if not text:
        label.hide()  # showing what is in no window yet would make it one
    return label


def show_notice(label: QLabel, text: str) -> None:
    """Set the text of a notice; an empty text hides it."""
    label.setText(text)
    label.setAccessibleName(text)
    label.setVisible(bool(text))


def secret(text: str) -> QLabel:
    """Return text that is to be written down."""
    return _label(text, "secret")


def code(text: str) -> QLabel:
    """Return a code that is to be written down, in letters of one width."""
    return _label(text, "code")


MAY_WRAP = "\u200b"
"""A zero-width space: a line may be wrapped there."""


def breakable(text: str) -> str:
    """Return a path, a name or a link with places where it may be wrapped, after each part and
    within long ones.
    """
    return re.sub(r"([/\\_]|[^\s/\\_]{12})", f"\\1{MAY_WRAP}", text)


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


MODULE_PIXELS = 3
"""The side of one module of a QR code, in pixels."""

QUIET_ZONE = 4
"""The width of the white margin around a QR code, in modules (ISO/IEC 18004)."""


def qr_code(text: str, name: str) -> QLabel:
    """Return a label with the QR code of a text, black on white in every theme.

    Args:
        name: The accessible name, which tells a screen reader what the code is for.
    """
    symbol = segno.make(text, error="m", micro=False)
    rows = [list(row) for row in symbol.matrix_iter(scale=MODULE_PIXELS, border=QUIET_ZONE)]
    image = QImage(len(rows[0]), len(rows), QImage.Format.Format_Mono)
    image.setColorTable([QColor(Qt.GlobalColor.white).rgb(), QColor(Qt.GlobalColor.black).rgb()])
    for down, row in enumerate(rows):
        for across, dark in enumerate(row):
            image.setPixel(across, down, int(dark))
    made = QLabel()
    made.setPixmap(QPixmap.fromImage(image))
    made.setAccessibleName(name)
    return made
