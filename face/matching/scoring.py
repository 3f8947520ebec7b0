"""Score the tracks of a case against one person, normalised with an impostor cohort of the case."""

from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from face.matching.calibration import Calibration
from face.matching.cohort import (
    Cohort,
    Peaks,
    Rows,
    member_peaks,
    member_scores,
    normalised_scores,
    typical_scale,
)
from face.matching.cohort_selection import (
    MIN_COHORT_SIZE,
    CohortCandidates,
    evenly_spaced,
    nearest_group_centre,
)
from face.matching.impostor_tail import ImpostorTail, tail_stretch
from face.matching.wiped import wiped
from face.types import Floats

Mask = NDArray[np.bool_]

_MOST_SCORED = 1_500
"""Number of the most similar tracks that are scored."""

_PAIRED = 700
"""Members whose pairs the impostor tail is fitted to: a quarter of a million pairs."""

_STANDS_OUT = 2.0
"""First guess at her own appearances: so many robust deviations above the median. Low, because a
stranger who is left out at first comes back, but an appearance that stays in hides the others."""

_SUSPECT_LOOKALIKES = 0.3
"""Later guesses: scores that fewer strangers than this are expected to reach."""

_ROUNDS = 4

_ROOM = 3
"""Centred tracks that are kept for a cohort, in multiples of those that are scored at once."""

_MOST_STATISTICS = 12
"""Cohorts whose statistics are kept: up to 7 MB each, and 28 MB more in a case of a million tracks.
Each template needs about five of them, most of which the one before needed, too."""


@dataclass(frozen=True, slots=True, eq=False)
class ScoredTracks:
    """The tracks that resemble her most, with their scores and the impostor tail.

    Attributes:
        rows: Rows of the tracks, in any order.
        scores: Normalised score of each.
        tail: The impostor tail of the case.
        cohort: The cohort that the scores are normalised with.
    """

    rows: Rows
    scores: Floats
    tail: ImpostorTail
    cohort: Cohort


class CohortStatistics:
    """Statistics of a cohort that do not depend on the template: most of the work of a check.

    Attributes:
        cohort: The cohort.
        place: Number of the member that each track is, or -1: N.
    """

    def __init__(
        self, cohort: Cohort, tracks: Floats, rows: Rows, calibration: Calibration
    ) -> None:
        """Prepare a cohort whose first members are these rows of the tracks (N x d)."""
        self.cohort = cohort
        self.place = np.full(len(tracks), -1, np.intp)
        self.place[rows] = np.arange(len(rows))
        self._tracks = tracks
        self._location, self._scale = np.full((2, len(tracks)), np.nan, np.float32)
        self._centre_products: Floats | None = None
        self._at = np.full(len(tracks), -1, np.int32)
        self._faces = np.zeros((0, calibration.parts.dimension), np.float32)
        self._kept = 0
        self._real = len(rows)
        self._parts = calibration.parts
        self._curve = calibration.curve

    def similarity(self, template: Floats, products: Floats | None = None) -> Floats:
        """Centred cosine of all tracks to a template, exact enough to choose candidates by: N.

        Args:
            products: The tracks' part products with the template, p x N, where they are known.
        """
        centre, parts = self.cohort.centre, self._parts
        if products is None and self._centre_products is None:  # the tracks are read once
            with wiped(np.stack([template, centre])) as both:
                products, self._centre_products = parts.part_products(self._tracks, both)
        if products is None:
            (products,) = parts.part_products(self._tracks, template[None])
        if self._centre_products is None:
            (self._centre_products,) = parts.part_products(self._tracks, centre[None])
        return parts.similarity(products, self._centre_products, template, centre)

    def centred(self, faces: Floats) -> Floats:
        """Return a centred copy of embeddings, d or m x d."""
        return self._parts.centred(self.cohort.centre, faces)

    def similarity_of(self, rows: Rows, hers: Floats) -> Floats:
        """Exact centred cosine of m tracks to a centred template, which the scores rest on: m."""
        self._keep_centred(rows)
        return np.asarray(self._faces[self._at[rows]] @ hers)

    @cached_property
    def members(self) -> Peaks:
        """The peaks of the members among each other."""
        return member_peaks(self.cohort)

    @cached_property
    def stretch(self) -> float:
        """The stretch of the impostor tail, from the members that are faces of the case."""
        some = evenly_spaced(self._real, _PAIRED)
        scores = member_scores(self.cohort, self.members, some)
        return tail_stretch(self._curve, scores[np.triu_indices(len(some), 1)])

    def track_statistics(self, rows: Rows) -> tuple[Floats, Floats]:
        """Location and scale of the similarities of each of m tracks to the cohort."""
        new = rows[np.isnan(self._location[rows])]
        if len(new):
            self._keep_centred(rows)
            faces = self._faces[self._at[new]]
            theirs = _track_statistics(self.cohort, self.members, faces, self.place[new])
            self._location[new], self._scale[new] = theirs
        return self._location[rows], self._scale[rows]

    def _keep_centred(self, rows: Rows) -> None:
        """Keep centred copies of tracks, because the next template needs most of them again."""
        new = rows[self._at[rows] < 0]
        if self._kept + len(new) > len(self._faces):
            room = min(_ROOM * len(rows), len(self._tracks))
            self._faces = np.empty((room, self._parts.dimension), np.float32)
            self._at.fill(-1)
            self._kept, new = 0, rows
        after = self._kept + len(new)
        self._faces[self._kept : after] = self.centred(self._tracks[new])
        self._at[new] = np.arange(self._kept, after)
        self._kept = after


