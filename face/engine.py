"""The one way in: open a pack, find the faces of a picture."""

from pathlib import Path

import numpy as np

from face.detection.detect import FaceSearch
from face.embed import Recogniser, crops_of, embed
from face.packs.registry import open_networks
from face.quality import quality, traits
from face.types import Face, Floats, Pixels


class FaceEngine:
    """The networks of one pack. Belongs to one thread at a time."""

    def __init__(
        self, pack: str, pipeline: str, search: FaceSearch, recogniser: Recogniser
    ) -> None:
        self.pack = pack
        self.pipeline = pipeline
        self.dimension = recogniser.dimension
        self._search = search
        self._recogniser = recogniser

    @classmethod
    def open(
        cls, pack: str = "open", *, threads: int = 0, models: Path | None = None
    ) -> "FaceEngine":
        """Load and warm up a pack; afterwards no file is opened any more.

        Args:
            pack: Its name.
            threads: Cores to use, 0 for all.
            models: Folder of the packs that the user added; the per-user one by default.

        Raises:
            UnknownPackError: No pack has this name.
            ModelMissingError: A file of it is not there.
            ModelDamagedError: A file of it is not the right one.
        """
        networks = open_networks(pack, threads, models)
        search = FaceSearch(networks.detector, networks.closer)
        engine = cls(pack, networks.pipeline, search, networks.recogniser)
        engine._warm_up()
        return engine

    def find_faces(self, frame: Pixels) -> list[Face]:
        """Every face of a picture (RGB, uint8, height x width x 3), best detection first."""
        pixels = np.ascontiguousarray(frame)
        found = self._search(pixels)
        embeddings = embed(crops_of(pixels, found.landmarks, self._recogniser), self._recogniser)
        return [
            _face(pixels, *values)
            for values in zip(found.boxes, found.landmarks, found.scores, embeddings, strict=True)
        ]

    def _warm_up(self) -> None:
        """Run everything once: libraries open files and start threads at first use."""
        self.find_faces(np.zeros((96, 96, 3), np.uint8))
        nobody = np.zeros((96, 96, 3), np.uint8)
        landmarks = np.full((1, 5, 2), 48, np.float32)
        embed(crops_of(nobody, landmarks, self._recogniser), self._recogniser)


def _face(pixels: Pixels, box: Floats, landmarks: Floats, score: float, embedding: Floats) -> Face:
    height, width = pixels.shape[:2]
    measured = traits(pixels, box, landmarks)
    left, right = (float(x) for x in np.clip(box[[0, 2]] / width, 0, 1))
    top, bottom = (float(y) for y in np.clip(box[[1, 3]] / height, 0, 1))
    return Face(
        box=(left, top, right, bottom),
        landmarks=np.asarray(landmarks / np.array([width, height]), np.float32),
        detection_score=float(score),
        quality=quality(measured, float(score)),
        traits=measured,
        embedding=embedding,
    )
