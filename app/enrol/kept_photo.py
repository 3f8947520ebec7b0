"""An own photo in memory: nothing of it is ever written to disk, and all can be wiped."""

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
    """Whether the person in front of the camera did what was asked (app/enrol/camera/)."""

    NONE = "none"
    SKIPPED = "skipped"
    PASSED = "passed"


UNCLEAR = frozenset({Feedback.SEVERAL_FACES, Feedback.CHOICE, Feedback.NO_SUCH_FACE})
"""Feedback on photos that may be usable once she has chosen her face in them."""


class OfferFaces(Enum):
    """When she is asked to choose her face in a photo."""

    NEVER = auto()
    IF_UNCLEAR = auto()
    ALWAYS = auto()


@dataclass(frozen=True, slots=True, eq=False)
class OfferedFace:
    """A face that she can choose. It may be anybody's, so it is wiped once she has chosen."""

    numbered: NumberedFace
    traits: Traits
    embedding: Embedding
    crop: bytearray | None

    def wipe(self) -> None:
        """Overwrite the embedding and the crop."""
        self.embedding.fill(0)
        if self.crop is not None:
            self.crop[:] = bytes(len(self.crop))


@dataclass(frozen=True, slots=True, eq=False)
class KeptPhoto:
    """An own photo with what was measured in it.

    Attributes:
        challenge: The result of the challenge for a picture of the camera, else NONE.
        source: Opens the photo again to let her choose another face; None when she cannot.
        embedding: Her face, unit length; None while there is none to use.
        crop: A small picture of her face, JPEG.
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
        """Whether it holds the embedding of any face, hers or not."""
        return self.embedding is not None or bool(self.offered)

    @property
    def is_unclear(self) -> bool:
        """Whether it may be usable once she has chosen her face in it."""
        return bool(UNCLEAR.intersection(self.photo.feedback))

    @property
    def offers_another(self) -> bool:
        """Whether she can be asked again which face is hers."""
        return self.source is not None and self.photo.found > 1 and not self.photo.waits

    @property
    def choice(self) -> tuple[tuple[NumberedFace, bytes | None], ...]:
        """The faces to choose from, each with its crop (JPEG) if there is one."""
        return tuple(
            (each.numbered, None if each.crop is None else bytes(each.crop))
            for each in self.offered
        )

    def wipe(self) -> None:
        """Overwrite every face that it holds."""
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
    """Make a kept photo of a scan, with all its faces if she is to choose, else without any."""
    choice = faces_to_choose_from(scan)
    told, found = tuple(face for face, _ in choice), len(scan.tracks)
    photo = OwnPhoto(given.name, feedback, None, number, given.face, found, told)
    source = None if ask is OfferFaces.NEVER or Feedback.VIDEO in feedback else given
    if not _is_asked(ask, photo):
        return KeptPhoto(photo, challenge, source)
    # copies, because the scan is wiped by its owner
    offered = tuple(
        OfferedFace(face, seen.face.traits, each.embedding.copy(), copy_of_crop(seen.crop))
        for face, each in choice
        for seen in (best_face(each),)
    )
    return KeptPhoto(
        replace(photo, feedback=(Feedback.CHOICE,)), challenge, source, offered=offered
    )


def copy_of_crop(crop: bytes | bytearray | None) -> bytearray | None:
    """Copy a crop into memory that can be wiped."""
    return None if crop is None else bytearray(crop)


def _is_asked(ask: OfferFaces, photo: OwnPhoto) -> bool:
    """Return whether she is asked which face is hers; never for a video or a single face."""
    if ask is OfferFaces.ALWAYS:
        return photo.found > 1 and Feedback.VIDEO not in photo.feedback
    return ask is OfferFaces.IF_UNCLEAR and Feedback.SEVERAL_FACES in photo.feedback