@dataclass(frozen=True, slots=True, eq=False)
class CaseScorer:
    """Scores the tracks of a case against one person.

    Attributes:
        template: Mean of the own photos, d, any length.
        tracks: Embeddings of all tracks, N x d, unit length.
        candidates: The tracks from which cohorts are taken.
        known: Mask of the tracks that are certain impostors, N.
        products: The tracks' part products with the template, p x N, where they are known.
        statistics: Statistics of cohorts by their members; the one used last comes last.
    """

    template: Floats
    tracks: Floats
    candidates: CohortCandidates
    known: Mask
    calibration: Calibration
    products: Floats | None = None
    statistics: dict[bytes, CohortStatistics] = field(default_factory=dict)

    def with_template(self, template: Floats, products: Floats) -> "CaseScorer":
        """Return a scorer of the same case for another template, which shares the
        cohort statistics.
        """
        return replace(self, template=template, products=products)

    def score(self) -> ScoredTracks:
        """Score the tracks that resemble her most.

        Her own appearances must not count as impostors, but nobody labels them. So tracks that
        stand out are taken out of the cohort, and the scoring is repeated until the same tracks
        stand out again.

        Raises:
            ValueError: A track is not finite.
        """
        suspects = self._standing_out()
        rows = self._most_similar(suspects)
        scored = self.score_rows(rows, suspects)
        for _ in range(_ROUNDS):
            before, suspects = suspects, self._suspects(scored)
            if np.array_equal(before, suspects):
                break
            scored = self.score_rows(rows, suspects, scored.tail.stretch)
        return scored

    def _standing_out(self) -> Mask:
        """Mask of candidates for the cohort that may show her: far above the bulk of
        similarities."""
        rows = self.candidates.rows
        if len(rows) < MIN_COHORT_SIZE:
            return self._standing_out_of_synthetic()
        suspects = np.zeros(len(self.tracks), np.bool_)
        for _ in range(2):
            statistics = self._statistics_without(suspects)
            with wiped(statistics.centred(self.template)) as hers:
                similarity = statistics.similarity_of(rows, hers)
            middle = np.median(similarity)
            deviation = 1.4826 * np.median(np.abs(similarity - middle))
            suspects[rows] = similarity > middle + _STANDS_OUT * deviation
            suspects &= ~self.known
        return suspects

    def _standing_out_of_synthetic(self) -> Mask:
        """Mask of tracks that may show her in a small case, whose bulk she may be.

        The tracks are compared with synthetic faces.
        """
        everybody = np.ones(len(self.tracks), np.bool_)
        if not len(everybody):
            return everybody
        scored = self.score_rows(np.arange(len(everybody)), everybody, 1.0)
        return self._suspects(scored)

    def _suspects(self, scored: ScoredTracks) -> Mask:
        suspects = np.zeros(len(self.tracks), np.bool_)
        suspects[scored.rows] = scored.tail.expected(scored.scores) < _SUSPECT_LOOKALIKES
        return np.asarray(suspects & ~self.known)

    def _most_similar(self, suspects: Mask) -> Rows:
        """Return the rows of the tracks most similar to her."""
        similarity = self._statistics_without(suspects).similarity(self.template, self.products)
        if not np.isfinite(similarity).all():
            raise ValueError("a track is not finite")
        if len(similarity) <= _MOST_SCORED:
            return np.arange(len(similarity))
        return np.argpartition(similarity, -_MOST_SCORED)[-_MOST_SCORED:]

    def score_rows(self, rows: Rows, suspects: Mask, stretch: float | None = None) -> ScoredTracks:
        """Score some tracks while suspects are kept out of the cohort.

        Args:
            stretch: The stretch of the impostor tail, where it is known already.
        """
        statistics = self._statistics_without(suspects)
        cohort = statistics.cohort
        if stretch is None:
            stretch = statistics.stretch
        place = statistics.place[rows]
        with wiped(statistics.centred(self.template)) as hers:
            similarity = statistics.similarity_of(rows, hers)
            template_statistics = _template_statistics(cohort, hers, similarity, place >= 0)
        typical = typical_scale(statistics.members)
        scores = normalised_scores(
            similarity, template_statistics, statistics.track_statistics(rows), typical
        )
        others = np.count_nonzero(~(suspects | self.known))
        count = float(others or np.count_nonzero(~self.known))
        rate = cohort.peaks / cohort.size
        return ScoredTracks(
            rows, scores, ImpostorTail(self.calibration.curve, stretch, rate, count), cohort
        )

    def _statistics_without(self, suspects: Mask) -> CohortStatistics:
        """Statistics of the cohort without the suspects; computed only where they are not kept."""
        strangers = ~suspects[self.candidates.rows]
        likely = nearest_group_centre(self.template, self.calibration)
        key = strangers.tobytes() + likely.tobytes()
        statistics = self.statistics.pop(key, None)
        if statistics is None:
            cohort = self.candidates.cohort(strangers, self.template, self.calibration)
            rows = self.candidates.rows[strangers]
            statistics = CohortStatistics(cohort, self.tracks, rows, self.calibration)
        self.statistics[key] = statistics
        if len(self.statistics) > _MOST_STATISTICS:
            del self.statistics[next(iter(self.statistics))]
        return statistics


