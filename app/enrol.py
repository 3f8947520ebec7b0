"""Her own photos: look at each, say plainly what it is good for, keep the faces in memory only."""

import os
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

import numpy as np
from numpy.typing import NDArray

from app.errors import OwnPhotosUnusableError
from app.intake import as_on_disk, open_entry
from app.job import Job, Progress
from app.program import Looker
from face.errors import UnreadableMediaError
from face.types import Reason, Scan, SeenFace, Track, Traits

MOST_PHOTOS = 8

LEAST_SIZE = 24.0
"""Pixels: a smaller face tells nothing."""
GOOD_SIZE = 60.0
LEAST_SHARPNESS = 0.25
LEAST_BRIGHTNESS = 0.2
MOST_YAW = 0.5
BACKGROUND = 0.4
"""A face of less than so much of the largest one's size is somebody in the background."""

SAME_PICTURE = 0.9999
"""Cosine above which two photos are one."""


class Feedback(StrEnum):
    """What to say about one own photo."""

    GOOD = "good"
    NO_FACE = "no-face"
    SEVERAL_FACES = "several-faces"
    TOO_SMALL = "too-small"
    SMALL = "small"
    BLURRED = "blurred"
    TURNED_AWAY = "turned-away"
    TOO_DARK = "too-dark"
    BACKGROUND = "background"
    MISSING = "missing"
    UNREADABLE = "unreadable"
    LOCKED = "locked"
    VIDEO = "video"
    TWICE = "twice"


REFUSED = frozenset(
    {
        Feedback.NO_FACE,
        Feedback.SEVERAL_FACES,
        Feedback.TOO_SMALL,
        Feedback.MISSING,
        Feedback.UNREADABLE,
        Feedback.LOCKED,
        Feedback.VIDEO,
        Feedback.TWICE,
    }
)


UNOPENED = {Reason.GONE: Feedback.MISSING, Reason.UNREADABLE_FILE: Feedback.LOCKED}
"""A photo that the system does not give out; any other that fails was opened and is no photo."""


@dataclass(frozen=True, slots=True)
class OwnPhoto:
    """What became of one own photo.

    Attributes:
        reason: Why it could not be read, when it could not.
    """

    name: str
    feedback: tuple[Feedback, ...]
    reason: Reason | None = None

    @property
    def used(self) -> bool:
        """True when its face is in the template."""
        return not REFUSED.intersection(self.feedback)


@dataclass(frozen=True, slots=True, eq=False)
class Template:
    """Her face, for one check: a context manager that wipes it from memory at the end.

    Attributes:
        embeddings: float32 (k, d), unit length rows, in the order of the photos that are used.
        photos: All photos that were given, in their order.
        pack, pipeline: What the embeddings were made with.
    """

    embeddings: NDArray[np.float32]
    photos: tuple[OwnPhoto, ...]
    pack: str
    pipeline: str

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.embeddings.fill(0)

    @property
    def used(self) -> tuple[OwnPhoto, ...]:
        """The photos whose faces the rows of `embeddings` are."""
        return tuple(photo for photo in self.photos if photo.used)


def enrol(photos: Sequence[Path], looker: Looker) -> Job[Template]:
    """Look at the photos in the child process and make the template of those that can be used.

    Raises:
        OwnPhotosUnusableError: Not one can be used.
    """
    results: dict[int, Scan | UnreadableMediaError] = {}
    jobs = ((number, partial(_open, photo)) for number, photo in enumerate(photos))
    yield Progress(0, len(photos))
    with closing(looker.look_all(jobs)) as outcomes:
        for outcome in outcomes:
            if outcome is not None:
                results[outcome[0]] = outcome[1]
            yield Progress(len(results), len(photos))
    try:
        return _template(photos, [results[number] for number in range(len(photos))])
    finally:
        _wipe(results.values())


def _open(photo: Path) -> tuple[BinaryIO, int]:
    path = as_on_disk(photo.absolute())
    if path.is_dir():
        raise FileNotFoundError
    stream = open_entry(str(path))
    return stream, os.fstat(stream.fileno()).st_size


def _template(photos: Sequence[Path], results: Sequence[Scan | UnreadableMediaError]) -> Template:
    own: list[OwnPhoto] = []
    rows: list[NDArray[np.float32]] = []
    for path, result in zip(photos, results, strict=True):
        photo, track = _judge(path.name, result)
        if track is not None and any(track.embedding @ row > SAME_PICTURE for row in rows):
            photo, track = OwnPhoto(path.name, (Feedback.TWICE,)), None
        own.append(photo)
        if track is not None:
            rows.append(track.embedding)
    if not rows:
        raise OwnPhotosUnusableError(own)
    scan = next(result for result in results if isinstance(result, Scan))
    # a copy: what the scans hold is wiped on its own
    return Template(np.array(rows, np.float32), tuple(own), scan.pack, scan.pipeline)


def _judge(name: str, result: Scan | UnreadableMediaError) -> tuple[OwnPhoto, Track | None]:
    """What to say about a photo, and her face in it if it can be used."""
    if isinstance(result, UnreadableMediaError):
        said = UNOPENED.get(result.reason, Feedback.UNREADABLE)
        return OwnPhoto(name, (said,), result.reason), None
    if result.facts.mime.startswith("video/"):
        return OwnPhoto(name, (Feedback.VIDEO,)), None
    by_size = sorted(result.tracks, key=_size, reverse=True)
    near = [track for track in by_size if _size(track) >= BACKGROUND * _size(by_size[0])]
    if len(near) != 1:
        wrong = Feedback.SEVERAL_FACES if near else Feedback.NO_FACE
        return OwnPhoto(name, (wrong,)), None
    photo = OwnPhoto(name, _feedback(near[0], len(by_size)))
    return photo, near[0] if photo.used else None


def _feedback(track: Track, faces: int) -> tuple[Feedback, ...]:
    traits = _best(track).face.traits
    if traits.size_px < LEAST_SIZE:
        return (Feedback.TOO_SMALL,)
    remarks = _remarks(traits)
    if faces > 1:
        remarks.append(Feedback.BACKGROUND)
    return tuple(remarks) or (Feedback.GOOD,)


def _remarks(traits: Traits) -> list[Feedback]:
    worth = {
        Feedback.SMALL: traits.size_px < GOOD_SIZE,
        Feedback.BLURRED: traits.sharpness < LEAST_SHARPNESS,
        Feedback.TURNED_AWAY: abs(traits.yaw) > MOST_YAW,
        Feedback.TOO_DARK: traits.brightness < LEAST_BRIGHTNESS,
    }
    return [feedback for feedback, true in worth.items() if true]


def _best(track: Track) -> SeenFace:
    return track.faces[0]


def _size(track: Track) -> float:
    return _best(track).face.traits.size_px


def _wipe(results: Iterable[Scan | UnreadableMediaError]) -> None:
    """Overwrite the faces that were found; the bytes they came in are beyond our reach."""
    scans = [result for result in results if isinstance(result, Scan)]
    for track in (track for scan in scans for track in scan.tracks):
        for embedding in (track.embedding, *(seen.face.embedding for seen in track.faces)):
            if embedding.flags.writeable:
                embedding.fill(0)
