"""The colours of the themes; every text has a contrast of at least 4.5 to its background."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.preferences import Theme


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as "#rrggbb".

    Attributes:
        ground: Behind everything.
        surface: Of panels, fields and lists.
        raised: Of a panel that stands out, and of a row under the mouse.
        line: Between things.
        edge: Around what can be typed in or pressed (contrast 3 to the ground).
        text, muted: Of words on ground, surface and raised.
        accent, on_accent: The one accent, and words on it.
        accent_text: Words in the accent's hue on ground, surface and raised.
        accent_soft: A hint of it: a chosen row; `text` is readable on it.
        notice: Behind something to be read first; `text` is readable on it.
        focus: The ring around what has the keyboard.
    """

    ground: str
    surface: str
    raised: str
    line: str
    edge: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_text: str
    accent_soft: str
    notice: str
    focus: str


LIGHT = Palette(
    ground="#f5f4f0",
    surface="#ffffff",
    raised="#fbfaf7",
    line="#dfdcd4",
    edge="#7f8582",
    text="#20292b",
    muted="#586366",
    accent="#24666a",
    on_accent="#ffffff",
    accent_text="#1e5a5e",
    accent_soft="#dfecea",
    notice="#f3ead6",
    focus="#24666a",
)

DARK = Palette(
    ground="#16191b",
    surface="#1e2326",
    raised="#262c2f",
    line="#353d41",
    edge="#7b878c",
    text="#e7eaea",
    muted="#a7b1b4",
    accent="#7fc5bf",
    on_accent="#0c1a1a",
    accent_text="#8fd0ca",
    accent_soft="#23403f",
    notice="#3a3222",
    focus="#9adbd5",
)

CONTRAST = Palette(
    ground="#000000",
    surface="#000000",
    raised="#141414",
    line="#8c8c8c",
    edge="#ffffff",
    text="#ffffff",
    muted="#c4c4c4",
    accent="#ffd84d",
    on_accent="#000000",
    accent_text="#ffd84d",
    accent_soft="#333300",
    notice="#1f1f00",
    focus="#ffd84d",
)


def palette(theme: Theme) -> Palette:
    """Return the colours of a theme; SYSTEM follows the system's choice of light or dark."""
    if theme is Theme.SYSTEM:
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return {Theme.LIGHT: LIGHT, Theme.DARK: DARK, Theme.CONTRAST: CONTRAST}[theme]
