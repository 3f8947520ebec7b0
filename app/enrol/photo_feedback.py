"""Own photos: how each is opened, and what it is good for, said plainly."""

from dataclasses import dataclass, field
from enum import StrEnum

from app.enrol.reading_order import FacePlace, face_place, reading_order
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
MOST_OFFERED = 30
"""So many faces of one photo, the largest, are listed for her to choose from."""


class Feedback(StrEnum):
    """What to say about one own photo."""

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
"""A photo that the system does not give out; any other that fails was opened and is no photo."""


@dataclass(frozen=True, slots=True)
class NumberedFace:
    """A face in a photo, as she is told of it: its number in reading order, and its place."""

    number: int
    place: FacePlace


@dataclass(frozen=True, slots=True)
class OwnPhoto:
    """What became of one own photo.

    Attributes:
        reason: Why it could not be read, when it could not.
        number: Which of the photos that were ever given it is, from 1 on.
        face: Number of the face that was said to be hers; None as long as nothing was said.
        found: How many faces are in it.
        faces: In reading order; of very many the largest, up to MOST_OFFERED.
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
        """True when its face is compared."""
        return not REFUSED.intersection(self.feedback)

    @property
    def waits(self) -> bool:
        """True while she is asked which of its faces is hers."""
        return Feedback.CHOICE in self.feedback

    @property
    def label(self) -> str:
        """Its name, with the number of the face that was said to be hers: group.jpg:2."""
        return self.name if self.face is None else f"{self.name}:{self.face}"


def judge_photo(
    result: Scan | UnreadableMediaError, face: int | None = None
) -> tuple[tuple[Feedback, ...], Track | None]:
    """What to say about a photo that was looked at, and her face in it if it can be used.

    Args:
        face: The number of hers; without it the one face that is not in the background.
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
    """What to say about her face in a photo.

    Args:
        left_out: Whether other faces were, without her saying so.
    """
    if traits.size_px < LEAST_SIZE:
        return (Feedback.TOO_SMALL,)
    others = (Feedback.BACKGROUND,) if left_out else ()
    return (*quality_remarks(traits), *others) or (Feedback.GOOD,)


def in_reading_order(scan: Scan) -> tuple[Track, ...]:
    """All faces of a picture as a person numbers them."""
    boxes = [best_face(track).face.box for track in scan.tracks]
    return tuple(scan.tracks[each] for each in reading_order(boxes))


def faces_to_choose_from(scan: Scan) -> tuple[tuple[NumberedFace, Track], ...]:
    """The faces that are offered to her, in reading order; of very many only the largest."""
    numbered = list(enumerate(in_reading_order(scan), 1))
    largest = sorted(numbered, key=lambda each: -_size(each[1]))[:MOST_OFFERED]
    return tuple(
        (NumberedFace(number, face_place(best_face(track).face.box)), track)
        for number, track in sorted(largest, key=lambda each: each[0])
    )


def near_faces(scan: Scan) -> tuple[Track, ...]:
    """The faces of a picture without those in the background, largest first."""
    by_size = sorted(scan.tracks, key=_size, reverse=True)
    return tuple(track for track in by_size if _size(track) >= BACKGROUND * _size(by_size[0]))


def best_face(track: Track) -> SeenFace:
    """Where the face is seen best; in a picture the only place."""
    return track.faces[0]


def quality_remarks(traits: Traits) -> tuple[Feedback, ...]:
    """What could be better about a face; nothing if it is good."""
    worth = {
        Feedback.SMALL: traits.size_px < GOOD_SIZE,
        Feedback.BLURRED: traits.sharpness < LEAST_SHARPNESS,
        Feedback.TURNED_AWAY: abs(traits.yaw) > MOST_YAW,
        Feedback.TOO_DARK: traits.brightness < LEAST_BRIGHTNESS,
    }
    return tuple(said for said, true in worth.items() if true)


def _size(track: Track) -> float:
    return best_face(track).face.traits.size_px
