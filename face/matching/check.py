"""Check one person's face against all faces of a case, and say how many look-alikes to expect.

The scores are normalised with an impostor cohort from the case itself (cohort.py), and the impostor
tail (impostor_tail.py) turns the budgets of look-alikes into thresholds (thresholds.py). Her own
appearances must not count as impostors, but nobody labels them: faces that stand out are taken out
of the cohort, and the scoring is repeated.

Faces that a person confirmed are further photos of her, for every face but themselves
(leave_one_out.py): whether one of them comes up is decided by a check without it, in every step.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from face.errors import PackMismatchError
from face.matching.calibration import Calibration
from face.matching.cohort import CohortOrigin, Rows
from face.matching.cohort_selection import CohortCandidates
from face.matching.group_check import PeopleGroups
from face.matching.leave_one_out import ConfirmedFaces, groups_by_confirmed
from face.matching.scoring import CaseScorer, ScoredTracks
from face.matching.thresholds import Band, Thresholds, is_rare_in_group
from face.matching.wiped import wiped
from face.types import Floats

_MOST_PRODUCTS = 1 << 24
"""Most part products that are computed at once when many templates are compared with all tracks:
64 MB, and as much again while they are reordered."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A track that resembles her.

    Attributes:
        row: Row of the track.
        similarity: Cosine to the mean of the own photos and confirmed faces that count, -1..1.
        score: Score normalised with the cohort.
        by_photos: The band that her photos alone give the track; None if they do not show it.
    """

    row: int
    band: Band
    similarity: float
    score: float
    by_photos: Band | None


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The result of a check.

    Attributes:
        hits: Strong before some, best first in each; rejected tracks are never among them.
        expected_strong: Look-alikes to expect in the whole case among the strong resemblances.
        expected_some: Look-alikes to expect among the other resemblances.
        threshold_strong, threshold_some: Normalised scores from which a face is shown in the band.
        cohort_origin: Where the faces of the cohort came from.
        cohort_size: Number of faces in the cohort.
        calibrated: Whether the scores of the pack were ever measured.
    """

    hits: tuple[Hit, ...]
    expected_strong: float
    expected_some: float
    threshold_strong: float
    threshold_some: float
    cohort_origin: CohortOrigin
    cohort_size: int
    calibrated: bool


def check(  # noqa: PLR0913 - of most cases there is less to say
    own: Floats,
    tracks: Floats,
    calibration: Calibration,
    *,
    groups: NDArray[np.integer] | None = None,
    rejected: NDArray[np.bool_] | None = None,
    confirmed: ConfirmedFaces | None = None,
    share: float = 1.0,
) -> CheckResult:
    """Find the tracks that resemble one person.

    Confirmed faces do not count for the tracks of their own picture or video, and these tracks are
    decided without them in every step: the cohort, the thresholds, the scores. So each content with
    confirmed faces costs a scoring of the case, and nothing is estimated. Whatever does not depend
    on the confirmed faces is computed once: the cohorts, and the tracks centred for them.

    Args:
        own: Embeddings of her photos, k x d (k >= 1), unit length.
        tracks: Embeddings of all tracks of the case, N x d, float32, unit length, C-contiguous.
        calibration: Calibration of the pack that all these embeddings come from.
        groups: Number of the item of each track, N.
        rejected: Mask of the tracks that she said are not her, N: certain impostors.
        confirmed: Tracks that she said are her: further photos of her, for all other tracks.
        share: Which share of the budget of look-alikes these tracks may use, above 0, at most 1:
            their share of the case, where other tracks of it are compared separately.

    Raises:
        PackMismatchError: The embeddings have different dimensions.
        ValueError: An embedding is not finite, there is no own photo, or the share is out of range.
    """
    calibration = calibration.for_dimension(own.shape[1])
    _refuse_other_dimensions(own, tracks, calibration)
    if not len(own) or not np.isfinite(own).all():
        raise ValueError("own photos are missing or not finite")
    if not 0 < share <= 1:
        raise ValueError("a share of the budget is above 0, and at most 1")
    known = np.zeros(len(tracks), np.bool_) if rejected is None else np.asarray(rejected, np.bool_)
    crowd = CohortCandidates.of(tracks, groups).one_per_person(calibration)
    with wiped(_mean(own)) as template:
        case = CaseScorer(template, tracks, crowd, known, calibration)
        photos = _Compared.of(case, PeopleGroups.of(tracks, calibration), share)
        first = list(photos.hits())
    whole, hits = photos, first
    if confirmed is not None and len(confirmed.rows):
        whole, hits = _with_confirmed(photos, first, own, confirmed)
    by_photos = {hit.row: hit.band for hit in first}
    expected = whole.scored.tail.expected(
        np.array([whole.thresholds.strong, whole.thresholds.some])
    )
    return CheckResult(
        hits=tuple(
            replace(hit, by_photos=by_photos.get(hit.row)) for hit in sorted(hits, key=_best_first)
        ),
        expected_strong=float(expected[0]),
        expected_some=float(expected[1] - expected[0]),
        threshold_strong=whole.thresholds.strong,
        threshold_some=whole.thresholds.some,
        cohort_origin=whole.scored.cohort.origin,
        cohort_size=whole.scored.cohort.size,
        calibrated=calibration.calibrated,
    )


