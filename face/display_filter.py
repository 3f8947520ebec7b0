"""The display filter: pictures are shrunk and, as the viewer wishes, blurred and without
colours."""

import numpy as np
from PIL import Image, ImageFilter

from face.types import Pixels


def filtered(pixels: Pixels, side: int, *, blur: float = 0.0, grey: bool = False) -> Pixels:
    """Shrink a picture, blur it and remove its colours.

    Args:
        side: Largest width and height, in pixels; a smaller picture is not enlarged.
        blur: Standard deviation of the Gaussian as a share of the longer side; 0 is no blur.
        grey: Whether to keep lightness only (ITU-R BT.601).
    """
    image = Image.fromarray(pixels)
    image.thumbnail((side, side), reducing_gap=2.0)
    if grey:
        image = image.convert("L").convert("RGB")
    if blur > 0:
        image = image.filter(ImageFilter.GaussianBlur(blur * max(image.size)))
    return np.asarray(image)
