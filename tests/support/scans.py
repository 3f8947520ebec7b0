"""A made-up scan, and a small JPEG."""

import io

import numpy as np
from PIL import Image

from face.types import Face, MediaFacts, Scan, SeenFace, Track, Traits

WIDTHS = (4,)


def small_jpeg(side: int = 24) -> bytes:
    """A grey baseline JPEG."""
    stream = io.BytesIO()
    Image.new("RGB", (side, side), (90, 90, 90)).save(stream, "JPEG")
    return stream.getvalue()


def face(x: float = 0.1) -> Face:
    """A face at `x`."""
    embedding = np.zeros(sum(WIDTHS), np.float32)
    embedding[0] = 1
    return Face(
        box=(x, 0.1, x + 0.1, 0.2),
        landmarks=np.full((5, 2), 0.15, np.float32),
        detection_score=0.9,
        quality=0.5,
        traits=Traits(40.0, 0.5, 0.5, 0.0, 0.0),
        embedding=embedding,
    )


def track(crop: bytes | None = None) -> Track:
    """A track of one face."""
    return Track(0, 500, 2, face().embedding, (SeenFace(face(), 3, 250, crop),))


def scan(tracks: int, crop: bytes | None = None) -> Scan:
    """What a look at a picture with so many faces gives."""
    facts = MediaFacts("image/png", 40, 30, None, 1, "0f" * 32, 90)
    return Scan("fake", "fake-1", facts, tuple(track(crop) for _ in range(tracks)))
