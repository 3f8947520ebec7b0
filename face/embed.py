"""Turn aligned crops into embeddings."""

from typing import Protocol

import numpy as np

from face.align import aligned
from face.detection.detections import Pictures
from face.types import Floats, Pixels


class Recogniser(Protocol):
    """A recognition network and the crop that it wants."""

    templates: tuple[Floats, ...]
    """Where the five landmarks lie in each of its v crops: 5 x 2, pixels."""

    size: int
    """Width and height of its crop."""

    dimension: int
    """Numbers in an embedding."""

    def __call__(self, crops: Pictures) -> Floats:
        """n x size x size x 3 RGB -> n x dimension, of any length."""
        ...


EMBED_VERSION = "views-1"
"""Changes whenever the same picture would give other vectors."""

_AT_ONCE = 16
"""Crops in one run of the network: bounds its memory however many faces a picture has."""


def crops_of(pixels: Pixels, landmarks: Floats, recogniser: Recogniser) -> Pictures:
    """The v aligned crops of n faces (landmarks n x 5 x 2, pixels): n x v x size x size x 3."""
    size = recogniser.size
    crops = np.empty((len(landmarks), len(recogniser.templates), size, size, 3), np.uint8)
    for number, points in enumerate(landmarks):
        for view, template in enumerate(recogniser.templates):
            crops[number, view] = aligned(pixels, points, template, size)
    return crops


def embed(crops: Pictures, recogniser: Recogniser) -> Floats:
    """Crops as `crops_of` makes them -> n x dimension, unit length.

    The mean over a face's crops and their mirror images.
    """
    faces = max(1, _AT_ONCE // (2 * crops.shape[1]))
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
    views = np.concatenate([crops, crops[:, :, :, ::-1]], axis=1)
    each = unit(recogniser(views.reshape(-1, *views.shape[2:])))
    return np.asarray(each.reshape(*views.shape[:2], -1).mean(axis=1), np.float32)
