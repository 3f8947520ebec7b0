"""Appearances of a person in a case: her other photos, and altered copies of them."""

import io
import sys
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageEnhance, ImageFilter, ImageOps

from face.types import FaceFinder
from tools.evaluate.dataset import Dataset, Indices
from tools.evaluate.embeddings import Embeddings, cached, embedding_of, photo_pixels

Alteration = Callable[[Image.Image], Image.Image]


def jpeg(picture: Image.Image, quality: int = 30) -> Image.Image:
    """Compress a picture strongly as JPEG."""
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=quality)
    return Image.open(stream)


def half(picture: Image.Image) -> Image.Image:
    """Shrink a picture to half its width and height."""
    width, height = picture.size
    return picture.resize((max(width // 2, 1), max(height // 2, 1)), Image.Resampling.LANCZOS)


def _brightness(factor: float) -> Alteration:
    return lambda picture: ImageEnhance.Brightness(picture).enhance(factor)


def _contrast(factor: float) -> Alteration:
    return lambda picture: ImageEnhance.Contrast(picture).enhance(factor)


def _colours(red: float, blue: float) -> Alteration:
    return lambda picture: picture.convert("RGB", (red, 0, 0, 0, 0, 1, 0, 0, 0, 0, blue, 0))


def _tilted(degrees: float) -> Alteration:
    return lambda picture: picture.rotate(degrees, Image.Resampling.BILINEAR)


def _stretched(wider: float) -> Alteration:
    return lambda p: p.resize((round(p.width * wider), p.height), Image.Resampling.LANCZOS)


def _blurred(picture: Image.Image) -> Image.Image:
    return picture.filter(ImageFilter.GaussianBlur(1.2))


def _grey(picture: Image.Image) -> Image.Image:
    return ImageOps.grayscale(picture).convert("RGB")


def _both(one: Alteration, other: Alteration) -> Alteration:
    return lambda picture: other(one(picture))


ALTERATIONS: dict[str, Alteration] = {
    "mirrored": ImageOps.mirror,
    "jpeg30": jpeg,
    "half": half,
    "dark": _brightness(0.5),
    "bright": _brightness(1.5),
    "blurred": _blurred,
    "tilted": _tilted(12),
    "grey": _grey,
    "tilted back": _tilted(-12),
    "flat": _contrast(0.6),
    "harsh": _contrast(1.5),
    "warm": _colours(1.2, 0.8),
    "cool": _colours(0.8, 1.2),
    "wide": _stretched(1.15),
    "narrow": _stretched(0.87),
    "half, jpeg30": _both(half, jpeg),
    "dark, grey": _both(_brightness(0.5), _grey),
    "tilted, blurred": _both(_tilted(8), _blurred),
    "bright, half": _both(_brightness(1.5), half),
    "tilted back, jpeg30": _both(_tilted(-8), jpeg),
}
"""Alterations by name; one fewer than the most appearances in a simulated check."""

_OTHERS = 60
"""Number of people who are not East Asian and take part in the simulated checks."""


def photos_of_users(data: Dataset) -> Indices:
    """Photos of all East Asian people, and of the other people with the most photos."""
    people, counts = np.unique(data.person[data.people], return_counts=True)
    east_asian = np.unique(data.person[data.people][data.east_asian[data.people]])
    others = ~np.isin(people, east_asian)
    most = people[others][np.argsort(-counts[others], kind="stable")[:_OTHERS]]
    chosen = np.isin(data.person[data.people], np.concatenate([east_asian, most]))
    return data.people[chosen]


def altered(data: Dataset, photos: Indices, engine: FaceFinder) -> dict[int, Embeddings]:
    """Embeddings of altered copies of photos in which the face is still found: photo -> m x d.

    They are cached.
    """
    names = "\n".join([*(data.photos[i].path for i in photos), *ALTERATIONS])
    copies = cached(
        names, engine, "-altered", lambda: np.stack([_copies(data, p, engine) for p in photos])
    )
    return {
        int(photo): some[np.isfinite(some).all(axis=1)]
        for photo, some in zip(photos, copies, strict=True)
    }


def _copies(data: Dataset, photo: np.intp, engine: FaceFinder) -> NDArray[np.float32]:
    print(f"altering photo {photo}", file=sys.stderr)
    picture = Image.fromarray(photo_pixels(data.root / data.photos[photo].path))
    copies = (np.asarray(alter(picture).convert("RGB")) for alter in ALTERATIONS.values())
    return np.stack([embedding_of(copy, engine) for copy in copies])