def _with_confirmed(
    photos: "_Compared", first: Sequence[Hit], own: Floats, confirmed: ConfirmedFaces
) -> "tuple[_Compared, list[Hit]]":
    """Return the comparison with all her photos and confirmed faces, and the hits of all tracks.

    Each track is compared with the confirmed faces that count for it.

    Args:
        photos: The comparison with her photos alone.
        first: The hits of that.
    """
    case, products = photos.case, photos.case.calibration.parts.part_products
    with wiped(_means(own, case.tracks, [confirmed.rows])) as templates:
        (part_products,) = products(case.tracks, templates)
        whole = photos.with_template(templates[0], part_products)
        came_up = list(whole.hits())
    everyone, *others = groups_by_confirmed(case.tracks, confirmed, _rows([*first, *came_up]))
    of_everyone = np.isin(_rows(came_up), everyone.rows).tolist()
    hits = [hit for hit, stays in zip(came_up, of_everyone, strict=True) if stays]
    at_once = max(1, _MOST_PRODUCTS // part_products.size)
    for start in range(0, len(others), at_once):
        some = others[start : start + at_once]
        with wiped(_means(own, case.tracks, [part.confirmed for part in some])) as templates:
            every = zip(some, templates, products(case.tracks, templates), strict=True)
            for part, template, part_products in every:
                hits += photos.with_template(template, part_products).hits(part.rows)
    return whole, hits


def _rows(hits: Sequence[Hit]) -> Rows:
    return np.array([hit.row for hit in hits], np.intp)


def _mean(*vectors: Floats) -> Floats:
    """Return the mean of all rows of some arrays, k x d; makes no copy of the arrays."""
    total = np.zeros(vectors[0].shape[1], np.float32)
    for each in vectors:
        with wiped(each.sum(axis=0, dtype=np.float32)) as some:
            total += some
    total /= np.float32(sum(map(len, vectors)))
    return total


def _means(own: Floats, tracks: Floats, confirmed: Sequence[Rows]) -> Floats:
    """For each list of rows the mean of her photos and these tracks: n x d."""
    means = np.zeros((len(confirmed), own.shape[1]), np.float32)
    for mean, rows in zip(means, confirmed, strict=True):
        with wiped(tracks[rows]) as faces, wiped(_mean(own, faces)) as made:
            mean[:] = made
    return means


def _best_first(hit: Hit) -> tuple[bool, float]:
    return hit.band is not Band.STRONG, -hit.score


@dataclass(frozen=True, slots=True, eq=False)
class _Compared:
    """The scored comparison of a case with one template.

    Attributes:
        groups: How many tracks are of each group of people.
        share: Which share of the budget of look-alikes may be used.
    """

    case: CaseScorer
    groups: PeopleGroups
    share: float
    scored: ScoredTracks
    thresholds: Thresholds

    @classmethod
    def of(cls, case: CaseScorer, groups: PeopleGroups, share: float) -> "_Compared":
        scored = case.score()
        return cls(case, groups, share, scored, Thresholds.of(scored.tail, share))

    def with_template(self, template: Floats, products: Floats) -> "_Compared":
        """Return the comparison of the same case with another template."""
        return self.of(self.case.with_template(template, products), self.groups, self.share)

    def hits(self, among: Rows | None = None) -> Iterator[Hit]:
        """Yield the hits among some tracks (None: among all), in any order."""
        case, scored = self.case, self.scored
        shown = (scored.scores >= self.thresholds.some) & ~case.known[scored.rows]
        if among is not None:
            shown &= np.isin(scored.rows, among)
        scores, rows = scored.scores[shown], scored.rows[shown]
        stands_out = scores >= self.thresholds.strong
        stands_out[stands_out] = self._is_rare_in_group(rows[stands_out])
        length = max(float(np.linalg.norm(case.template)), 1e-9)
        similarity = case.tracks[rows] @ case.template / length
        for row, value, cosine, is_strong in zip(rows, scores, similarity, stands_out, strict=True):
            band = Band.STRONG if is_strong else Band.SOME
            yield Hit(int(row), band, float(cosine), float(value), None)

    def _is_rare_in_group(self, rows: Rows) -> NDArray[np.bool_]:
        if not len(rows):
            return np.zeros(0, np.bool_)
        expected = self.groups.expected(self.case.template, self.case.tracks[rows])
        return is_rare_in_group(expected, self.share)


def _refuse_other_dimensions(own: Floats, tracks: Floats, calibration: Calibration) -> None:
    wanted = calibration.parts.dimension
    for found in (own.shape[1], tracks.shape[1]):
        if found != wanted:
            raise PackMismatchError(f"{calibration.pack} {wanted}", str(found))
