"""The rules for own photos: what each is good for, and which face in it is used."""

from dataclasses import dataclass, field
from enum import StrEnum

from app.enrol.reading_order import FacePlace, face_place, reading_order
from face.errors import UnreadableMediaError
from face.types import Reason, Scan, SeenFace, Track, Traits

MOST_PHOTOS = 8
"""Greatest number of own photos that one check uses."""

LEAST_SIZE = 24.0
"""Pixels. A smaller face is not used."""
GOOD_SIZE = 60.0
"""Pixels. A smaller face is remarked upon."""
LEAST_SHARPNESS = 0.25
LEAST_BRIGHTNESS = 0.2
MOST_YAW = 0.5
"""As in `face.types.Traits`. A worse face is remarked upon."""
BACKGROUND = 0.4
"""A face smaller than this share of the largest one is somebody in the background."""
MOST_OFFERED = 30
"""How many faces of one photo, the largest ones, she can choose from."""


class Feedback(StrEnum):
    """What is said about an own photo. Its text is "photo.NAME"."""

    GOOD = "good"
    NO_FACE = "no-face"
    SEVERAL_FACES = "several-faces"
    CHOICE = "choice"
    NO_SUCH_FACE = "no-such-face"
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
        Feedback.CHOICE,
        Feedback.NO_SUCH_FACE,
        Feedback.TOO_SMALL,
        Feedback.MISSING,
        Feedback.UNREADABLE,
        Feedback.LOCKED,
        Feedback.VIDEO,
        Feedback.TWICE,
        Feedback.TOO_MANY,
    }
)


UNOPENED_FEEDBACK = {Reason.GONE: Feedback.MISSING, Reason.UNREADABLE_FILE: Feedback.LOCKED}
"""Reasons why a photo could not be opened; any other failure means that it is no photo."""


@dataclass(frozen=True, slots=True)
class NumberedFace:
    """A face in a photo by its number in reading order, from 1 on, and its place."""

    number: int
    place: FacePlace


@dataclass(frozen=True, slots=True)
class OwnPhoto:
    """An own photo and the feedback on it.

    Attributes:
        reason: Why it could not be read; None when it could.
        number: Its number among all photos that were ever added, from 1 on.
        face: Number of the face that was said to be hers; None when nothing was said.
        found: How many faces are in it.
        faces: The faces in reading order; of very many only the MOST_OFFERED largest.
    """

    name: str
    feedback: tuple[Feedback, ...]
    reason: Reason | None = None
    number: int = field(default=0, compare=False)
    face: int | None = None
    found: int = field(default=0, compare=False)
    faces: tuple[NumberedFace, ...] = field(default=(), compare=False)

    @property
    def used(self) -> bool:
        """Whether its face is compared."""
        return not REFUSED.intersection(self.feedback)

    @property
    def waits(self) -> bool:
        """Whether she still has to say which of its faces is hers."""
        return Feedback.CHOICE in self.feedback

    @property
    def label(self) -> str:
        """Its name with the number of her face, if she gave one, as in group.jpg:2."""
        return self.name if self.face is None else f"{self.name}:{self.face}"


def judge_photo(
    result: Scan | UnreadableMediaError, face: int | None = None
) -> tuple[tuple[Feedback, ...], Track | None]:
    """Judge a photo that was scanned; return the feedback, and her track if it can be used.

    Args:
        face: The number of her face; None takes the only face that is not in the background.
    """
    if isinstance(result, UnreadableMediaError):
        return (UNOPENED_FEEDBACK.get(result.reason, Feedback.UNREADABLE),), None
    if result.facts.mime.startswith("video/"):
        return (Feedback.VIDEO,), None
    if not result.tracks:
        return (Feedback.NO_FACE,), None
    if face is not None:
        return _judge_chosen(result, face)
    near = near_faces(result)
    if len(near) != 1:
        return (Feedback.SEVERAL_FACES,), None
    feedback = judge_face(best_face(near[0]).face.traits, left_out=len(result.tracks) > 1)
    return feedback, None if REFUSED.intersection(feedback) else near[0]


def _judge_chosen(scan: Scan, face: int) -> tuple[tuple[Feedback, ...], Track | None]:
    tracks = in_reading_order(scan)
    if not 1 <= face <= len(tracks):
        return (Feedback.NO_SUCH_FACE,), None
    chosen = tracks[face - 1]
    feedback = judge_face(best_face(chosen).face.traits)
    return feedback, None if REFUSED.intersection(feedback) else chosen


def judge_face(traits: Traits, *, left_out: bool = False) -> tuple[Feedback, ...]:
    """Judge her face in a photo.

    Args:
        left_out: Whether other faces were left out as background, without her saying so.
    """
    if traits.size_px < LEAST_SIZE:
        return (Feedback.TOO_SMALL,)
    others = (Feedback.BACKGROUND,) if left_out else ()
    return (*quality_remarks(traits), *others) or (Feedback.GOOD,)


def in_reading_order(scan: Scan) -> tuple[Track, ...]:
    """Return the tracks of a picture in reading order (`reading_order`)."""
    boxes = [best_face(track).face.box for track in scan.tracks]
    return tuple(scan.tracks[each] for each in reading_order(boxes))


def faces_to_choose_from(scan: Scan) -> tuple[tuple[NumberedFace, Track], ...]:
    """Return the faces that she can choose from, in reading order; of many only the largest."""
    numbered = list(enumerate(in_reading_order(scan), 1))
    largest = sorted(numbered, key=lambda each: -_size(each[1]))[:MOST_OFFERED]
    return tuple(
        (NumberedFace(number, face_place(best_face(track).face.box)), track)
        for number, track in sorted(largest, key=lambda each: each[0])
    )


def near_faces(scan: Scan) -> tuple[Track, ...]:
    """Return the tracks of a picture without those in the background, largest first."""
    by_size = sorted(scan.tracks, key=_size, reverse=True)
    return tuple(track for track in by_size if _size(track) >= BACKGROUND * _size(by_size[0]))


def best_face(track: Track) -> SeenFace:
    """Return the best face of a track; in a picture it is the only one."""
    return track.faces[0]


def quality_remarks(traits: Traits) -> tuple[Feedback, ...]:
    """Say what could be better about a face; empty when it is good."""
    worth = {
        Feedback.SMALL: traits.size_px < GOOD_SIZE,
        Feedback.BLURRED: traits.sharpness < LEAST_SHARPNESS,
        Feedback.TURNED_AWAY: abs(traits.yaw) > MOST_YAW,
        Feedback.TOO_DARK: traits.brightness < LEAST_BRIGHTNESS,
    }
    return tuple(said for said, true in worth.items() if true)


def _size(track: Track) -> float:
    return best_face(track).face.traits.size_px
