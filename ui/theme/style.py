"""The style sheet. Its selectors use the property "role", which ui/widgets/ sets."""

from dataclasses import asdict
from string import Template

from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from app.korean_font import korean_font
from app.preferences import Theme
from ui.theme.palette import Palette, palette

BODY, SMALL, HEADING, TITLE = 15, 13, 18, 27
"""The type scale, in pixels at the ordinary text size."""

UNIT = 8
"""All distances are multiples of this, in pixels at the ordinary text size."""

FAMILIES = ("Noto Sans CJK KR", "Noto Sans KR", "Malgun Gothic", "Apple SD Gothic Neo")
"""Fonts that draw Hangul and Latin letters alike; the first that is installed is used."""


def apply(qt: QApplication, theme: Theme, text_size: int) -> None:
    """Set style, palette, font and style sheet of the application.

    Args:
        text_size: The text size in percent of the ordinary one.
    """
    colours = palette(theme)
    qt.setStyle("Fusion")
    qt.setPalette(_qt_palette(colours))
    _add_korean_font_where_none_is_installed()
    font = qt.font()
    font.setFamilies([*FAMILIES, *font.families()])
    font.setPixelSize(sized(BODY, text_size))
    qt.setFont(font)
    qt.setStyleSheet(style_sheet(colours, text_size))


def _add_korean_font_where_none_is_installed() -> None:
    own = korean_font()
    if own is not None and not QFontDatabase.families(QFontDatabase.WritingSystem.Korean):
        QFontDatabase.addApplicationFont(str(own))


def sized(pixels: float, text_size: int) -> int:
    """Scale pixels of the ordinary text size to this text size (percent)."""
    return max(1, round(pixels * text_size / 100))


def letters_wide(widget: QWidget, letters: int) -> int:
    """Return the width of that many digits in pixels; a Hangul letter is about twice as wide."""
    return letters * widget.fontMetrics().horizontalAdvance("0")


def style_sheet(colours: Palette, text_size: int) -> str:
    """Return the style sheet in these colours, at this text size (percent)."""
    sizes = {
        "body": BODY,
        "small": SMALL,
        "heading": HEADING,
        "title": TITLE,
        "half": UNIT / 2,
        "unit": UNIT,
        "two": 2 * UNIT,
        "three": 3 * UNIT,
        "row": 4.5 * UNIT,
        "cell": UNIT + 3,  # what Qt keeps free around the words of a cell
        "bar": 0.75 * UNIT,
        "wide": 1.5 * UNIT,
    }
    pixels = {name: f"{sized(size, text_size)}px" for name, size in sizes.items()}
    # As much as its padding is less, so that nothing moves: a line, a gap, a line inside the edge.
    pixels["ring"] = f"{sized(UNIT / 2, text_size) + 1}px"
    return Template(_SHEET).substitute(asdict(colours), **pixels)


def _qt_palette(colours: Palette) -> QPalette:
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.ground,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.surface,
        QPalette.ColorRole.AlternateBase: colours.raised,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.Button: colours.surface,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.on_accent,
        QPalette.ColorRole.ToolTipBase: colours.raised,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.Link: colours.accent_text,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    return made


