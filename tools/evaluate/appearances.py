"""What else of a person may be in a case: her other photos, and altered copies of them."""

import hashlib
import io
import sys
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageEnhance, ImageFilter, ImageOps

from face.engine import FaceEngine
from face.folders import cache_folder
from tools.evaluate.dataset import Dataset, Indices
from tools.evaluate.embeddings import Embeddings, dominant, photo_pixels

Alteration = Callable[[Image.Image], Image.Image]


def jpeg(picture: Image.Image, quality: int = 30) -> Image.Image:
    """Compressed hard."""
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=quality)
    return Image.open(stream)


def half(picture: Image.Image) -> Image.Image:
    """Half as wide and high."""
    width, height = picture.size
    return picture.resize((max(width // 2, 1), max(height // 2, 1)), Image.Resampling.LANCZOS)


ALTERATIONS: dict[str, Alteration] = {
    "mirrored": ImageOps.mirror,
    "jpeg30": jpeg,
    "half": half,
    "dark": lambda picture: ImageEnhance.Brightness(picture).enhance(0.5),
    "bright": lambda picture: ImageEnhance.Brightness(picture).enhance(1.5),
    "blurred": lambda picture: picture.filter(ImageFilter.GaussianBlur(1.2)),
    "tilted": lambda picture: picture.rotate(12, Image.Resampling.BILINEAR),
    "grey": lambda picture: ImageOps.grayscale(picture).convert("RGB"),
}


def altered(data: Dataset, photos: Indices, engine: FaceEngine) -> dict[int, Embeddings]:
    """Altered copies of some photos in which the face is still found: photo -> m x d; cached."""
    names = "\n".join([*(data.photos[i].path for i in photos), *ALTERATIONS])
    key = hashlib.sha256(f"{engine.pack} {engine.pipeline}\n{names}".encode()).hexdigest()[:16]
    kept = cache_folder() / "evaluate" / f"{key}-altered.npy"
    if not kept.is_file():
        made = np.stack([_copies(data, photo, engine) for photo in photos])
        kept.parent.mkdir(parents=True, exist_ok=True)
        np.save(kept, made)
    copies = np.asarray(np.load(kept), np.float32)
    return {
        int(photo): some[np.isfinite(some).all(axis=1)]
        for photo, some in zip(photos, copies, strict=True)
    }


def _copies(data: Dataset, photo: np.intp, engine: FaceEngine) -> NDArray[np.float32]:
    print(f"altering photo {photo}", file=sys.stderr)
    picture = Image.fromarray(photo_pixels(data.root / data.photos[photo].path))
    rows = np.full((len(ALTERATIONS), engine.dimension), np.nan, np.float32)
    for row, alter in enumerate(ALTERATIONS.values()):
        face = dominant(engine.find_faces(np.asarray(alter(picture).convert("RGB"))))
        if face is not None:
            rows[row] = face.embedding
    return rows
