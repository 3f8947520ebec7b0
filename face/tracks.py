"""Track each face through its shot, so that a person in a video counts once.

Nearest neighbours by embedding and box overlap, best pairs first, as in SORT (Bewley et al., 2016)
with the appearance term of DeepSORT (Wojke et al., 2017). In doubt two faces stay separate tracks:
a track too many costs a glance, a track of two people hides both.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from face.detection.detections import overlaps
from face.media import limits
from face.types import Box, Embedding, Face, Floats, Frame, SeenFace, Track, with_equal_parts

BEST_FACES: Final = 3
_CANDIDATES: Final = 8
_APART_MS: Final = 700
"""Samples nearer to each other than this give only one candidate, the better one."""
_GOOD_ENOUGH: Final = 0.5
"""Share of the best face's quality that a further face of the track must have."""
_LOST_MS: Final = 2_500
_MAX_GROWTH: Final = 2.0
_OVERLAPPING: Final = 0.5
_UNLIKE_IN_PLACE: Final = -0.3
"""Lowest likeness where the box stays: a head that turns looks less like itself."""


@dataclass(slots=True, eq=False)
class _Trail:
    """A track that is still growing."""

    shot: int
    first_ms: int
    last_ms: int
    box: Box
    direction: Embedding
    samples: int = 0
    best: list[SeenFace] = field(default_factory=list)

    def append(self, seen: SeenFace) -> None:
        face = seen.face
        weight = np.float32(max(face.quality, 0.05))
        self.direction = self.direction + weight * face.embedding if self.samples else (
            weight * face.embedding
        )  # fmt: skip
        self.last_ms, self.box, self.samples = seen.time_ms, face.box, self.samples + 1
        near = [s for s in self.best if seen.time_ms - s.time_ms < _APART_MS]
        if any(s.face.quality >= face.quality for s in near):
            return
        self.best = [s for s in self.best if not any(s is n for n in near)] + [seen]
        self.best.sort(key=lambda s: -s.face.quality)
        del self.best[_CANDIDATES:]

    def finished(self, widths: tuple[int, ...]) -> Track:
        faces = _diverse(self.best)
        weights = np.array([max(s.face.quality, 1e-3) for s in self.best], np.float32)
        mean = weights @ np.stack([s.face.embedding for s in self.best])
        return Track(
            first_ms=self.first_ms,
            last_ms=self.last_ms,
            samples=self.samples,
            embedding=with_equal_parts(mean, widths),
            faces=tuple(faces),
        )


class Tracker:
    """Links the faces of one medium to tracks, frame by frame in order of time.

    Args:
        same_face: Cosine from which two faces nearby in one shot are taken for one.
        widths: Numbers in each part of an embedding.

    Attributes:
        full: Whether faces were ignored because there were too many tracks.
    """

    def __init__(self, same_face: float, widths: tuple[int, ...]) -> None:
        self._same_face = same_face
        self._widths = widths
        self._trails: list[_Trail] = []
        self._live: list[_Trail] = []
        self.full = False

    def add(self, frame: Frame, faces: Sequence[Face], crops: Sequence[bytes | None]) -> None:
        """Add the faces of the next frame, with a crop or None for each."""
        self._live = [
            t for t in self._live if t.shot == frame.shot and frame.time_ms - t.last_ms <= _LOST_MS
        ]
        followed = self._followed(frame, faces)
        for number, (face, crop) in enumerate(zip(faces, crops, strict=True)):
            trail = followed.get(number) or self._begun(frame, face)
            if trail is not None:
                trail.append(SeenFace(face, frame.index, frame.time_ms, crop))

    def tracks(self) -> list[Track]:
        """Return all tracks so far, in the order in which they began."""
        return [trail.finished(self._widths) for trail in self._trails]

    def _begun(self, frame: Frame, face: Face) -> _Trail | None:
        if len(self._trails) >= limits.MAX_TRACKS:
            self.full = True
            return None
        trail = _Trail(frame.shot, frame.time_ms, frame.time_ms, face.box, face.embedding)
        self._trails.append(trail)
        self._live.append(trail)
        return trail

    def _followed(self, frame: Frame, faces: Sequence[Face]) -> dict[int, _Trail]:
        """Assign faces (by number) to trails: the best pairs first, each face and trail once."""
        overlap = overlaps(_boxes(self._live), _boxes(faces))
        pairs = [
            (score, number, trail)
            for row, trail in enumerate(self._live)
            for number, face in enumerate(faces)
            if (score := self._score(trail, face, frame.time_ms, float(overlap[row, number])))
            is not None
        ]
        pairs.sort(key=lambda pair: -pair[0])
        followed: dict[int, _Trail] = {}
        taken: set[int] = set()
        for _, number, trail in pairs:
            if number not in followed and id(trail) not in taken:
                followed[number] = trail
                taken.add(id(trail))
        return followed

    def _score(self, trail: _Trail, face: Face, time_ms: int, overlap: float) -> float | None:
        """Return how well a face continues a trail, None if not at all. Likeness counts double."""
        if not _within_reach(trail.box, face.box, time_ms - trail.last_ms):
            return None
        cosine = float(_unit(trail.direction) @ face.embedding)
        likeness = (cosine - self._same_face) / (1 - self._same_face)
        if likeness < (_UNLIKE_IN_PLACE if overlap >= _OVERLAPPING else 0.0):
            return None
        return 2 * likeness + overlap


def _within_reach(last: Box, box: Box, gap_ms: int) -> bool:
    """Return whether a face can have moved there: two face sizes a second, at a similar size."""
    width, height = (
        (last[2] - last[0] + box[2] - box[0]) / 2,
        (last[3] - last[1] + box[3] - box[1]) / 2,
    )
    if width <= 0 or height <= 0:
        return False
    growth = (box[2] - box[0]) / max(last[2] - last[0], 1e-6)
    if not 1 / _MAX_GROWTH <= growth <= _MAX_GROWTH:
        return False
    across = abs(last[0] + last[2] - box[0] - box[2]) / 2 / width
    down = abs(last[1] + last[3] - box[1] - box[3]) / 2 / height
    return max(across, down) <= 1 + 2 * gap_ms / 1000


def _boxes(seen: Sequence[Face] | Sequence[_Trail]) -> Floats:
    """Return the boxes of faces or trails, n x 4."""
    return np.array([each.box for each in seen], np.float32).reshape(-1, 4)


def _unit(vector: Embedding) -> Embedding:
    length = float(np.linalg.norm(vector))
    unit: Embedding = (vector / length if length > 0 else vector).astype(np.float32)
    return unit


def _diverse(best: list[SeenFace]) -> list[SeenFace]:
    """Return the best face, then good ones with another pose or from another time."""
    chosen, rest = best[:1], best[1:]
    floor = _GOOD_ENOUGH * best[0].face.quality
    while len(chosen) < BEST_FACES:
        worth = [(_news(s, chosen) * s.face.quality, s) for s in rest if s.face.quality >= floor]
        if not worth:
            break
        pick = max(worth, key=lambda pair: pair[0])[1]
        chosen.append(pick)
        rest = [s for s in rest if s is not pick]
    return chosen


def _news(seen: SeenFace, chosen: list[SeenFace]) -> float:
    return 0.5 + min(
        min(
            0.5,
            abs(seen.face.traits.yaw - s.face.traits.yaw) + abs(seen.time_ms - s.time_ms) / 8000,
        )
        for s in chosen
    )
