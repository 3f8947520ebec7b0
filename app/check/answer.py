"""The answer of a check, as plain data."""

from dataclasses import dataclass

from app.check.first_answers import FirstAnswer
from app.enrol.photo_feedback import OwnPhoto
from face.matching import Band
from face.packs.pipelines import is_less
from face.types import FrameHash, Reason
from storage.types import Verdict

BANDS = tuple(str(band) for band in Band)
"""The bands of resemblance, strongest first: "strong", "some"."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A face that resembles hers.

    Attributes:
        item: Number of its item.
        face: Number of the best face of its track.
        name, sha256: Name and hash of the item; None where they are not known.
        band: How strong the resemblance is, one of BANDS.
        similarity: Cosine, -1..1.
        score: The similarity, normalised against the cohort of strangers.
        time_ms: Where in a video the face is seen best; 0 in a picture.
        interval_ms: From when to when it is seen in a video.
        decision: The earlier decision on it, or None.
        by_photos: The band by her photos alone; None when only they and the confirmed faces
            together bring it up.
        pdq: PDQ hash of the picture, 64 hex digits; None in a video or a check copy.
        pdq_quality: How much that hash says, 0..100.
        frame_hashes: PDQ hashes of moments of a video.
        first: The first answer on this face in an earlier check; None when there was none.
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
        """Whether no check brought the face up before and nobody has decided on it."""
        return self.decision is None and self.first is None


@dataclass(frozen=True, slots=True)
class UncheckedItem:
    """An item that could not be checked, or (`partly`) only a part of it.

    Attributes:
        reason: One of `face.types.Reason`, or `app.scan.coverage.PENDING`.
    """

    item: int
    name: str | None
    reason: str
    partly: bool


@dataclass(frozen=True, slots=True)
class PackComparison:
    """The comparison with all that one pack and pipeline scanned.

    Attributes:
        items, tracks: How many items and tracks they scanned.
        older: Whether her photos were scanned with another pipeline, so that only the parts which
            both kinds of vectors share were compared.
        calibrated: Whether the thresholds were ever measured.
        cohort: Where the statistics of the cohort came from, and how many faces they rest on.
        expected: How many look-alikes to expect in each band, in the order of BANDS.
        threshold: Normalised score from which on a face is in each band, in the order of BANDS.
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
        pack, pipeline: Pack and pipeline that scanned her photos.
        items, faces: How many items and faces the case has.
        tracks: How many tracks were compared.
        photos: The own photos with their feedback.
        differ: Labels of two own photos that do not look like one person, or None.
        confirmed: How many confirmed faces of the case were used as further own photos.
        left_out: How many confirmed faces resemble the own photos too little to be used.
        rejected: How many tracks were rejected before and are not shown again.
        calibrated: Whether the thresholds of all comparisons were ever measured.
        cohort: Where the statistics of the cohort came from, and how many faces they rest on, in
            the largest comparison.
        expected_strong, expected_some: How many look-alikes to expect in each band, in total.
        hits: The faces that came up, strong before some, best first in each.
        unchecked: The items that were not compared, or not all of them.
        is_copy: Whether the case is a check copy, which has nothing to show but numbers.
        threshold: Normalised score from which on a face is in each band, in the largest
            comparison.
        groups: The comparisons, one for each pack and pipeline, the largest first.
        earlier_checks: How many checks came before; None when the custody log was changed, so
            that nobody knows what they found.
        person: Number of the person who was checked.
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
    person: int = 1

    @property
    def older(self) -> int:
        """How many items were compared by what another version found in them."""
        return sum(group.items for group in self.groups if group.older)

    @property
    def not_comparable(self) -> int:
        """How many items have vectors that could not be compared with hers."""
        return sum(each.reason == Reason.OTHER_PACK for each in self.unchecked)

    @property
    def rescan_helps(self) -> bool:
        """Whether scanning again would help: not when the present pipeline has fewer networks."""
        older = (group.pipeline for group in self.groups if group.older)
        return self.not_comparable > 0 or any(not is_less(self.pipeline, each) for each in older)
