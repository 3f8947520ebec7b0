"""The sample video: two seconds each of a cup of coffee, of her, and of a rocket."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from app.demo import portrait
from face.cv import cv2
from face.types import Pixels

RATE = 12
SECONDS = 2
WIDTH, HEIGHT = 640, 360
FROM_MS, TO_MS = 2000, 4000
"""From when to when she is seen, milliseconds."""

PAN = 2
"""How many pixels the view moves per frame, as if a camera moved."""


def write_video(path: Path) -> None:
    """Write the video as MPEG-4, which every build of the decoder can read."""
    scenes = (
        portrait.sample("skimage", "data", "coffee.png"),
        portrait.portrait(),
        portrait.sample("skimage", "data", "rocket.jpg"),
    )
    with av.open(str(path), "w", format="mp4") as video:
        stream = video.add_stream("mpeg4", rate=RATE)
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        stream.bit_rate = 2_000_000
        shown = [_view(scene, at * PAN) for scene in scenes for at in range(RATE * SECONDS)]
        for number, pixels in enumerate(shown):
            frame = av.VideoFrame.from_ndarray(pixels, format="rgb24")
            frame.pts, frame.time_base = number, Fraction(1, RATE)
            video.mux(stream.encode(frame))
        video.mux(stream.encode())


def _view(scene: Pixels, shift: int) -> Pixels:
    """Cut a part of the scene in the shape of the video, moved down by `shift` pixels."""
    wide = WIDTH + 2 * PAN * RATE * SECONDS
    high = round(scene.shape[0] * wide / scene.shape[1])
    large = cv2.resize(scene, (wide, high), interpolation=cv2.INTER_AREA)
    return np.ascontiguousarray(large[shift : shift + HEIGHT, shift : shift + WIDTH])
