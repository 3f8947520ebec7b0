"""Embed faces: aligned crops become vectors, with one part for each recogniser of a pack."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from face.align import supersampled
from face.detection.detections import Pictures
from face.types import Floats, Pixels


@dataclass(frozen=True, slots=True, eq=False)
class CropView:
    """A crop of a face that a recogniser embeds.

    Attributes:
        template: Positions of the five landmarks in the crop: 5 x 2, pixels.
        mirrored: Whether the crop is mirrored left to right.
    """

    template: Floats
    mirrored: bool = False


class Recogniser(Protocol):
    """A recognition network and the crops that it takes."""

    views: tuple[CropView, ...]
    """The crops of a face over whose vectors the mean is taken."""

    same_face: float
    """Cosine from which two faces nearby in one shot are taken for one."""

    size: int
    """Width and height of a crop, in pixels."""

    dimension: int
    """Numbers in a vector."""

    def __call__(self, crops: Pictures) -> Floats:
        """Compute vectors: n x size x size x 3 RGB -> n x dimension, of any length."""
        ...


EMBED_VERSION = "views-2"
"""Version that changes whenever the same picture would give other vectors."""

_AT_ONCE = 16
"""Crops in one run of a network, which bounds its memory however many faces a picture has."""


def embeddings(
    pixels: Pixels,
    landmarks: Floats,
    recognisers: Sequence[Recogniser],
    *,
    thorough: bool = False,
) -> Floats:
    """Embed n faces (landmarks n x 5 x 2, pixels): n x d, unit length.

    All parts of an embedding have one length, so that a cosine of two embeddings is the mean of the
    cosines of their parts.

    Args:
        thorough: Whether to embed every crop mirrored, too: twice the time for better vectors that
            compare with others. For own photos, which are few and which all faces are compared to.
    """
    parts = [_vectors(pixels, landmarks, each, thorough=thorough) for each in recognisers]
    return np.asarray(np.concatenate(parts, axis=1) / np.sqrt(len(parts)), np.float32)


def _vectors(
    pixels: Pixels, landmarks: Floats, recogniser: Recogniser, *, thorough: bool
) -> Floats:
    """Return the vectors of one recogniser for n faces: n x d, unit length."""
    views = list(recogniser.views)
    if thorough:
        templates = {id(view.template): view.template for view in views}.values()
        views = [
            CropView(template, mirrored) for template in templates for mirrored in (False, True)
        ]
    seen = [
        _embedded(pixels, landmarks[start : start + _AT_ONCE], view, recogniser)
        for view in views
        for start in range(0, len(landmarks), _AT_ONCE)
    ]
    if not seen:
        return np.zeros((0, recogniser.dimension), np.float32)
    each = np.concatenate(seen).reshape(len(views), len(landmarks), -1)
    return unit_length(each.mean(axis=0))


def unit_length(vectors: Floats) -> Floats:
    """Scale vectors (n x d) to length 1. A vector of zeros stays zero."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-12), np.float32)


def _embedded(pixels: Pixels, landmarks: Floats, view: CropView, recogniser: Recogniser) -> Floats:
    crops = np.stack(
        [supersampled(pixels, points, view.template, recogniser.size) for points in landmarks]
    )
    return unit_length(recogniser(crops[:, :, ::-1] if view.mirrored else crops))