_SHEET = """
* { outline: none; }
QWidget { color: $text; font-size: $body; }
QMainWindow, QWidget[role="page"], QScrollArea, QWidget[role="frame"] {
    background: $ground; border: none; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: $title; font-weight: 600; }
QLabel[role="heading"] { font-size: $heading; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: $small; }
QLabel[role="notice"] { background: $notice; border-radius: $unit; padding: $two; }
QLabel[role="secret"] { background: $surface; border: 1px solid $edge; border-radius: $unit;
    padding: $two; font-size: $heading; font-weight: 600; }
QLabel[role="code"] { background: $surface; border: 1px solid $edge; border-radius: $unit;
    padding: $two; font-size: $heading; font-family: monospace; }
QWidget[role="panel"] { background: $surface; border: 1px solid $line; border-radius: $unit; }
QWidget[role="drop"] { background: $ground; border: 2px dashed $edge; border-radius: $unit; }
QWidget[role="drop"][over="true"] { background: $accent_soft; border-color: $accent; }
QWidget[role="rail"] { background: $surface; border: none; border-right: 1px solid $line; }

QPushButton, QToolButton { background: $surface; border: 1px solid $edge; border-radius: $unit;
    padding: $unit $two; min-height: $three; }
QPushButton:hover, QToolButton:hover { background: $accent_soft; }
QPushButton:focus, QToolButton:focus { border: 2px solid $focus; }
QPushButton:pressed { background: $raised; }
QPushButton:disabled { color: $muted; border-color: $line; background: $ground; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent;
    font-weight: 600; }
QPushButton[role="primary"]:focus { border: $ring double $on_accent; padding: $half $wide; }
QPushButton[role="primary"]:disabled { background: $raised; color: $muted; border-color: $line; }
QPushButton[role="quiet"] { background: transparent; border: 1px solid transparent;
    color: $accent_text; text-align: left; padding: $unit; }
QPushButton[role="quiet"]:hover { background: $accent_soft; }
QPushButton[role="quiet"]:focus { border: 2px solid $focus; }
QPushButton[role="step"] { background: transparent; border: 1px solid transparent;
    text-align: left; padding: $unit $two; }
QPushButton[role="step"]:hover { background: $raised; }
QPushButton[role="step"]:focus { border: 2px solid $focus; }
QPushButton[role="step"]:checked { background: $accent_soft; color: $text; font-weight: 600; }
QPushButton[role="step"]:disabled { color: $muted; }
QPushButton[role="leave"] { background: $text; color: $ground; border: 1px solid $text;
    font-weight: 600; }
QPushButton[role="leave"]:focus { border: $ring double $ground; padding: $half $wide; }

QLineEdit { placeholder-text-color: $muted; }
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox { background: $surface; border: 1px solid $edge;
    border-radius: $unit; padding: $unit; min-height: $three;
    selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus { border: 2px solid $focus; }
QComboBox::drop-down { border: none; width: $three; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $edge;
    selection-background-color: $accent_soft; selection-color: $text; }
QCheckBox, QRadioButton { spacing: $unit; padding: $half; border: 2px solid transparent;
    border-radius: $half; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $focus; }
QCheckBox::indicator, QRadioButton::indicator { width: $two; height: $two;
    border: 1px solid $edge; background: $surface; }
QCheckBox::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: $unit; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; }
QRadioButton::indicator:checked { border-color: $accent; background: qradialgradient(cx: 0.5,
    cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5, stop: 0 $accent, stop: 0.5 $accent,
    stop: 0.6 $surface, stop: 1 $surface); }
QCheckBox:disabled, QRadioButton:disabled { color: $muted; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: $line;
    border-color: $line; }
QRadioButton::indicator:checked:disabled { background: qradialgradient(cx: 0.5,
    cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5, stop: 0 $muted, stop: 0.5 $muted,
    stop: 0.6 $line, stop: 1 $line); }

QProgressBar { background: $line; border: none; border-radius: 3px; max-height: $bar;
    min-height: $bar; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QListView, QTableView, QTreeView { background: $surface; border: 1px solid $line;
    border-radius: $unit; padding: $half; alternate-background-color: $raised;
    gridline-color: $line;
    selection-background-color: $accent_soft; selection-color: $text; }
QListView:focus, QTableView:focus { border: 2px solid $focus; }
QListView::item, QTableView::item { padding: $half $unit; border: none; min-height: $row; }
QListView::item:selected, QTableView::item:selected { background: $accent_soft; color: $text; }
QHeaderView::section { background: $surface; color: $muted; border: none;
    border-bottom: 1px solid $line; padding: $unit $cell; font-size: $small; }
QScrollBar { background: transparent; width: $two; height: $two; }
QScrollBar::handle { background: $edge; border-radius: 4px; margin: 4px; min-height: $three;
    min-width: $three; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { background: $raised; color: $text; border: 1px solid $edge; padding: $half; }
"""
