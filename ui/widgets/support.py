"""Who helps, said in short: beside an answer nobody has to look for it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.messages import Words
from app.support import Country, lines
from ui.theme.style import UNIT
from ui.widgets.texts import muted, paragraph, strong


def support_lines(words: Words) -> QWidget:
    """Every line with its number, by country."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(3 * UNIT)
    grid.setVerticalSpacing(UNIT // 2)
    grid.setColumnStretch(0, 3)
    grid.setColumnStretch(1, 2)
    for country in Country:
        grid.addWidget(muted(words.say(f"support.{country}")), grid.rowCount(), 0, 1, 2)
        for line in lines(country):
            row = grid.rowCount()
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(paragraph(words.say(f"support.{line.key}")), row, 0, top)
            grid.addWidget(strong(line.contact), row, 1, top)
    made = QWidget()
    made.setLayout(grid)
    return made
