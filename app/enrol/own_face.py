"""Her own face: photos with their feedback, in memory only, until it is forgotten."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from types import TracebackType
from typing import TYPE_CHECKING, Self

import numpy as np
from numpy.typing import NDArray

from app.enrol.errors import OwnFaceNotChosenError, OwnPhotosUnusableError
from app.enrol.kept_photo import (
    ChallengeResult,
    KeptPhoto,
    OfferedFace,
    OfferFaces,
    copy_of_crop,
    kept_photo,
)
from app.enrol.photo_feedback import (
    MOST_PHOTOS,
    REFUSED,
    Feedback,
    NumberedFace,
    OwnPhoto,
    best_face,
    judge_face,
    judge_photo,
)
from app.enrol.photo_scan import scan_photos, wipe_scans
from app.intake.photo_file import NamedOpener
from app.job import Job
from app.sandbox.interfaces import FaceScanner
from face.errors import PackMismatchError, UnreadableMediaError
from face.types import Embedding, Scan

if TYPE_CHECKING:
    from face.matching.calibration import Calibration

SAME_PICTURE = 0.9999
"""Cosine above which two photos count as the same one."""


@dataclass(frozen=True, slots=True, eq=False)
class Template:
    """Her face for one check: a context manager that wipes it at the end.

    Attributes:
        embeddings: float32 (k, d), unit length rows, in the order of the photos that are used.
        photos: All photos that were added, in their order.
        pack, pipeline: Pack and pipeline that made the embeddings.
        challenge: The best result of the challenge among the photos that are used.
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
        """The photos that the rows of `embeddings` are from."""
        return tuple(photo for photo in self.photos if photo.used)

    def differ(self, same_person: float) -> tuple[OwnPhoto, OwnPhoto] | None:
        """Return the two photos that resemble each other least, if they look like two people.

        Args:
            same_person: Cosine from which two photos look like one person.
        """
        similarity = self.embeddings @ self.embeddings.T
        first, second = np.unravel_index(int(similarity.argmin()), similarity.shape)
        if similarity[first, second] >= same_person:
            return None
        return self.used[int(first)], self.used[int(second)]