def scores_against(
    cohort: Cohort,
    members: Peaks,
    hers: Floats,
    faces: Floats,
    place: Rows,
) -> Floats:
    """Normalised scores of m faces against a template: m.

    Args:
        members: The peaks of the cohort's members.
        hers: The template, centred, d.
        faces: The faces, centred, m x d.
        place: Number of the member that each face is, or -1: m.
    """
    similarity = faces @ hers
    return normalised_scores(
        similarity,
        _template_statistics(cohort, hers, similarity, place >= 0),
        _track_statistics(cohort, members, faces, place),
        typical_scale(members),
    )


def _template_statistics(
    cohort: Cohort, hers: Floats, similarity: Floats, inside: Mask
) -> tuple[Floats, Floats]:
    """Location and scale of her similarities to the cohort, for each of m faces without that
    one."""
    peaks = Peaks.of((cohort.faces @ hers)[None], cohort.peaks)
    location, scale = (part[0] for part in peaks.without_member(similarity[None]))
    return (
        np.where(inside, location, peaks.location()),
        np.where(inside, scale, peaks.scale()),
    )


def _track_statistics(
    cohort: Cohort, members: Peaks, faces: Floats, place: Rows
) -> tuple[Floats, Floats]:
    """Location and scale of the similarities of each of m faces to the rest of the cohort."""
    location, scale = members.location()[place], members.scale()[place]
    outside = place < 0
    if outside.any():
        peaks = Peaks.of(faces[outside] @ cohort.faces.T, cohort.peaks)
        location[outside], scale[outside] = peaks.location(), peaks.scale()
    return location, scale
