"""A face that moves over a background, as a video of few bits, through the program's own way."""

import io

import av
import numpy as np

from face.cv import cv2
from face.scan_medium import scan_medium
from face.types import Embedding, FaceFinder, Pixels

WIDTH, HEIGHT, FRAMES, RATE = 480, 360, 30, 25
BITS_A_SECOND = 120_000

_SHOWN = 320
"""Longest side of the picture in the frame."""


def clip(picture: Pixels) -> bytes:
    """An MP4 (H.264) of 1.2 seconds in which the picture moves from left to right."""
    rng = np.random.default_rng(5)
    coarse = rng.integers(40, 200, (6, 8, 3)).astype(np.uint8)
    ground = np.asarray(
        cv2.resize(coarse, (2 * WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC), np.uint8
    )
    factor = _SHOWN / max(picture.shape[:2])
    shape = [max(1, round(side * factor)) for side in picture.shape[:2]]
    small = cv2.resize(picture, (shape[1], shape[0]), interpolation=cv2.INTER_AREA)
    top = (HEIGHT - shape[0]) // 2
    stream = io.BytesIO()
    with av.open(stream, "w", format="mp4") as container:
        video = container.add_stream("libx264", rate=RATE, options={"preset": "veryfast"})
        video.width, video.height, video.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        video.bit_rate = BITS_A_SECOND
        video.codec_context.thread_count = 1
        for number in range(FRAMES):
            frame = ground[:, 2 * number : 2 * number + WIDTH].copy()
            left = (WIDTH - shape[1]) * number // FRAMES
            frame[top : top + shape[0], left : left + shape[1]] = small
            container.mux(video.encode(av.VideoFrame.from_ndarray(frame, format="rgb24")))
        container.mux(video.encode())
    return stream.getvalue()


def face_of_clip(content: bytes, engine: FaceFinder) -> Embedding:
    """The face that was seen longest, d; NaN where none was."""
    scan = scan_medium(io.BytesIO(content), len(content), engine, crops=False)
    if not scan.tracks:
        return np.full(sum(engine.widths), np.nan, np.float32)
    longest = max(scan.tracks, key=lambda t: (t.samples, t.faces[0].face.detection_score))
    return longest.embedding
