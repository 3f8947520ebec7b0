"""The photos as embeddings, made once by the real engine and kept in the cache folder."""

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from face.engine import FaceEngine
from face.folders import cache_folder
from face.types import Face, Pixels
from tools.evaluate.dataset import Dataset

Embeddings = NDArray[np.float32]


def embeddings(data: Dataset, engine: FaceEngine) -> Embeddings:
    """The dominant face of every photo, unit length, n x d; NaN where no face was found."""
    names = "\n".join(photo.path for photo in data.photos)
    key = hashlib.sha256(f"{engine.pack} {engine.pipeline}\n{names}".encode()).hexdigest()[:16]
    kept = cache_folder() / "evaluate" / f"{key}.npy"
    if kept.is_file():
        return np.asarray(np.load(kept), np.float32)
    made = np.stack(list(_made(data, engine)))
    kept.parent.mkdir(parents=True, exist_ok=True)
    np.save(kept, made)
    return made


def photo_pixels(path: Path) -> Pixels:
    """The photo, upright, RGB."""
    with Image.open(path) as picture:
        return np.asarray(ImageOps.exif_transpose(picture).convert("RGB"))


def dominant(faces: list[Face]) -> Face | None:
    """The face that the photo is of: large and near the middle; None when there is none."""
    return max(faces, key=_dominance, default=None)


def _dominance(face: Face) -> float:
    left, top, right, bottom = face.box
    from_middle = ((left + right - 1) ** 2 + (top + bottom - 1) ** 2) / 4
    size = max((right - left) * (bottom - top), 0.0) ** 0.5
    return float(face.detection_score * size * np.exp(-4 * from_middle))


def _made(data: Dataset, engine: FaceEngine) -> Iterator[Embeddings]:
    for number, photo in enumerate(data.photos):
        if number % 500 == 0:
            print(f"embedding photo {number} of {len(data.photos)}", file=sys.stderr)
        face = dominant(engine.find_faces(photo_pixels(data.root / photo.path)))
        missing = np.full(engine.dimension, np.nan, np.float32)
        yield missing if face is None else face.embedding
