"""Turn aligned crops into embeddings."""

from typing import Protocol

import numpy as np

from face.align import aligned
from face.detections import Floats, Pictures
from face.types import Pixels


class Recogniser(Protocol):
    """A recognition network and the crop that it wants."""

    template: Floats
    """Where the five landmarks lie in its crop: 5 x 2, pixels."""

    size: int
    """Width and height of its crop."""

    dimension: int
    """Numbers in an embedding."""

    def __call__(self, crops: Pictures) -> Floats:
        """n x size x size x 3 RGB -> n x dimension, of any length."""
        ...


EMBED_VERSION = "mirror-2"
"""Changes whenever the same picture would give other vectors."""

_AT_ONCE = 16
"""Crops in one run of the network: bounds its memory however many faces a picture has."""


def crops_of(pixels: Pixels, landmarks: Floats, recogniser: Recogniser) -> Pictures:
    """The aligned crops of n faces (landmarks n x 5 x 2, pixels): n x size x size x 3."""
    size = recogniser.size
    crops = np.empty((len(landmarks), size, size, 3), np.uint8)
    for number, points in enumerate(landmarks):
        crops[number] = aligned(pixels, points, recogniser.template, size)
    return crops


def embed(crops: Pictures, recogniser: Recogniser) -> Floats:
    """n x dimension, unit length: the mean over each crop and its mirror image."""
    faces = _AT_ONCE // 2
    parts = [
        _embed_some(crops[start : start + faces], recogniser)
        for start in range(0, len(crops), faces)
    ]
    if not parts:
        return np.zeros((0, recogniser.dimension), np.float32)
    return unit(np.concatenate(parts))


def unit(vectors: Floats) -> Floats:
    """Scaled to length 1 (n x d). A vector of zeros stays one."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-12), np.float32)


def _embed_some(crops: Pictures, recogniser: Recogniser) -> Floats:
    views = np.concatenate([crops, crops[:, :, ::-1]])
    both = unit(recogniser(views)).reshape(2, len(crops), -1)
    return np.asarray(both.mean(axis=0), np.float32)
