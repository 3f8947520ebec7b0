"""Who helps, said in short: beside an answer nobody has to look for it."""

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
        name = muted(words.say(f"support.{country}"))
        name.setContentsMargins(0, UNIT, 0, 0)
        grid.addWidget(name, grid.rowCount(), 0, 1, 2)
        for line in lines(country):
            row = grid.rowCount()
            grid.addWidget(paragraph(words.say(f"support.{line.key}")), row, 0)
            grid.addWidget(strong(line.contact), row, 1)
    made = QWidget()
    made.setLayout(grid)
    return made
