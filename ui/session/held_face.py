"""What is held of her face, as the pages see it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.enrol.photo_feedback import Feedback, OwnPhoto
from app.review.reveal import RevealedPicture


@dataclass(frozen=True, slots=True)
class HeldFace:
    """What is held of her face.

    Attributes:
        photos: What became of each photo that was given and not removed.
        pictures: Of the face, small, by the number of its photo.
        offered: Of the faces that she is to choose from, by the numbers of photo and face.
        several: The numbers of photos in which she may choose another face.
        differ: Two photos that do not look like one person, or None.
        pack: The model pack that the faces were measured with; empty while there is none.
        scanned_again: Whether photos had to be looked at once more, since the pack had changed.
    """

    photos: tuple[OwnPhoto, ...] = ()
    pictures: Mapping[int, RevealedPicture] = field(default_factory=dict)
    offered: Mapping[int, Mapping[int, RevealedPicture]] = field(default_factory=dict)
    several: frozenset[int] = frozenset()
    differ: tuple[OwnPhoto, OwnPhoto] | None = None
    pack: str = ""
    scanned_again: bool = False

    @property
    def best_picture(self) -> RevealedPicture | None:
        """Her face, from the best of the photos that are in memory."""
        shown = [photo for photo in self.photos if photo.number in self.pictures]
        best = min(shown, key=lambda photo: photo.feedback != (Feedback.GOOD,), default=None)
        return self.pictures[best.number] if best is not None else None

    @property
    def used(self) -> int:
        """How many photos can be compared."""
        return sum(photo.used for photo in self.photos)
