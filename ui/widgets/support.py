"""The support lines in short, to be shown beside an answer."""

from PySide6.QtWidgets import QWidget

from app.messages import Words
from app.messages.support import Country, SupportLine, lines
from ui.theme.style import UNIT
from ui.widgets.labels import muted, paragraph, strong
from ui.widgets.layouts import FoldingRow, column, stacked

LETTERS = 50
"""Width in letters below which the number stands below the name."""


def support_lines(words: Words) -> QWidget:
    """Return every support line with its number, by country."""
    return stacked(*(_country(words, country) for country in Country), gap=1)


def _country(words: Words, country: Country) -> QWidget:
    made = QWidget()
    name = muted(words.say(f"support.{country}"))
    layout = column(name, *(_line(words, line) for line in lines(country)), gap=0)
    layout.setSpacing(UNIT // 2)
    made.setLayout(layout)
    return made


def _line(words: Words, line: SupportLine) -> QWidget:
    name = paragraph(words.say(f"support.{line.key}"))
    return FoldingRow(name, strong(line.contact), shares=(3, 2), letters=LETTERS, gap=0)
