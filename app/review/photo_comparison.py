"""Compare a photo with an item: the pictures as a whole, their faces, and the pose of the faces.

Whole pictures are compared by PDQ, faces by the cosine of their embeddings. The pose of two faces
is compared by yaw and by the shape of the five landmarks after Procrustes superimposition.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, product
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from app.cases.near_duplicates import MAX_DISTANCE, MIN_QUALITY
from face.packs.pipelines import shared
from face.types import Face, Floats, MediaFacts, Scan
from storage.types import ItemDetail, StoredFace

if TYPE_CHECKING:
    from face.matching.calibration import Calibration

MOST_SHAPE_DISTANCE = 0.07
"""How far the landmarks of two faces may lie apart (`_shape_distance`) to be of one picture."""
MOST_YAW = 0.2
"""How far the yaw of two faces may differ to be of one picture."""

Landmarks: TypeAlias = NDArray[np.complex128]
"""The five landmarks of a face in pixels, relative to their mean, as x + iy."""


@dataclass(frozen=True, slots=True)
class ComparedFace:
    """A face of an item, ready to be compared.

    Attributes:
        number: Its number in the item.
        time_ms: Where in a video it is seen; 0 in a picture.
    """

    number: int
    time_ms: int
    face: Face
    landmarks: Landmarks

    @classmethod
    def of(cls, stored: StoredFace, detail: ItemDetail) -> "ComparedFace":
        """Take a stored face of an item."""
        landmarks = _centred(stored.face, detail.width or 1, detail.height or 1)
        return cls(stored.number, stored.time_ms, stored.face, landmarks)


@dataclass(frozen=True, slots=True)
class FacePair:
    """A face of a photo and one of an item that resemble each other.

    Attributes:
        similarity: Their cosine, -1..1.
        same_pose: Whether both are turned and expressed alike.
    """

    of_item: ComparedFace
    similarity: float
    same_pose: bool


class FaceComparison:
    """Compares faces of photos with those of an item.

    The item may have been scanned by another version, or with a pack that is not installed; then
    the parts that both embeddings have in common are compared.
    """

    def __init__(
        self,
        pack: str,
        pipeline: str,
        faces: Sequence[ComparedFace],
        calibration: "Callable[[str, str], Calibration]",
    ) -> None:
        """Take the faces of an item, and the pack and pipeline that it was scanned with.

        Args:
            calibration: Gives what was measured of a pack and pipeline.
        """
        self._pack = pack
        self._pipeline = pipeline
        self._faces = faces
        self._calibration = calibration
        self._same_person: dict[str, float] = {}

    def best_pair(self, photo: Scan) -> FacePair | None:
        """Return the pair that resembles most, or None when no pair looks like one person."""
        pairs = self._pairs(photo)
        alike = [pair for pair in pairs if pair[2] >= self._threshold(photo.pipeline)]
        if not alike:
            return None
        face, other, similarity = max(alike, key=lambda pair: pair[2])
        return FacePair(other, similarity, _is_same_pose(face, photo.facts, other))

    def is_comparable(self, photo: Scan) -> bool:
        """Return whether any pair of faces could be compared at all, or the item has no face."""
        return not self._faces or bool(self._pairs(photo))

    def _threshold(self, pipeline: str) -> float:
        """Return the cosine from which a face of that pipeline looks like one of the item."""
        if pipeline not in self._same_person:
            common = shared(pipeline, self._pipeline, (0, 0))
            compared = self._pipeline if common is None else common.pipeline
            self._same_person[pipeline] = self._calibration(self._pack, compared).same_person
        return self._same_person[pipeline]

    def _pairs(self, photo: Scan) -> list[tuple[Face, ComparedFace, float]]:
        """Return each face of the photo with each of the item and their cosine, if comparable."""
        faces = [each.face for track in photo.tracks for each in track.faces]
        cosines = self._cosines(photo.pipeline, faces)
        rows = [] if cosines is None else cosines.tolist()
        pairs = zip(product(faces, self._faces), chain.from_iterable(rows), strict=False)
        return [(face, other, cosine) for (face, other), cosine in pairs]

    def _cosines(self, pipeline: str, photo: Sequence[Face]) -> Floats | None:
        """Return n x m cosines of n faces in a photo and m in the item; None: not comparable."""
        if not (photo and self._faces):
            return None
        theirs = np.stack([face.embedding for face in photo])
        items = np.stack([each.face.embedding for each in self._faces])
        common = shared(pipeline, self._pipeline, (theirs.shape[1], items.shape[1]))
        hers = theirs if common is None else common.of_one(theirs)
        try:
            return None if common is None else hers @ common.of_other(items).T
        finally:
            hers.fill(0)
            theirs.fill(0)


def picture_distance(detail: ItemDetail, photo: MediaFacts) -> tuple[int, int] | None:
    """Compare a photo as a whole with an item and the moments of it, by PDQ.

    Returns:
        How many bits of the hashes differ at least, and at which time, milliseconds; None when
        that is too many, or a hash says too little.
    """
    if photo.pdq is None or (photo.pdq_quality or 0) < MIN_QUALITY:
        return None
    distances = [(_bits(photo.pdq, pdq), time_ms) for time_ms, pdq in _hashes(detail)]
    bits, time_ms = min(distances, default=(MAX_DISTANCE + 1, 0))
    return None if bits > MAX_DISTANCE else (bits, time_ms)


def _hashes(detail: ItemDetail) -> Iterator[tuple[int, str]]:
    """Yield the hashes of an item that say enough, each with its time."""
    if detail.pdq is not None and (detail.pdq_quality or 0) >= MIN_QUALITY:
        yield 0, detail.pdq
    for each in detail.frame_hashes:
        if each.quality >= MIN_QUALITY:
            yield each.time_ms, each.pdq


def _bits(one: str, other: str) -> int:
    return (int(one, 16) ^ int(other, 16)).bit_count()


def _is_same_pose(face: Face, facts: MediaFacts, other: ComparedFace) -> bool:
    """Return whether both are turned and expressed alike. A picture that was
    rotated stays the same.
    """
    turned = abs(face.traits.yaw - other.face.traits.yaw)
    landmarks = _centred(face, facts.width, facts.height)
    distance = _shape_distance(landmarks, other.landmarks)
    return turned <= MOST_YAW and distance <= MOST_SHAPE_DISTANCE


def _centred(face: Face, width: int, height: int) -> Landmarks:
    points = face.landmarks[:, 0] * float(width) + 1j * (face.landmarks[:, 1] * float(height))
    return np.asarray(points - points.mean(), np.complex128)


def _shape_distance(one: Landmarks, other: Landmarks) -> float:
    """Return how far landmarks lie apart when moved, rotated and scaled onto each other.

    This is ordinary Procrustes analysis (Gower 1975; Dryden and Mardia, Statistical Shape
    Analysis, 1998) with points as complex numbers.

    Returns:
        Root mean square relative to the size of the face: 0 for a copy, about 0.1 for another
        photo of the same person.
    """
    fitted = one * np.vdot(one, other) / np.vdot(one, one)
    return float(np.linalg.norm(other - fitted) / np.linalg.norm(other))
