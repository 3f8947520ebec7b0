"""Turn aligned crops into embeddings: one part for each recogniser of a pack."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from face.align import supersampled
from face.detection.detections import Pictures
from face.types import Floats, Pixels


@dataclass(frozen=True, slots=True, eq=False)
class CropView:
    """One look at a face.

    Attributes:
        template: Where the five landmarks lie in the crop: 5 x 2, pixels.
        mirrored: Whether the crop is turned left to right.
    """

    template: Floats
    mirrored: bool = False


class Recogniser(Protocol):
    """A recognition network and the crops that it wants."""

    views: tuple[CropView, ...]
    """The mean over these is a face's vector."""

    same_face: float
    """Cosine from which two faces nearby in one shot are taken for one."""

    size: int
    """Width and height of its crop."""

    dimension: int
    """Numbers in its vector."""

    def __call__(self, crops: Pictures) -> Floats:
        """n x size x size x 3 RGB -> n x dimension, of any length."""
        ...


EMBED_VERSION = "views-2"
"""Changes whenever the same picture would give other vectors."""

_AT_ONCE = 16
"""Crops in one run of a network: bounds its memory however many faces a picture has."""


def embeddings(
    pixels: Pixels,
    landmarks: Floats,
    recognisers: Sequence[Recogniser],
    *,
    thorough: bool = False,
) -> Floats:
    """The embeddings of n faces (landmarks n x 5 x 2, pixels): n x d, unit length.

    Each recogniser gives a part of unit length; a cosine of whole embeddings is the mean of its
    parts' cosines.

    Args:
        thorough: Take every view mirrored, too: twice the time for a better vector of the same
            kind. For own photos, which are few and which everything is compared with.
    """
    parts = [_vectors(pixels, landmarks, each, thorough=thorough) for each in recognisers]
    return np.asarray(np.concatenate(parts, axis=1) / np.sqrt(len(parts)), np.float32)


def _vectors(
    pixels: Pixels, landmarks: Floats, recogniser: Recogniser, *, thorough: bool
) -> Floats:
    """What one recogniser sees in n faces: n x d, unit length."""
    views = list(recogniser.views)
    if thorough:
        templates = {id(view.template): view.template for view in views}.values()
        views = [
            CropView(template, mirrored) for template in templates for mirrored in (False, True)
        ]
    seen = [
        _seen(pixels, landmarks[start : start + _AT_ONCE], view, recogniser)
        for view in views
        for start in range(0, len(landmarks), _AT_ONCE)
    ]
    if not seen:
        return np.zeros((0, recogniser.dimension), np.float32)
    each = np.concatenate(seen).reshape(len(views), len(landmarks), -1)
    return unit_length(each.mean(axis=0))


def unit_length(vectors: Floats) -> Floats:
    """Scaled to length 1 (n x d). A vector of zeros stays one."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-12), np.float32)


def _seen(pixels: Pixels, landmarks: Floats, view: CropView, recogniser: Recogniser) -> Floats:
    crops = np.stack(
        [supersampled(pixels, points, view.template, recogniser.size) for points in landmarks]
    )
    return unit_length(recogniser(crops[:, :, ::-1] if view.mirrored else crops))
