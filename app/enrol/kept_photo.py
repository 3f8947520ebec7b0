"""An own photo as it is held in memory: none of it is ever written, all can be overwritten."""

from dataclasses import dataclass, replace
from enum import Enum, StrEnum, auto

from app.enrol.photo_feedback import (
    Feedback,
    NumberedFace,
    OwnPhoto,
    best_face,
    faces_to_choose_from,
)
from app.intake.photo_file import NamedOpener
from face.types import Embedding, Scan, Traits


class ChallengeResult(StrEnum):
    """How far the person in front of the camera did what the screen asked (app/enrol/camera/)."""

    NONE = "none"
    SKIPPED = "skipped"
    PASSED = "passed"


UNCLEAR = frozenset({Feedback.SEVERAL_FACES, Feedback.CHOICE, Feedback.NO_SUCH_FACE})
"""The photo may be a good one once it is known which face is hers."""


class OfferFaces(Enum):
    """When she is to choose her face in a photo."""

    NEVER = auto()
    IF_UNCLEAR = auto()
    ALWAYS = auto()


@dataclass(frozen=True, slots=True, eq=False)
class OfferedFace:
    """A face that may be hers. It may be anybody's: it is overwritten as soon as she has chosen."""

    told: NumberedFace
    traits: Traits
    embedding: Embedding
    crop: bytearray | None

    def wipe(self) -> None:
        """Overwrite it."""
        self.embedding.fill(0)
        if self.crop is not None:
            self.crop[:] = bytes(len(self.crop))


@dataclass(frozen=True, slots=True, eq=False)
class KeptPhoto:
    """A photo.

    Attributes:
        source: Opens it again, should she want to choose another face; None: she cannot.
        offered: The faces that she is asked to choose from.
    """

    photo: OwnPhoto
    challenge: ChallengeResult
    source: NamedOpener | None = None
    embedding: Embedding | None = None
    crop: bytearray | None = None
    offered: tuple[OfferedFace, ...] = ()

    @property
    def holds_a_face(self) -> bool:
        """Whether a face was measured and is kept, hers or not."""
        return self.embedding is not None or bool(self.offered)

    @property
    def is_unclear(self) -> bool:
        """Whether it may be a good one once it is known which face is hers."""
        return bool(UNCLEAR.intersection(self.photo.feedback))

    @property
    def offers_another(self) -> bool:
        """Whether she can be asked, once more, which face is hers."""
        return self.source is not None and self.photo.found > 1 and not self.photo.waits

    @property
    def choice(self) -> tuple[tuple[NumberedFace, bytes | None], ...]:
        """The faces to choose from, each with a small picture (JPEG) if there is one."""
        return tuple(
            (each.told, None if each.crop is None else bytes(each.crop)) for each in self.offered
        )

    def wipe(self) -> None:
        """Overwrite every face."""
        if self.embedding is not None:
            self.embedding.fill(0)
        if self.crop is not None:
            self.crop[:] = bytes(len(self.crop))
        for each in self.offered:
            each.wipe()


def kept_photo(
    given: NamedOpener,
    scan: Scan,
    feedback: tuple[Feedback, ...],
    challenge: ChallengeResult,
    ask: OfferFaces,
    number: int,
) -> KeptPhoto:
    """A photo that was looked at, with all of its faces if she is to choose; else without any."""
    choice = faces_to_choose_from(scan)
    told, found = tuple(face for face, _ in choice), len(scan.tracks)
    photo = OwnPhoto(given.name, feedback, None, number, given.face, found, told)
    source = None if ask is OfferFaces.NEVER or Feedback.VIDEO in feedback else given
    if not _is_asked(ask, photo):
        return KeptPhoto(photo, challenge, source)
    # copies: what the scan holds is wiped on its own
    offered = tuple(
        OfferedFace(face, seen.face.traits, each.embedding.copy(), copy_of_crop(seen.crop))
        for face, each in choice
        for seen in (best_face(each),)
    )
    return KeptPhoto(
        replace(photo, feedback=(Feedback.CHOICE,)), challenge, source, offered=offered
    )


def copy_of_crop(crop: bytes | bytearray | None) -> bytearray | None:
    """A small picture that can be overwritten."""
    return None if crop is None else bytearray(crop)


def _is_asked(ask: OfferFaces, photo: OwnPhoto) -> bool:
    """Whether she has to say which face is hers; a video and a lone face leave nothing to say."""
    if ask is OfferFaces.ALWAYS:
        return photo.found > 1 and Feedback.VIDEO not in photo.feedback
    return ask is OfferFaces.IF_UNCLEAR and Feedback.SEVERAL_FACES in photo.feedback
