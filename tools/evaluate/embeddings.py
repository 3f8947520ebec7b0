"""Embed the photos of the data set, once for each pipeline, and keep the vectors in the cache."""

import hashlib
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from face.embed import unit_length
from face.engine import FaceEngine
from face.folders import cache_folder
from face.types import Face, FaceFinder, Pixels
from tools.evaluate.dataset import Dataset

Embeddings = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """All photos of a data set as embeddings.

    Attributes:
        faces: The dominant face of every photo, embedded as in a case: unit length, n x d; NaN
            where no face was found.
        own: The dominant face of every photo, embedded more thoroughly as in own photos: n x d.
        usable: Mask of the photos in which a face was found both times: n.
    """

    faces: Embeddings
    own: Embeddings
    usable: NDArray[np.bool_]

    @classmethod
    def of(cls, data: Dataset, pack: str) -> "Seen":
        """Embed every photo in both ways, or load the vectors from the cache."""
        paths = [photo.path for photo in data.photos]
        faces = embeddings_of(data.root, paths, FaceEngine.open(pack))
        own = embeddings_of(data.root, paths, FaceEngine.open(pack, thorough=True), "-own")
        usable = np.isfinite(faces).all(axis=1) & np.isfinite(own).all(axis=1)
        return cls(faces, own, np.asarray(usable))

    def part(self, which: slice) -> "Seen":
        """Only one recogniser's part of every embedding, unit length."""
        faces, own = (unit_length(every[:, which]) for every in (self.faces, self.own))
        return Seen(faces, own, self.usable)


def embeddings_of(root: Path, paths: list[str], engine: FaceFinder, what: str = "") -> Embeddings:
    """Embed the dominant face of every file below a folder: n x d; NaN where no face was found.

    The vectors are cached by pipeline and names, separately for each folder, so that a new folder
    does not invalidate the others.

    Args:
        what: End of the name of the cache file.
    """
    made = []
    for folder, some in groupby(paths, lambda path: Path(path).parts[0]):
        names = list(some)

        def all_of_them(names: list[str] = names, folder: str = folder) -> Embeddings:
            return np.stack(list(_made(root, names, engine, folder)))

        made.append(cached("\n".join(names), engine, what, all_of_them))
    return np.concatenate(made)


def cached(names: str, engine: FaceFinder, what: str, make: Callable[[], Embeddings]) -> Embeddings:
    """Load the vectors of these names and this pipeline from the cache, or make and cache them.

    Args:
        what: End of the name of the cache file.
    """
    key = hashlib.sha256(f"{engine.pack} {engine.pipeline}\n{names}".encode()).hexdigest()[:16]
    kept = cache_folder() / "evaluate" / f"{key}{what}.npy"
    if kept.is_file():
        return np.asarray(np.load(kept), np.float32)
    made = make()
    kept.parent.mkdir(parents=True, exist_ok=True)
    np.save(kept, made)
    return made


def photo_pixels(path: Path) -> Pixels:
    """Read a photo as upright RGB pixels."""
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


def _made(root: Path, paths: list[str], engine: FaceFinder, folder: str) -> Iterator[Embeddings]:
    for number, path in enumerate(paths):
        if number % 500 == 0:
            print(f"embedding photo {number} of {len(paths)} in {folder}", file=sys.stderr)
        yield embedding_of(photo_pixels(root / path), engine)


def embedding_of(picture: Pixels, engine: FaceFinder) -> Embeddings:
    """Embed the dominant face of a picture: d; NaN where no face was found."""
    face = dominant(engine.find_faces(picture))
    missing = np.full(sum(engine.widths), np.nan, np.float32)
    return missing if face is None else face.embedding
