"""PDQ, the perceptual hash that other services compare pictures with.

Facebook, "The TMK+PDQF video-hashing algorithm and the PDQ image-hashing algorithm", 2019.
"""

import numpy as np
import pdqhash

from face.types import Pixels

_SHORT_SIDE = 512
"""PDQ blurs to 64 x 64 anyway: of larger pictures a part of the pixels gives the same hash."""


def pdq(pixels: Pixels) -> tuple[str, int]:
    """Hash one picture.

    Of pictures with a short side of 1,024 pixels and more only every second, third, ... pixel is
    taken. That moves 0 to 4 of the 256 bits, noisy pictures included, as does taking means for
    three times the time; other implementations of PDQ differ by up to 10.

    Returns:
        64 lowercase hex digits, and the quality 0..100 (below 50: too plain to compare).
    """
    step = max(1, min(pixels.shape[:2]) // _SHORT_SIDE)
    bits, quality = pdqhash.compute(np.ascontiguousarray(pixels[::step, ::step]))
    return np.packbits(bits.astype(np.uint8)).tobytes().hex(), int(quality)
