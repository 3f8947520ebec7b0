"""Own photos: how each is opened, and what it is good for, said plainly."""

import os
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import BinaryIO

from app.intake import as_on_disk, open_entry
from app.job import Job, Progress
from app.program import Looker, Opener
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
    TOO_MANY = "too-many"


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
        Feedback.TOO_MANY,
    }
)


UNOPENED = {Reason.GONE: Feedback.MISSING, Reason.UNREADABLE_FILE: Feedback.LOCKED}
"""A photo that the system does not give out; any other that fails was opened and is no photo."""


@dataclass(frozen=True, slots=True)
class OwnPhoto:
    """What became of one own photo.

    Attributes:
        reason: Why it could not be read, when it could not.
        number: Which of the photos that were ever given it is, from 1 on.
    """

    name: str
    feedback: tuple[Feedback, ...]
    reason: Reason | None = None
    number: int = field(default=0, compare=False)

    @property
    def used(self) -> bool:
        """True when its face is compared."""
        return not REFUSED.intersection(self.feedback)


@dataclass(frozen=True, slots=True)
class NamedOpener:
    """A photo before it is looked at: what it is called, and what opens it."""

    name: str
    open: Opener


def photo_file(path: Path) -> NamedOpener:
    """A photo that lies on the disk."""
    return NamedOpener(path.name, partial(_open_file, path))


def _open_file(photo: Path) -> tuple[BinaryIO, int]:
    path = as_on_disk(photo.absolute())
    if path.is_dir():
        raise FileNotFoundError
    stream = open_entry(str(path))
    return stream, os.fstat(stream.fileno()).st_size


def look_at(
    photos: Sequence[NamedOpener], looker: Looker
) -> Job[list[Scan | UnreadableMediaError]]:
    """What came of each photo, in their order; whoever gets it wipes it.

    Of a look that is stopped, or that fails, no face is left.
    """
    results: dict[int, Scan | UnreadableMediaError] = {}
    jobs = ((number, photo.open) for number, photo in enumerate(photos))
    try:
        yield Progress(0, len(photos))
        with closing(looker.look_all(jobs)) as outcomes:
            for outcome in outcomes:
                if outcome is not None:
                    results[outcome[0]] = outcome[1]
                yield Progress(len(results), len(photos))
    except BaseException:
        wipe(results.values())
        raise
    return [results[number] for number in range(len(photos))]


def judge(result: Scan | UnreadableMediaError) -> tuple[tuple[Feedback, ...], Track | None]:
    """What to say about a photo that was looked at, and her face in it if it can be used."""
    if isinstance(result, UnreadableMediaError):
        return (UNOPENED.get(result.reason, Feedback.UNREADABLE),), None
    if result.facts.mime.startswith("video/"):
        return (Feedback.VIDEO,), None
    near = near_faces(result)
    if len(near) != 1:
        return (Feedback.SEVERAL_FACES if near else Feedback.NO_FACE,), None
    feedback = _feedback(best_face(near[0]).face.traits, len(result.tracks))
    return feedback, None if REFUSED.intersection(feedback) else near[0]


def near_faces(scan: Scan) -> tuple[Track, ...]:
    """The faces of a picture without those in the background, largest first."""
    by_size = sorted(scan.tracks, key=_size, reverse=True)
    return tuple(track for track in by_size if _size(track) >= BACKGROUND * _size(by_size[0]))


def best_face(track: Track) -> SeenFace:
    """Where the face is seen best; in a picture the only place."""
    return track.faces[0]


def wipe(results: Iterable[Scan | UnreadableMediaError]) -> None:
    """Overwrite the faces that were found; the bytes they came in are beyond our reach."""
    scans = [result for result in results if isinstance(result, Scan)]
    for track in (track for scan in scans for track in scan.tracks):
        for embedding in (track.embedding, *(seen.face.embedding for seen in track.faces)):
            if embedding.flags.writeable:
                embedding.fill(0)


def remarks(traits: Traits) -> tuple[Feedback, ...]:
    """What could be better about a face; nothing if it is good."""
    worth = {
        Feedback.SMALL: traits.size_px < GOOD_SIZE,
        Feedback.BLURRED: traits.sharpness < LEAST_SHARPNESS,
        Feedback.TURNED_AWAY: abs(traits.yaw) > MOST_YAW,
        Feedback.TOO_DARK: traits.brightness < LEAST_BRIGHTNESS,
    }
    return tuple(said for said, true in worth.items() if true)


def _feedback(traits: Traits, faces: int) -> tuple[Feedback, ...]:
    if traits.size_px < LEAST_SIZE:
        return (Feedback.TOO_SMALL,)
    others = (Feedback.BACKGROUND,) if faces > 1 else ()
    return (*remarks(traits), *others) or (Feedback.GOOD,)


def _size(track: Track) -> float:
    return best_face(track).face.traits.size_px
