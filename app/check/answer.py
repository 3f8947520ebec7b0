"""What a check answers: plain data."""

from dataclasses import dataclass

from app.check.first_answers import FirstAnswer
from app.enrol.photo_feedback import OwnPhoto
from face.packs.pipelines import is_less
from face.types import FrameHash, Reason
from storage.types import Verdict


@dataclass(frozen=True, slots=True)
class Hit:
    """A face that resembles hers.

    Attributes:
        face: Number of the best face of its track.
        band: "strong" or "some".
        similarity: Cosine, -1..1.
        score: The same, normalised against the crowd.
        time_ms: Where in a video the face is seen best; 0 in a picture.
        interval_ms: From when to when it is seen.
        decision: What she decided about it before, or None.
        by_photos: The band that her photos alone give it; None where they do not bring it up, and
            only they and the confirmed faces together do.
        pdq: Hash of how its picture looks, 64 hex digits; None in a video or a check copy.
        pdq_quality: How much that hash says, 0..100.
        frame_hashes: The same of the moments of a video.
        first: What it was called when it first came up in an earlier check; None: it never did.
    """

    item: int
    face: int
    name: str | None
    sha256: str | None
    band: str
    similarity: float
    score: float
    time_ms: int
    interval_ms: tuple[int, int]
    decision: Verdict | None
    by_photos: str | None
    pdq: str | None = None
    pdq_quality: int | None = None
    frame_hashes: tuple[FrameHash, ...] = ()
    first: FirstAnswer | None = None

    @property
    def is_new(self) -> bool:
        """Whether nobody has decided on it, and no check brought it up before."""
        return self.decision is None and self.first is None


@dataclass(frozen=True, slots=True)
class UncheckedItem:
    """An item that could not be checked, or (`partly`) not all of it."""

    item: int
    name: str | None
    reason: str
    partly: bool


@dataclass(frozen=True, slots=True)
class PackComparison:
    """What one pack and pipeline looked at, compared by itself.

    Attributes:
        items, tracks: How much of the case that is.
        older: Whether her photos were looked at in another way, so that only what both have in
            common was compared.
        calibrated: Whether that was ever measured.
        cohort: Where the statistics of its crowd came from, and how many faces they rest on.
        expected: Look-alikes to expect among the strong resemblances, and among the rest.
        threshold: Normalised scores from which on a face is called strong, some.
    """

    pack: str
    pipeline: str
    items: int
    tracks: int
    older: bool
    calibrated: bool
    cohort: tuple[str, int]
    expected: tuple[float, float]
    threshold: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a check found.

    Attributes:
        pack, pipeline: What her photos were looked at with.
        items, faces, tracks: How much there is in the case, and compared (tracks).
        photos: What became of each own photo.
        differ: Two own photos that do not look like one person, or None.
        confirmed: Confirmed faces of the case that were used as further own photos.
        left_out: Confirmed faces that resemble the own photos too little to be used.
        rejected: Tracks that were rejected before and are not shown again.
        calibrated: Whether all that was compared was ever measured.
        cohort: Where the statistics of the crowd came from, and how many faces they rest on; of
            the largest group.
        expected_strong, expected_some: Look-alikes to expect in each band, in all groups.
        hits: Strong before some, best first in each.
        is_copy: Whether it was a check copy, in which nothing but numbers can be looked at.
        threshold: Normalised scores from which on a face is called strong, some; of the largest
            group.
        groups: What was compared, apart for each pack and pipeline, the largest first.
        earlier_checks: How many checks came before; None where the custody log was changed, so
            that nobody knows what came up in them.
    """

    pack: str
    pipeline: str
    items: int
    faces: int
    tracks: int
    photos: tuple[OwnPhoto, ...]
    differ: tuple[str, str] | None
    confirmed: int
    left_out: int
    rejected: int
    calibrated: bool
    cohort: tuple[str, int]
    expected_strong: float
    expected_some: float
    hits: tuple[Hit, ...]
    unchecked: tuple[UncheckedItem, ...]
    is_copy: bool = False
    threshold: tuple[float, float] | None = None
    groups: tuple[PackComparison, ...] = ()
    earlier_checks: int | None = 0

    @property
    def older(self) -> int:
        """Items that were compared by what an older or another version found in them."""
        return sum(group.items for group in self.groups if group.older)

    @property
    def apart(self) -> int:
        """Items with vectors that nothing could be compared with."""
        return sum(each.reason == Reason.OTHER_PACK for each in self.unchecked)

    @property
    def again(self) -> bool:
        """Whether looking again helps: not at what was measured by more than there is here now."""
        older = (group.pipeline for group in self.groups if group.older)
        return self.apart > 0 or any(not is_less(self.pipeline, each) for each in older)
