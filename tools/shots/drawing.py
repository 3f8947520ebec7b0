"""Draws people for the fake engine, to which a square of one colour is a face."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw

from tests.support.fake_program import Colour

SIDE = 220
GAP = 60
PAPER = (255, 255, 255)
SCENE_MS = 2000


def draw(path: Path, *people: Colour) -> Path:
    """Write a picture of people side by side, and return its path."""
    _picture(people).save(path)
    return path


def draw_moving(path: Path, *scenes: Sequence[Colour]) -> Path:
    """Write an animation of scenes of two seconds each, and return its path."""
    widest = max(map(len, scenes))
    pictures = [_picture([*scene, *[PAPER] * (widest - len(scene))]) for scene in scenes]
    pictures[0].save(path, save_all=True, append_images=pictures[1:], duration=SCENE_MS, disposal=1)
    return path


def _picture(people: Sequence[Colour]) -> Image.Image:
    width = GAP + max(1, len(people)) * (SIDE + GAP)
    picture = Image.new("RGB", (width, SIDE + 2 * GAP), PAPER)
    for place, colour in enumerate(people):
        if colour != PAPER:
            _person(ImageDraw.Draw(picture), GAP + place * (SIDE + GAP), colour)
    return picture


def _person(pen: ImageDraw.ImageDraw, left: int, colour: Colour) -> None:
    """Draw hair, face and shoulders in shades of the colour that identifies the person."""
    square = (left, GAP, left + SIDE - 1, GAP + SIDE - 1)
    pen.rectangle(square, fill=colour)
    dark, light, skin = _shade(colour, 0.45), _shade(colour, 0.8), _tint(colour)
    middle = left + SIDE // 2

    def ellipse(across: float, down: float, wide: float, high: float, fill: Colour) -> None:
        x, y = middle + across * SIDE, GAP + down * SIDE
        half = wide * SIDE / 2, high * SIDE / 2
        pen.ellipse((x - half[0], y - half[1], x + half[0], y + half[1]), fill=fill)

    pen.pieslice((left + 20, GAP + 160, left + SIDE - 20, GAP + SIDE + 60), 180, 360, fill=light)
    ellipse(0, 0.42, 0.56, 0.68, dark)
    ellipse(0, 0.48, 0.42, 0.52, skin)
    for side in (-1, 1):
        ellipse(side * 0.09, 0.44, 0.05, 0.04, dark)
    pen.line((middle - 18, GAP + 134, middle + 18, GAP + 134), fill=dark, width=4)
    # the corner says who it is: nothing is drawn over it


def _shade(colour: Colour, share: float) -> Colour:
    red, green, blue = (round(each * share) for each in colour)
    return red, green, blue


def _tint(colour: Colour) -> Colour:
    red, green, blue = (round(255 - (255 - each) * 0.35) for each in colour)
    return red, green, blue