class OwnFace:
    """The own photos of one person. It belongs to one thread, and nothing is ever written."""

    def __init__(self) -> None:
        self._kept: list[KeptPhoto] = []
        self._given = 0
        self._made_with = ("", "")

    @property
    def photos(self) -> tuple[OwnPhoto, ...]:
        """All photos that were added and not removed, in their order."""
        return tuple(each.photo for each in self._kept)

    @property
    def used(self) -> tuple[OwnPhoto, ...]:
        """The photos whose faces are compared."""
        return tuple(photo for photo in self.photos if photo.used)

    @property
    def pack(self) -> str:
        """The model pack that measured the faces; empty while there is no face.

        Faces that she still has to choose from count, too.
        """
        return self._made_with[0] if self._holds_a_face else ""

    @property
    def pipeline(self) -> str:
        """The pipeline that measured the faces; empty while there is no face."""
        return self._made_with[1] if self._holds_a_face else ""

    def add(
        self,
        photos: Sequence[NamedOpener],
        scanner: FaceScanner,
        challenge: ChallengeResult = ChallengeResult.NONE,
        ask: OfferFaces = OfferFaces.NEVER,
    ) -> Job[tuple[OwnPhoto, ...]]:
        """Scan photos in child processes and keep the faces that can be used.

        When the job is stopped, none of these photos is kept.

        Args:
            ask: When a photo with several faces waits for `choose`. All its faces are kept until
                then, and its opener as long as the photo is kept.

        Returns:
            The photos with their feedback, in their order.

        Raises:
            PackMismatchError: The faces kept so far were measured with another pack or version;
                forget them first.
        """
        results = yield from scan_photos(photos, scanner)
        try:
            return tuple(
                self._take(photo, result, challenge, ask)
                for photo, result in zip(photos, results, strict=True)
            )
        finally:
            wipe_scans(results)

    def choose(self, number: int, face: int) -> None:
        """Take the face that she chose in a waiting photo, and wipe the others.

        Nothing changes when the photo does not wait, or the face was not offered.
        """
        for place, kept in enumerate(self._kept):
            for each in kept.offered:
                if (kept.photo.number, each.numbered.number) == (number, face):
                    self._kept[place] = self._chosen(kept, each)
                    kept.wipe()
                    return

    def ask_again(self, number: int, scanner: FaceScanner) -> Job[None]:
        """Scan a photo once more, to let her choose another face in it.

        Nothing changes before the scan has ended, or when the photo was removed meanwhile.

        Raises:
            PackMismatchError: As in `add`.
        """
        kept = self._by_number(number)
        if kept is None or kept.source is None:
            return
        results = yield from scan_photos([kept.source], scanner)
        try:
            if kept not in self._kept:
                return
            self._refuse_other_pack(results[0])
            place = self._kept.index(kept)
            kept.wipe()
            # without its face, so that the photo is not compared with itself
            self._kept[place] = KeptPhoto(kept.photo, kept.challenge)
            self._kept[place] = self._judged(
                kept.source, results[0], kept.challenge, OfferFaces.ALWAYS, number
            )
        finally:
            wipe_scans(results)

    def offered(self, number: int) -> tuple[tuple[NumberedFace, bytes | None], ...]:
        """Return the faces to choose from in a photo, each with its crop (JPEG) if there is one."""
        kept = self._by_number(number)
        return kept.choice if kept is not None else ()

    @property
    def several(self) -> frozenset[int]:
        """The numbers of photos in which another face can be chosen."""
        return frozenset(each.photo.number for each in self._kept if each.offers_another)

    def remove(self, number: int) -> None:
        """Wipe and forget the photo with this number, if there is one."""
        for each in self._kept:
            if each.photo.number == number:
                each.wipe()
        self._kept = [each for each in self._kept if each.photo.number != number]

    def forget(self) -> None:
        """Wipe and forget all photos."""
        for each in self._kept:
            each.wipe()
        self._kept.clear()

    def crop(self, number: int | None = None) -> bytes | None:
        """Return a small picture of her face (JPEG), from the photo of that number or the best one.

        None when the photo is not used, or the scanner made no crops.
        """
        pictures = [each for each in self._kept if each.crop is not None]
        if number is not None:
            pictures = [each for each in pictures if each.photo.number == number]
        best = min(pictures, key=lambda each: each.photo.feedback != (Feedback.GOOD,), default=None)
        return bytes(best.crop) if best is not None and best.crop is not None else None

    def differ(
        self, calibration: "Callable[[str, str], Calibration]"
    ) -> tuple[OwnPhoto, OwnPhoto] | None:
        """Return two photos that do not look like one person, or None."""
        if not self.used:
            return None
        with self.template() as template:
            return template.differ(calibration(*self._made_with).same_person)

    def template(self) -> Template:
        """Return a copy of her face for one check, which wipes itself.

        Raises:
            OwnFaceNotChosenError: No photo can be used before she chooses her face.
            OwnPhotosUnusableError: No photo can be used.
        """
        rows = self._rows()
        if not rows:
            unclear = any(kept.is_unclear for kept in self._kept)
            raise (OwnFaceNotChosenError if unclear else OwnPhotosUnusableError)(self.photos)
        reached = {each.challenge for each in self._kept if each.photo.used}
        furthest = next(each for each in reversed(ChallengeResult) if each in reached)
        return Template(np.array(rows, np.float32), self.photos, *self._made_with, furthest)

    @property
    def _holds_a_face(self) -> bool:
        return any(each.holds_a_face for each in self._kept)

    def _rows(self) -> list[Embedding]:
        return [each.embedding for each in self._kept if each.embedding is not None]

    def _by_number(self, number: int) -> KeptPhoto | None:
        return next((each for each in self._kept if each.photo.number == number), None)

    def _take(
        self,
        given: NamedOpener,
        result: Scan | UnreadableMediaError,
        challenge: ChallengeResult,
        ask: OfferFaces,
    ) -> OwnPhoto:
        self._refuse_other_pack(result)
        self._given += 1
        kept = self._judged(given, result, challenge, ask, self._given)
        self._kept.append(kept)
        return kept.photo

    def _judged(
        self,
        given: NamedOpener,
        result: Scan | UnreadableMediaError,
        challenge: ChallengeResult,
        ask: OfferFaces,
        number: int,
    ) -> KeptPhoto:
        feedback, track = judge_photo(result, given.face)
        if isinstance(result, UnreadableMediaError):
            photo = OwnPhoto(given.name, feedback, result.reason, number, given.face)
            return KeptPhoto(photo, challenge)
        kept = kept_photo(given, result, feedback, challenge, ask, number)
        if track is None or kept.photo.waits:
            return kept
        return self._with_face(kept, track.embedding, best_face(track).crop)

    def _chosen(self, waiting: KeptPhoto, chosen: OfferedFace) -> KeptPhoto:
        feedback = judge_face(chosen.traits)
        photo = replace(waiting.photo, feedback=feedback, face=chosen.numbered.number)
        kept = replace(waiting, photo=photo, offered=())
        if REFUSED.intersection(feedback):
            return kept
        return self._with_face(kept, chosen.embedding, chosen.crop)

    def _with_face(
        self, kept: KeptPhoto, embedding: Embedding, crop: bytes | bytearray | None
    ) -> KeptPhoto:
        """Add copies of her face, unless there is a reason not to take it."""
        refused = self._refusal_of(embedding)
        if refused:
            return replace(kept, photo=replace(kept.photo, feedback=refused))
        return replace(kept, embedding=embedding.copy(), crop=copy_of_crop(crop))

    def _refuse_other_pack(self, result: Scan | UnreadableMediaError) -> None:
        if not isinstance(result, Scan) or not result.tracks:
            return
        made_with = (result.pack, result.pipeline)
        if made_with != self._made_with and self._holds_a_face:
            raise PackMismatchError(wanted=self._made_with[0], found=result.pack)
        self._made_with = made_with

    def _refusal_of(self, embedding: Embedding) -> tuple[Feedback, ...]:
        """Say why a good face is not taken: it is there already, or there are enough."""
        rows = self._rows()
        if any(embedding @ row > SAME_PICTURE for row in rows):
            return (Feedback.TWICE,)
        return (Feedback.TOO_MANY,) if len(rows) >= MOST_PHOTOS else ()
