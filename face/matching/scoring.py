"""Score every track of a case against one person, measured against the crowd of the case."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from face.matching.calibration import Calibration
from face.matching.cohort import Cohort, Peaks, Rows, normalised, typical_scale
from face.matching.crowd import ENOUGH_MEMBERS, Crowd
from face.matching.tail import Tail, stretch
from face.types import Floats

Mask = NDArray[np.bool_]

_CANDIDATES = 1_500
"""How many of the most similar tracks are scored."""

_PAIRED = 700
"""Members whose pairs tell the tail of the crowd: a quarter of a million pairs."""

_STANDS_OUT = 2.0
"""First guess at her own appearances: so many robust deviations above the crowd. Low: a stranger
who is left out at first comes back, but an appearance that stays in hides the others."""

_SUSPECT_LOOKALIKES = 0.3
"""Then: scores that fewer strangers than this are expected to reach."""

_ROUNDS = 4

_SELF = -4.0
"""Stands for the similarity of a face to itself: below every real one, so it is never a peak."""


@dataclass(frozen=True, slots=True, eq=False)
class Scored:
    """The tracks that resemble her most, and what strangers would score.

    Attributes:
        rows: Which tracks, in any order.
        scores: Of each.
        tail: Of the strangers' scores.
        cohort: The crowd that they were measured against.
    """

    rows: Rows
    scores: Floats
    tail: Tail
    cohort: Cohort


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """A case and the person who is looked for.

    Attributes:
        template: Mean of the own photos, d, any length.
        tracks: N x d, unit length.
        crowd: Some of the tracks.
        known: Tracks that are strangers for certain, N.
    """

    template: Floats
    tracks: Floats
    crowd: Crowd
    known: Mask
    calibration: Calibration

    def scored(self) -> Scored:
        """Score the case.

        Her own appearances must not count as strangers, but nobody labels them. So who stands out
        is taken out of the crowd, and all is done again until the same ones stand out.

        Raises:
            ValueError: A track is not finite.
        """
        suspects = self._standing_out()
        rows = self._candidates(suspects)
        scored = self.measured(rows, suspects)
        for _ in range(_ROUNDS):
            before, suspects = suspects, self._suspects(scored)
            if np.array_equal(before, suspects):
                break
            scored = self.measured(rows, suspects, scored.tail.stretch)
        return scored

    def _standing_out(self) -> Mask:
        """Members of the crowd that may be herself: far above the bulk, whatever the bulk is."""
        rows, faces = self.crowd.rows, self.crowd.faces
        if len(rows) < ENOUGH_MEMBERS:
            return self._standing_out_of_nobody()
        suspects = np.zeros(len(self.tracks), np.bool_)
        for _ in range(2):
            centre = self._centre(suspects)
            parts = self.calibration.parts
            similarity = parts.seen_from(centre, faces) @ parts.seen_from(centre, self.template)
            middle = np.median(similarity)
            deviation = 1.4826 * np.median(np.abs(similarity - middle))
            suspects[rows] = similarity > middle + _STANDS_OUT * deviation
            suspects &= ~self.known
        return suspects

    def _standing_out_of_nobody(self) -> Mask:
        """The same in a small case, of which she may be the bulk: far above the made-up faces."""
        everybody = np.ones(len(self.tracks), np.bool_)
        if not len(everybody):
            return everybody
        scored = self.measured(np.arange(len(everybody)), everybody, 1.0)
        return self._suspects(scored)

    def _suspects(self, scored: Scored) -> Mask:
        suspects = np.zeros(len(self.tracks), np.bool_)
        suspects[scored.rows] = scored.tail.expected(scored.scores) < _SUSPECT_LOOKALIKES
        return np.asarray(suspects & ~self.known)

    def _candidates(self, suspects: Mask) -> Rows:
        """The tracks most similar to her, seen from the middle of the crowd."""
        centre, parts = self._centre(suspects), self.calibration.parts
        hers = parts.seen_from(centre, self.template)
        similarity = parts.similarity(centre, self.tracks, hers)
        if not np.isfinite(similarity).all():
            raise ValueError("a track is not finite")
        if len(similarity) <= _CANDIDATES:
            return np.arange(len(similarity))
        return np.argpartition(similarity, -_CANDIDATES)[-_CANDIDATES:]

    def _centre(self, suspects: Mask) -> Floats:
        return self.crowd.centre(~suspects[self.crowd.rows], self.template, self.calibration)

    def measured(self, rows: Rows, suspects: Mask, longer: float | None = None) -> Scored:
        """Score some tracks while others are kept out of the crowd.

        Args:
            longer: The stretch of the tail, where it is known already.
        """
        strangers = ~suspects[self.crowd.rows]
        cohort = self.crowd.cohort(strangers, self.template, self.calibration)
        members = peaks_of_members(cohort)
        if longer is None:
            real = int(np.count_nonzero(strangers))
            longer = _stretch(cohort, members, real, self.calibration)
        parts = self.calibration.parts
        faces = parts.seen_from(cohort.centre, self.tracks[rows])
        place = _places(rows, self.crowd.rows[strangers])
        hers = parts.seen_from(cohort.centre, self.template)
        scores = scores_against(cohort, members, hers, faces, place)
        others = np.count_nonzero(~suspects & ~self.known)
        count = float(others or np.count_nonzero(~self.known))
        rate = cohort.peaks / cohort.size
        return Scored(rows, scores, Tail(self.calibration.curve, longer, rate, count), cohort)


def scores_against(
    cohort: Cohort, members: Peaks, hers: Floats, faces: Floats, place: Rows
) -> Floats:
    """Scores of m faces, measured against a crowd: m.

    Args:
        members: The peaks of its members.
        hers: Her face seen from its middle, d.
        faces: Theirs, m x d.
        place: Which member each of them is, or -1: m.
    """
    similarity = faces @ hers
    return normalised(
        similarity,
        _her_side(cohort, hers, similarity, place >= 0),
        _their_side(cohort, members, faces, place),
        typical_scale(members),
    )


def _her_side(
    cohort: Cohort, hers: Floats, similarity: Floats, inside: Mask
) -> tuple[Floats, Floats]:
    """Location and scale of her similarities to the crowd, to each of m faces without that one."""
    peaks = Peaks.of((cohort.faces @ hers)[None], cohort.peaks)
    location, scale = (part[0] for part in peaks.left_out(similarity[None]))
    return (
        np.where(inside, location, peaks.location()),
        np.where(inside, scale, peaks.scale()),
    )


def _their_side(
    cohort: Cohort, members: Peaks, faces: Floats, place: Rows
) -> tuple[Floats, Floats]:
    """Location and scale of the similarities of each of m faces to the rest of the crowd."""
    location, scale = members.location()[place], members.scale()[place]
    outside = place < 0
    if outside.any():
        peaks = Peaks.of(faces[outside] @ cohort.faces.T, cohort.peaks)
        location[outside], scale[outside] = peaks.location(), peaks.scale()
    return location, scale


def scores_among(cohort: Cohort, members: Peaks, some: Rows) -> Floats:
    """Scores of some members to each other, n x n: each checks the others as she does."""
    faces = cohort.faces[some]
    similarity = faces @ faces.T
    location, scale = members.rows(some).left_out(similarity)
    typical = typical_scale(members)
    return normalised(similarity, (location, scale), (location.T, scale.T), typical)


def peaks_of_members(cohort: Cohort) -> Peaks:
    """The peaks of every member among the others."""
    similarity = cohort.faces @ cohort.faces.T
    np.fill_diagonal(similarity, _SELF)
    return Peaks.of(similarity, cohort.peaks)


def _stretch(cohort: Cohort, members: Peaks, real: int, calibration: Calibration) -> float:
    """Of the tail of the crowd, from its members that are faces of the case, its first `real`."""
    some = np.arange(0, real, max(real / _PAIRED, 1.0)).astype(np.intp)
    scores = scores_among(cohort, members, some)
    return stretch(calibration.curve, scores[np.triu_indices(len(some), 1)])


def _places(rows: Rows, among: Rows) -> Rows:
    """Where each row stands among increasing rows; -1 where it does not."""
    if not len(among):
        return np.full(len(rows), -1, np.intp)
    place = np.searchsorted(among, rows).clip(max=len(among) - 1)
    return np.where(among[place] == rows, place, -1)
