"""Drawn faces: two colours of skin, eyes, a nose and a mouth at known places."""

import numpy as np
from PIL import Image, ImageDraw

from tools.evaluate.fakes.portrait import TEMPLATE, Portrait


def drawn(
    skin: tuple[int, int, int], scale: float = 1.5, left: int = 60, top: int = 50
) -> Portrait:
    """A face on a grey ground of 320 x 280; its landmarks are the template's, scaled and moved."""
    image = Image.new("RGB", (320, 280), (120, 120, 120))
    draw = ImageDraw.Draw(image)
    landmarks = np.asarray(TEMPLATE * scale + (left, top), np.float32)
    width, height = 112 * scale, 130 * scale
    draw.ellipse((left, top - 18 * scale, left + width, top - 18 * scale + height), skin)
    for x, y in landmarks:
        draw.ellipse((x - 4, y - 4, x + 4, y + 4), (30, 20, 20))
    return Portrait(np.asarray(image), landmarks)
