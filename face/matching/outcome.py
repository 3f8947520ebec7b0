"""Check one person's face against all faces of a case, and say how many look-alikes to expect.

The scores are measured against the crowd of the case (cohort.py), and so are the thresholds: the
strangers' tail (tail.py) says at which score so many strangers come up. Her own appearances must
not count as strangers, and nobody labels them: who stands out is left out, and all is done again.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from face.errors import PackMismatchError
from face.matching.calibration import Calibration
from face.matching.cohort import Origin, Rows
from face.matching.crowd import Crowd
from face.matching.kind import expected_among_her_kind
from face.matching.scoring import Case, Scored
from face.types import Floats

STRONG_LOOKALIKES = 0.015
"""Look-alikes expected in the whole case among strong resemblances. Not 0.05: so far out the tail
is known within a factor of 6 at worst, and even then no more than 0.1 may come up."""

STRONG_AMONG_HER_KIND = 0.05
"""What is called strong has to be so rare among people like her, too, few as they may be."""

SOME_LOOKALIKES = 1.0
"""Look-alikes expected in the whole case among all resemblances shown, at most."""

_STRONG_SHARE, _SOME_SHARE = 5e-4, 1e-2
"""The share of strangers that may pass at most: in a small case a look-alike in 20 faces would
still be one expected, and yet no resemblance."""


class Band(StrEnum):
    """How much a face resembles hers."""

    STRONG = "strong"
    SOME = "some"


@dataclass(frozen=True, slots=True)
class Hit:
    """A track that resembles her.

    Attributes:
        row: Which track.
        similarity: Cosine to the mean of the own photos, -1..1.
        score: Normalised against the crowd.
    """

    row: int
    band: Band
    similarity: float
    score: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer of a check.

    Attributes:
        hits: Strong before some, best first in each; rejected tracks are never among them.
        expected_strong: Look-alikes to expect in the whole case among the strong resemblances.
        expected_some: The same among the rest of the hits.
        threshold_strong, threshold_some: Normalised scores from which on a face is shown as such.
        cohort_origin: Where the crowd came from.
        cohort_size: How many faces it has.
        calibrated: Whether the pack's scores were ever measured.
    """

    hits: tuple[Hit, ...]
    expected_strong: float
    expected_some: float
    threshold_strong: float
    threshold_some: float
    cohort_origin: Origin
    cohort_size: int
    calibrated: bool


def check(
    own: Floats,
    tracks: Floats,
    calibration: Calibration,
    *,
    groups: NDArray[np.integer] | None = None,
    rejected: NDArray[np.bool_] | None = None,
) -> Outcome:
    """Find the tracks that resemble one person.

    Args:
        own: Her photos and confirmed faces, k x d (k >= 1), unit length.
        tracks: All faces of the case, N x d, float32, unit length, C-contiguous.
        calibration: Of the pack that all these vectors come from.
        groups: Number of the item of each track, N.
        rejected: Tracks that she said are not her, N: strangers for certain.

    Raises:
        PackMismatchError: The vectors have different dimensions.
        ValueError: Vectors that are not finite, or no own photo.
    """
    calibration = calibration.for_dimension(own.shape[1])
    _refuse_other_dimensions(own, tracks, calibration)
    if not len(own) or not np.isfinite(own).all():
        raise ValueError("own photos are missing or not finite")
    template = np.asarray(own, np.float32).mean(axis=0)
    known = np.zeros(len(tracks), np.bool_) if rejected is None else np.asarray(rejected, np.bool_)
    case = Case(template, tracks, Crowd.of(tracks, groups), known, calibration)
    scored = case.scored()
    strong = scored.tail.score_for(STRONG_LOOKALIKES, _STRONG_SHARE)
    some = scored.tail.score_for(SOME_LOOKALIKES, _SOME_SHARE)
    expected = scored.tail.expected(np.array([strong, some]))
    return Outcome(
        hits=_hits(case, scored, strong, some),
        expected_strong=float(expected[0]),
        expected_some=float(expected[1] - expected[0]),
        threshold_strong=float(strong),
        threshold_some=float(some),
        cohort_origin=scored.cohort.origin,
        cohort_size=scored.cohort.size,
        calibrated=calibration.calibrated,
    )


def _hits(case: Case, scored: Scored, strong: float, some: float) -> tuple[Hit, ...]:
    shown = np.flatnonzero((scored.scores >= some) & ~case.known[scored.rows])
    scores, rows = scored.scores[shown], scored.rows[shown]
    stands_out = scores >= strong
    stands_out[stands_out] = _rare_among_her_kind(case, rows[stands_out])
    best_first = np.lexsort((-scores, ~stands_out))
    scores, rows, stands_out = scores[best_first], rows[best_first], stands_out[best_first]
    length = max(float(np.linalg.norm(case.template)), 1e-9)
    similarity = case.tracks[rows] @ case.template / length
    return tuple(
        Hit(
            row=int(row),
            band=Band.STRONG if is_strong else Band.SOME,
            similarity=float(cosine),
            score=float(value),
        )
        for row, value, cosine, is_strong in zip(rows, scores, similarity, stands_out, strict=True)
    )


def _rare_among_her_kind(case: Case, rows: Rows) -> NDArray[np.bool_]:
    if not len(rows):
        return np.zeros(0, np.bool_)
    tracks, calibration = case.tracks, case.calibration
    expected = expected_among_her_kind(case.template, tracks[rows], tracks, calibration)
    return np.asarray(expected <= STRONG_AMONG_HER_KIND)


def _refuse_other_dimensions(own: Floats, tracks: Floats, calibration: Calibration) -> None:
    wanted = calibration.parts.dimension
    for found in (own.shape[1], tracks.shape[1]):
        if found != wanted:
            raise PackMismatchError(f"{calibration.pack} {wanted}", str(found))
