"""PDQ and vPDQ: perceptual hashes by which other services compare pictures and videos.

Facebook, "The TMK+PDQF video-hashing algorithm and the PDQ image-hashing algorithm", 2019.
vPDQ: facebook/ThreatExchange, vpdq/README.md: PDQ of one frame a second.
"""

import numpy as np
import pdqhash

from face.media import limits
from face.types import Frame, FrameHash, Pixels

_EARLY_MS = limits.SAMPLE_MS // 2
"""How long before a second begins a frame may stand for it: the nearest of the samples."""

_SHORT_SIDE = 512
"""Shorter side of the picture that is hashed. PDQ blurs to 64 x 64 anyway, so that a part of the
pixels of a larger picture gives the same hash."""


def pdq(pixels: Pixels) -> tuple[str, int]:
    """Compute the PDQ hash of one picture.

    Of pictures with a short side of 1,024 pixels and more only every second, third, ... pixel is
    taken. That moves 0 to 4 of the 256 bits, noisy pictures included, as does taking means for
    three times the time; other implementations of PDQ differ by up to 10.

    Returns:
        The hash, 64 lowercase hex digits, and its quality, 0..100 (below 50: too plain to compare).
    """
    step = max(1, min(pixels.shape[:2]) // _SHORT_SIDE)
    bits, quality = pdqhash.compute(np.ascontiguousarray(pixels[::step, ::step]))
    return np.packbits(bits.astype(np.uint8)).tobytes().hex(), int(quality)


class FrameHasher:
    """Hashes one sampled frame for each second of a video.

    Attributes:
        frames: The hashes so far, in order of time.
    """

    def __init__(self) -> None:
        self.frames: list[FrameHash] = []
        self._second = -1

    def add(self, frame: Frame) -> None:
        """Hash the frame if it is the first of its second."""
        second = (frame.time_ms + _EARLY_MS) // 1000
        if second > self._second and len(self.frames) < limits.MAX_FRAME_HASHES:
            self._second = second
            self.frames.append(FrameHash(frame.time_ms, *pdq(frame.pixels)))
