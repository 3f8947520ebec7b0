"""What happens to a picture on its way: beauty filters, mirroring, compression, messengers."""

import numpy as np
from PIL import Image, ImageOps

from face.cv import cv2
from face.types import Pixels
from tools.evaluate.appearances import jpeg
from tools.evaluate.fakes.portrait import Portrait

MESSENGER_SIDE, MESSENGER_QUALITY = 1280, 80
"""Longest side and JPEG quality of a photo that Telegram sends as a photo."""

_STRONG = 15
_CUT = 5


def smoothed(portrait: Portrait) -> Portrait:
    """Skin as a beauty filter makes it: a bilateral filter, which keeps edges (C. Tomasi and R.
    Manduchi, "Bilateral filtering for gray and color images", 1998), over the whole face."""
    reach = max(3, round(4 * portrait.size)) | 1
    pixels = portrait.pixels
    for _ in range(2):
        pixels = np.asarray(cv2.bilateralFilter(pixels, min(reach, 25), 45, reach), np.uint8)
    return portrait.covered(pixels, portrait.mask(soft=6))


def mirrored(picture: Pixels) -> Pixels:
    """Left and right changed."""
    return np.asarray(ImageOps.mirror(Image.fromarray(picture)))


def compressed(picture: Pixels) -> Pixels:
    """JPEG so strong that its blocks show."""
    return _as_jpeg(picture, _STRONG)


def sent_on(picture: Pixels) -> Pixels:
    """Sent by a messenger, cut a little as a screenshot is, and sent again."""
    once = _sent(picture)
    height, width = once.shape[:2]
    if min(height, width) > 10 * _CUT:
        once = once[_CUT:-_CUT, _CUT:-_CUT]
    return _sent(once)


def _sent(picture: Pixels) -> Pixels:
    image = Image.fromarray(picture)
    image.thumbnail((MESSENGER_SIDE, MESSENGER_SIDE), Image.Resampling.BILINEAR)
    return _as_jpeg(np.asarray(image), MESSENGER_QUALITY)


def _as_jpeg(picture: Pixels, quality: int) -> Pixels:
    return np.asarray(jpeg(Image.fromarray(picture), quality).convert("RGB"))
