"""How often the face is found when the picture is turned, mirrored, shrunk or compressed."""

from collections.abc import Callable

import numpy as np
from PIL import Image

from face.engine import FaceEngine
from face.types import Face
from tools.evaluate.appearances import half, jpeg
from tools.evaluate.dataset import Dataset
from tools.evaluate.embeddings import dominant, photo_pixels
from tools.evaluate.figures import Figure, share

Point = tuple[float, float]

_PHOTOS = 150

_CHANGES: dict[
    str, tuple[Callable[[Image.Image], Image.Image], Callable[[float, float], Point]]
] = {
    "upright": (lambda picture: picture, lambda x, y: (x, y)),
    "turned by 90": (lambda p: p.transpose(Image.Transpose.ROTATE_90), lambda x, y: (y, 1 - x)),
    "turned by 180": (
        lambda p: p.transpose(Image.Transpose.ROTATE_180),
        lambda x, y: (1 - x, 1 - y),
    ),
    "turned by 270": (lambda p: p.transpose(Image.Transpose.ROTATE_270), lambda x, y: (1 - y, x)),
    "mirrored": (
        lambda p: p.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
        lambda x, y: (1 - x, y),
    ),
    "half size": (half, lambda x, y: (x, y)),
    "JPEG quality 30": (jpeg, lambda x, y: (x, y)),
}
"""Changes by name, each with how it moves a point (in fractions of width and height)."""


def detection(data: Dataset, engine: FaceEngine, same_person: float) -> dict[str, Figure]:
    """Measure how often a face is found at its place in changed pictures, and recognised.

    Args:
        same_person: The cosine below which two photos hardly ever show one person.
    """
    photos = data.people[:: max(1, len(data.people) // _PHOTOS)]
    found = dict.fromkeys(_CHANGES, 0)
    recognised = dict.fromkeys(_CHANGES, 0)
    for photo in photos:
        picture = Image.fromarray(photo_pixels(data.root / data.photos[photo].path))
        original = dominant(engine.find_faces(np.asarray(picture)))
        if original is None:
            continue
        for name, (change, moved) in _CHANGES.items():
            faces = engine.find_faces(np.asarray(change(picture).convert("RGB")))
            there = [face for face in faces if _covers(face, moved(*_middle(original)))]
            found[name] += bool(there)
            alike = [float(face.embedding @ original.embedding) for face in there]
            recognised[name] += max(alike, default=0.0) >= same_person
    return {
        f"detection: {name}, {what}": share(counts[name] / len(photos), len(photos))
        for name in _CHANGES
        for what, counts in (("found", found), ("recognised", recognised))
    }


def _middle(face: Face) -> Point:
    left, top, right, bottom = face.box
    return (left + right) / 2, (top + bottom) / 2


def _covers(face: Face, point: Point) -> bool:
    left, top, right, bottom = face.box
    return left <= point[0] <= right and top <= point[1] <= bottom
