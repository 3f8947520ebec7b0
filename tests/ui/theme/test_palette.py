from itertools import product

import pytest

from app.preferences import Theme
from ui.theme.palette import CONTRAST, DARK, LIGHT, Palette, palette

PALETTES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
READ = 4.5
SEEN = 3.0

TEXTS = (
    *product(("text", "muted", "accent_text"), ("ground", "surface", "raised")),
    ("text", "accent_soft"),
    ("accent_text", "accent_soft"),
    ("text", "notice"),
    ("on_accent", "accent"),
    ("ground", "text"),  # the button to leave
)
EDGES = (
    *product(("edge", "focus", "accent"), ("ground", "surface", "raised")),
    ("on_accent", "accent"),  # the ring inside a primary button
    ("ground", "text"),  # the ring inside the button to leave
)


def luminance(colour: str) -> float:
    """Return the relative luminance of "#rrggbb" (WCAG 2)."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio, from 1 to 21 (WCAG 2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_it_is_defined() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize(("text", "behind"), TEXTS)
def test_every_text_can_be_read(name: str, text: str, behind: str) -> None:
    colours: Palette = PALETTES[name]
    assert contrast(getattr(colours, text), getattr(colours, behind)) >= READ


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize(("edge", "behind"), EDGES)
def test_every_edge_and_ring_can_be_seen(name: str, edge: str, behind: str) -> None:
    colours: Palette = PALETTES[name]
    assert contrast(getattr(colours, edge), getattr(colours, behind)) >= SEEN


@pytest.mark.parametrize("theme", Theme)
def test_every_theme_has_colours(theme: Theme) -> None:
    assert palette(theme) in PALETTES.values()
