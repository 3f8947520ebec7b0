"""The face engine: opens a model pack, and finds and embeds the faces of pictures."""

from pathlib import Path

import numpy as np

from face.detection.detect import FaceSearch
from face.embed import embeddings
from face.packs import DEFAULT_PACK
from face.packs.networks import Networks, open_networks
from face.quality import quality, traits
from face.types import Face, Floats, Pixels


class FaceEngine:
    """Finds and embeds faces with the networks of one pack. Belongs to one thread at a time."""

    def __init__(self, pack: str, networks: Networks, *, thorough: bool = False) -> None:
        self.pack = pack
        self.pipeline = networks.pipeline
        self.widths = tuple(each.dimension for each in networks.recognisers)
        self.same_face = sum(each.same_face for each in networks.recognisers) / len(self.widths)
        self._search = FaceSearch(networks.detector, networks.closer)
        self._recognisers = networks.recognisers
        self._thorough = thorough

    @property
    def dimension(self) -> int:
        """Numbers in an embedding."""
        return sum(self.widths)

    @classmethod
    def open(
        cls,
        pack: str = DEFAULT_PACK,
        *,
        threads: int = 0,
        models: Path | None = None,
        thorough: bool = False,
    ) -> "FaceEngine":
        """Load and warm up a pack. Afterwards no file is opened any more.

        Args:
            pack: The name of the pack.
            threads: Number of cores to use, 0 for all.
            models: Folder of the packs that the user added; the per-user one by default.
            thorough: Whether to embed each face more thoroughly, as is worth while for own photos.

        Raises:
            UnknownPackError: No pack has this name.
            ModelMissingError: A file of the pack is missing.
            ModelDamagedError: A file of the pack is not the right one.
        """
        engine = cls(pack, open_networks(pack, threads, models), thorough=thorough)
        engine._warm_up()
        return engine

    def find_faces(self, frame: Pixels) -> list[Face]:
        """Find every face of a picture (RGB, uint8, height x width x 3), best detection first."""
        pixels = np.ascontiguousarray(frame)
        found = self._search(pixels)
        seen = embeddings(pixels, found.landmarks, self._recognisers, thorough=self._thorough)
        return [
            _face(pixels, *values)
            for values in zip(found.boxes, found.landmarks, found.scores, seen, strict=True)
        ]

    def _warm_up(self) -> None:
        """Run all networks once, because libraries open files and start threads at first use."""
        self.find_faces(np.zeros((96, 96, 3), np.uint8))
        nobody = np.zeros((96, 96, 3), np.uint8)
        landmarks = np.full((1, 5, 2), 48, np.float32)
        embeddings(nobody, landmarks, self._recognisers, thorough=self._thorough)


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
