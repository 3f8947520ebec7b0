"""Check one person's face against all faces of a case, and say how many look-alikes to expect.

The scores are measured against the crowd of the case (cohort.py), and so are the thresholds: the
strangers' tail (tail.py) says at which score so many strangers come up. Her own appearances must
not count as strangers, and nobody labels them: who stands out is left out, and all is done again.

Faces that a person confirmed are further photos of her, for every face but themselves
(leave_out.py): what comes up of one is what a check without it says, in every step.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from face.errors import PackMismatchError
from face.matching.calibration import Calibration
from face.matching.cohort import Origin, Rows
from face.matching.crowd import Crowd
from face.matching.group_check import Kinds
from face.matching.leave_out import Confirmed, parts
from face.matching.scoring import Case, Scored
from face.matching.wiped import wiped
from face.types import Floats

STRONG_LOOKALIKES = 0.03
"""Look-alikes expected in the whole case among strong resemblances. Not 0.05: so far out the tail
is known within a factor of 3 or so, and even then no more than 0.1 may come up."""

STRONG_AMONG_HER_KIND = 0.05
"""What is called strong has to be so rare among people like her, too, few as they may be."""

SOME_LOOKALIKES = 1.0
"""Look-alikes expected in the whole case among all resemblances shown, at most."""

_STRONG_SHARE, _SOME_SHARE = 5e-4, 1e-2
"""The share of strangers that may pass at most: in a small case a look-alike in 20 faces would
still be one expected, and yet no resemblance. A part of a case has a part of its strangers, so that
this share is the same in all parts."""

_MOST_PRODUCTS = 1 << 24
"""So many products of parts are computed at once where many templates are compared with all tracks:
64 MB, and as much again while they are put in order."""


class Band(StrEnum):
    """How much a face resembles hers."""

    STRONG = "strong"
    SOME = "some"


@dataclass(frozen=True, slots=True)
class Hit:
    """A track that resembles her.

    Attributes:
        row: Which track.
        similarity: Cosine to the mean of the own photos and confirmed faces that count, -1..1.
        score: Normalised against the crowd.
        by_photos: The band that her photos alone give it; None: they do not bring it up.
    """

    row: int
    band: Band
    similarity: float
    score: float
    by_photos: Band | None


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


def check(  # noqa: PLR0913 - of most cases there is less to say
    own: Floats,
    tracks: Floats,
    calibration: Calibration,
    *,
    groups: NDArray[np.integer] | None = None,
    rejected: NDArray[np.bool_] | None = None,
    confirmed: Confirmed | None = None,
    share: float = 1.0,
) -> Outcome:
    """Find the tracks that resemble one person.

    Confirmed faces do not count for what stands in their own picture or video, and what is said of
    that is decided anew without them: who is left out of the crowd, the thresholds, all. So each
    content with confirmed faces costs a scoring of the case, and nothing is estimated. What does
    not depend on the confirmed faces is worked out once for all: the crowds, and the tracks as they
    are seen from their middles.

    Args:
        own: Her photos, k x d (k >= 1), unit length.
        tracks: All faces of the case, N x d, float32, unit length, C-contiguous.
        calibration: Of the pack that all these vectors come from.
        groups: Number of the item of each track, N.
        rejected: Tracks that she said are not her, N: strangers for certain.
        confirmed: Tracks that she said are her: further photos of her, for all others.
        share: How much of the case's look-alikes these tracks may bring, above 0, at most 1: their
            share of the case, where it has others that are compared apart.

    Raises:
        PackMismatchError: The vectors have different dimensions.
        ValueError: Vectors that are not finite, no own photo, or a share out of range.
    """
    calibration = calibration.for_dimension(own.shape[1])
    _refuse_other_dimensions(own, tracks, calibration)
    if not len(own) or not np.isfinite(own).all():
        raise ValueError("own photos are missing or not finite")
    if not 0 < share <= 1:
        raise ValueError("a share of the budget is above 0, and at most 1")
    known = np.zeros(len(tracks), np.bool_) if rejected is None else np.asarray(rejected, np.bool_)
    crowd = Crowd.of(tracks, groups).one_of_each(calibration)
    with wiped(_mean(own)) as template:
        case = Case(template, tracks, crowd, known, calibration)
        photos = _Compared.of(case, Kinds.of(tracks, calibration), share)
        first = list(photos.hits())
    whole, hits = photos, first
    if confirmed is not None and len(confirmed.rows):
        whole, hits = _with_confirmed(photos, first, own, confirmed)
    by_photos = {hit.row: hit.band for hit in first}
    expected = whole.scored.tail.expected(np.array([whole.strong, whole.some]))
    return Outcome(
        hits=tuple(
            replace(hit, by_photos=by_photos.get(hit.row)) for hit in sorted(hits, key=_best_first)
        ),
        expected_strong=float(expected[0]),
        expected_some=float(expected[1] - expected[0]),
        threshold_strong=whole.strong,
        threshold_some=whole.some,
        cohort_origin=whole.scored.cohort.origin,
        cohort_size=whole.scored.cohort.size,
        calibrated=calibration.calibrated,
    )


def _with_confirmed(
    photos: "_Compared", first: Sequence[Hit], own: Floats, confirmed: Confirmed
) -> "tuple[_Compared, list[Hit]]":
    """The case beside all of her, and what comes up of each track beside what counts for it.

    Args:
        photos: The case beside her photos alone.
        first: What comes up of that.
    """
    case, products = photos.case, photos.case.calibration.parts.along
    with wiped(_means(own, case.tracks, [confirmed.rows])) as templates:
        (along,) = products(case.tracks, templates)
        whole = photos.beside(templates[0], along)
        came_up = list(whole.hits())
    everyone, *others = parts(case.tracks, confirmed, _rows([*first, *came_up]))
    of_everyone = np.isin(_rows(came_up), everyone.rows).tolist()
    hits = [hit for hit, stays in zip(came_up, of_everyone, strict=True) if stays]
    at_once = max(1, _MOST_PRODUCTS // along.size)
    for start in range(0, len(others), at_once):
        some = others[start : start + at_once]
        with wiped(_means(own, case.tracks, [part.confirmed for part in some])) as templates:
            every = zip(some, templates, products(case.tracks, templates), strict=True)
            for part, template, along in every:
                hits += photos.beside(template, along).hits(part.rows)
    return whole, hits


def _rows(hits: Sequence[Hit]) -> Rows:
    return np.array([hit.row for hit in hits], np.intp)


def _mean(*vectors: Floats) -> Floats:
    """Of all rows of some arrays, k x d; makes no copy of them."""
    total = np.zeros(vectors[0].shape[1], np.float32)
    for each in vectors:
        with wiped(each.sum(axis=0, dtype=np.float32)) as some:
            total += some
    total /= np.float32(sum(map(len, vectors)))
    return total


def _means(own: Floats, tracks: Floats, confirmed: Sequence[Rows]) -> Floats:
    """Of her photos with some tracks, with others, and so on, n x d."""
    means = np.zeros((len(confirmed), own.shape[1]), np.float32)
    for mean, rows in zip(means, confirmed, strict=True):
        with wiped(tracks[rows]) as faces, wiped(_mean(own, faces)) as made:
            mean[:] = made
    return means


def _best_first(hit: Hit) -> tuple[bool, float]:
    return hit.band is not Band.STRONG, -hit.score


@dataclass(frozen=True, slots=True, eq=False)
class _Compared:
    """A case beside one template.

    Attributes:
        kinds: How many tracks are of each kind of people.
        share: How much of the case's look-alikes they may bring.
        strong, some: Normalised scores from which on a face is shown as such.
    """

    case: Case
    kinds: Kinds
    share: float
    scored: Scored
    strong: float
    some: float

    @classmethod
    def of(cls, case: Case, kinds: Kinds, share: float) -> "_Compared":
        scored = case.scored()
        strong = scored.tail.score_for(STRONG_LOOKALIKES * share, _STRONG_SHARE)
        some = scored.tail.score_for(SOME_LOOKALIKES * share, _SOME_SHARE)
        return cls(case, kinds, share, scored, float(strong), float(some))

    def beside(self, template: Floats, along: Floats) -> "_Compared":
        """The same case beside another template."""
        return self.of(self.case.of(template, along), self.kinds, self.share)

    def hits(self, among: Rows | None = None) -> Iterator[Hit]:
        """What comes up of some tracks (None: of all), in any order."""
        case, scored = self.case, self.scored
        shown = (scored.scores >= self.some) & ~case.known[scored.rows]
        if among is not None:
            shown &= np.isin(scored.rows, among)
        scores, rows = scored.scores[shown], scored.rows[shown]
        stands_out = scores >= self.strong
        stands_out[stands_out] = self._rare_among_her_kind(rows[stands_out])
        length = max(float(np.linalg.norm(case.template)), 1e-9)
        similarity = case.tracks[rows] @ case.template / length
        for row, value, cosine, is_strong in zip(rows, scores, similarity, stands_out, strict=True):
            band = Band.STRONG if is_strong else Band.SOME
            yield Hit(int(row), band, float(cosine), float(value), None)

    def _rare_among_her_kind(self, rows: Rows) -> NDArray[np.bool_]:
        if not len(rows):
            return np.zeros(0, np.bool_)
        expected = self.kinds.expected(self.case.template, self.case.tracks[rows])
        return np.asarray(expected <= STRONG_AMONG_HER_KIND * self.share)


def _refuse_other_dimensions(own: Floats, tracks: Floats, calibration: Calibration) -> None:
    wanted = calibration.parts.dimension
    for found in (own.shape[1], tracks.shape[1]):
        if found != wanted:
            raise PackMismatchError(f"{calibration.pack} {wanted}", str(found))
