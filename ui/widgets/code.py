"""A code that a telephone reads from the screen."""

import segno
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QLabel

DOT = 3
"""Pixels of one module."""

QUIET = 4
"""Modules of white around it (ISO/IEC 18004)."""


def code(text: str, name: str) -> QLabel:
    """A QR code of the text, black on white in every theme.

    Args:
        name: What it is, for those who do not see it.
    """
    made_of = segno.make(text, error="m", micro=False)
    rows = [list(row) for row in made_of.matrix_iter(scale=DOT, border=QUIET)]
    image = QImage(len(rows[0]), len(rows), QImage.Format.Format_Mono)
    image.setColorTable([QColor(Qt.GlobalColor.white).rgb(), QColor(Qt.GlobalColor.black).rgb()])
    for down, row in enumerate(rows):
        for across, dark in enumerate(row):
            image.setPixel(across, down, int(dark))
    made = QLabel()
    made.setPixmap(QPixmap.fromImage(image))
    made.setAccessibleName(name)
    return made
