"""Her own face between checks: photos with their feedback, kept in memory only, until forgotten."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import TracebackType
from typing import TYPE_CHECKING, Self

import numpy as np
from numpy.typing import NDArray

from app.enrol import (
    MOST_PHOTOS,
    Feedback,
    NamedOpener,
    OwnPhoto,
    best_face,
    judge,
    look_at,
    wipe,
)
from app.errors import OwnPhotosUnusableError
from app.job import Job
from app.program import Looker
from face.errors import PackMismatchError, UnreadableMediaError
from face.types import Embedding, Reason, Scan, Track

if TYPE_CHECKING:
    from face.matching.calibration import Calibration

SAME_PICTURE = 0.9999
"""Cosine above which two photos are one."""


class ChallengeResult(StrEnum):
    """How far the person in front of the camera did what the screen asked; see app/camera/."""

    NONE = "none"
    SKIPPED = "skipped"
    PASSED = "passed"


@dataclass(frozen=True, slots=True, eq=False)
class Template:
    """Her face, for one check: a context manager that wipes it from memory at the end.

    Attributes:
        embeddings: float32 (k, d), unit length rows, in the order of the photos that are used.
        photos: All photos that were given, in their order.
        pack, pipeline: What the embeddings were made with.
        challenge: The furthest that was reached with any of the photos that are used.
    """

    embeddings: NDArray[np.float32]
    photos: tuple[OwnPhoto, ...]
    pack: str
    pipeline: str
    challenge: ChallengeResult

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

    def differ(self, same_person: float) -> tuple[OwnPhoto, OwnPhoto] | None:
        """The two photos that resemble each other least, if they look like two people.

        Args:
            same_person: Cosine from which two photos look like one person.
        """
        similarity = self.embeddings @ self.embeddings.T
        first, second = np.unravel_index(int(similarity.argmin()), similarity.shape)
        if similarity[first, second] >= same_person:
            return None
        return self.used[int(first)], self.used[int(second)]


@dataclass(frozen=True, slots=True, eq=False)
class _Kept:
    photo: OwnPhoto
    challenge: ChallengeResult
    embedding: Embedding | None = None
    crop: bytearray | None = None

    def wipe(self) -> None:
        if self.embedding is not None:
            self.embedding.fill(0)
        if self.crop is not None:
            self.crop[:] = bytes(len(self.crop))


class OwnFace:
    """Photos of one person, given one by one. Belongs to one thread; nothing is ever written."""

    def __init__(self) -> None:
        self._kept: list[_Kept] = []
        self._given = 0
        self._made_with = ("", "")

    @property
    def photos(self) -> tuple[OwnPhoto, ...]:
        """What became of each photo that was given and not removed, in their order."""
        return tuple(each.photo for each in self._kept)

    @property
    def used(self) -> tuple[OwnPhoto, ...]:
        """Those whose faces are compared."""
        return tuple(photo for photo in self.photos if photo.used)

    @property
    def pack(self) -> str:
        """The model pack that the faces were measured with; empty as long as there is none."""
        return self._made_with[0] if self.used else ""

    @property
    def pipeline(self) -> str:
        """The version of that pack."""
        return self._made_with[1] if self.used else ""

    def add(
        self,
        photos: Sequence[NamedOpener],
        looker: Looker,
        challenge: ChallengeResult = ChallengeResult.NONE,
    ) -> Job[tuple[OwnPhoto, ...]]:
        """Look at photos in the child process and keep the faces that can be used.

        When it is stopped half-way, none of these photos is kept.

        Returns:
            What became of each, in their order.

        Raises:
            PackMismatchError: The faces kept so far were measured with another pack or version;
                forget them first.
        """
        results = yield from look_at(photos, looker)
        try:
            return tuple(
                self._take(photo.name, result, challenge)
                for photo, result in zip(photos, results, strict=True)
            )
        finally:
            wipe(results)

    def remove(self, number: int) -> None:
        """Forget one photo, by its number; one that is not there is forgotten already."""
        for each in self._kept:
            if each.photo.number == number:
                each.wipe()
        self._kept = [each for each in self._kept if each.photo.number != number]

    def forget(self) -> None:
        """Forget her face: what is kept is overwritten."""
        for each in self._kept:
            each.wipe()
        self._kept.clear()

    def crop(self, number: int | None = None) -> bytes | None:
        """A small picture of her face (JPEG), from one photo, or from the best there is.

        None when there is none: the photo is not used, or the looker was to make no pictures.
        """
        pictures = [each for each in self._kept if each.crop is not None]
        if number is not None:
            pictures = [each for each in pictures if each.photo.number == number]
        best = min(pictures, key=lambda each: each.photo.feedback != (Feedback.GOOD,), default=None)
        return bytes(best.crop) if best is not None and best.crop is not None else None

    def differ(
        self, calibration: "Callable[[str, str], Calibration]"
    ) -> tuple[OwnPhoto, OwnPhoto] | None:
        """Two photos that do not look like one person, or None."""
        if not self.used:
            return None
        with self.template() as template:
            return template.differ(calibration(*self._made_with).same_person)

    def template(self) -> Template:
        """Her face for one check: a copy, which is wiped on its own.

        Raises:
            OwnPhotosUnusableError: Not one photo can be used.
        """
        rows = self._rows()
        if not rows:
            raise OwnPhotosUnusableError(self.photos)
        reached = {each.challenge for each in self._kept if each.photo.used}
        furthest = next(each for each in reversed(ChallengeResult) if each in reached)
        return Template(np.array(rows, np.float32), self.photos, *self._made_with, furthest)

    def _rows(self) -> list[Embedding]:
        return [each.embedding for each in self._kept if each.embedding is not None]

    def _take(
        self, name: str, result: Scan | UnreadableMediaError, challenge: ChallengeResult
    ) -> OwnPhoto:
        feedback, track = judge(result)
        if track is not None and isinstance(result, Scan):
            self._refuse_other_pack(result)
            feedback = self._once(track) or feedback
        self._given += 1
        photo = OwnPhoto(name, feedback, _reason(result), self._given)
        kept = _Kept(photo, challenge)
        if track is not None and photo.used:
            seen = best_face(track)
            # copies: what the scan holds is wiped on its own
            crop = None if seen.crop is None else bytearray(seen.crop)
            kept = _Kept(photo, challenge, track.embedding.copy(), crop)
        self._kept.append(kept)
        return photo

    def _refuse_other_pack(self, scan: Scan) -> None:
        made_with = (scan.pack, scan.pipeline)
        if self.used and made_with != self._made_with:
            raise PackMismatchError(wanted=self.pack, found=scan.pack)
        self._made_with = made_with

    def _once(self, track: Track) -> tuple[Feedback, ...]:
        """Why a face that is good in itself is not taken, if it is not."""
        rows = self._rows()
        if any(track.embedding @ row > SAME_PICTURE for row in rows):
            return (Feedback.TWICE,)
        return (Feedback.TOO_MANY,) if len(rows) >= MOST_PHOTOS else ()


def _reason(result: Scan | UnreadableMediaError) -> Reason | None:
    return result.reason if isinstance(result, UnreadableMediaError) else None
