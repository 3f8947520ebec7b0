"""Select the impostor cohort of a check: faces of the case, filled up where they are few."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from face.matching.calibration import Calibration
from face.matching.cohort import (
    Cohort,
    CohortOrigin,
    Peaks,
    Rows,
    first_of_similar,
    normalised_scores,
    typical_scale,
    without_duplicates,
)
from face.matching.impostor_tail import SAME_PERSON_RARITY, RarityCurve
from face.matching.wiped import wiped
from face.types import Floats

MAX_COHORT_SIZE = 1_500
"""Largest cohort: its 1.1 million pairs show the impostor tail as well as more would."""

MIN_COHORT_SIZE = 100
"""Smallest cohort: below, synthetic faces are added to those of the case."""

DUPLICATE = 0.99
"""Cosine above which two faces are copies of one photo."""

_ROUNDS = 6

_MOST_OF_AN_ITEM = 10
"""Tracks of one item that may be in the cohort, unless the case has only few items."""

_CENTRE_WEIGHT = 20.0
"""Number of faces that the pack's centre for a group counts as in a small case."""


@dataclass(frozen=True, slots=True, eq=False)
class CohortCandidates:
    """The tracks of a case from which members of cohorts are taken.

    Attributes:
        rows: Rows of the tracks, increasing.
        faces: Embeddings of the tracks, n x d.
    """

    rows: Rows
    faces: Floats

    @classmethod
    def of(cls, tracks: Floats, groups: NDArray[np.integer] | None = None) -> "CohortCandidates":
        """Take tracks evenly from the case: of near-duplicates one, of an item not too many.

        Args:
            tracks: Embeddings of all tracks, N x d.
            groups: Number of the item of each track, N.
        """
        rows = _spread_over_items(len(tracks), groups)
        rows = rows[evenly_spaced(len(rows), MAX_COHORT_SIZE)]
        faces = np.asarray(tracks[rows], np.float32)
        kept = without_duplicates(faces, DUPLICATE)
        return cls(rows[kept], faces[kept])

    def one_per_person(self, calibration: Calibration) -> "CohortCandidates":
        """Leave out further photos of people who are among the candidates, where they stand out.

        The same few people fill whole chat rooms. Pairs of photos of one stranger would pass for
        pairs of different people and make the impostor tail, and with it the threshold, far too
        long. Faces that are more alike than the part of the tail that is fitted are taken for one
        person. Without them the others are measured better, so this is repeated until all stay. It
        never makes a case too small to be its own cohort, because synthetic faces resemble hers
        only by chance.
        """
        if len(self.rows) < MIN_COHORT_SIZE:
            return self
        faces = calibration.parts.centred(self.faces.mean(axis=0), self.faces)
        similarity = faces @ faces.T
        kept = np.arange(len(faces))
        for _ in range(_ROUNDS):
            first = first_of_similar(
                _of_one_person(similarity[np.ix_(kept, kept)], calibration.curve)
            )
            if first.all() or np.count_nonzero(first) < MIN_COHORT_SIZE:
                break
            kept = kept[first]
        return CohortCandidates(self.rows[kept], self.faces[kept])

    def cohort(
        self, strangers: NDArray[np.bool_], template: Floats, calibration: Calibration
    ) -> Cohort:
        """Return the cohort of the candidates that are not suspected to be herself,
        and synthetic faces.

        Args:
            strangers: Mask of the candidates to take.
            template: Mean of the own photos, d.
        """
        centre = self.centre(strangers, template, calibration)
        faces = calibration.parts.centred(centre, self.faces[strangers])
        missing = max(MIN_COHORT_SIZE - len(faces), 0)
        if not missing:
            return Cohort(centre, faces, CohortOrigin.CASE)
        origin = CohortOrigin.CASE_AND_PACK if len(faces) else CohortOrigin.PACK
        synthetic = _synthetic(missing, calibration)
        return Cohort(centre, np.concatenate([faces, synthetic]), origin)

    def centre(
        self, strangers: NDArray[np.bool_], template: Floats, calibration: Calibration
    ) -> Floats:
        """Return the centre of these candidates; where they are few, drawn towards people like her.

        Strangers of her own group are the ones that can be mistaken for her.
        """
        faces = self.faces[strangers]
        count = len(faces)
        weight = _CENTRE_WEIGHT * max(1 - count / MIN_COHORT_SIZE, 0)
        likely = nearest_group_centre(template, calibration)
        return np.asarray((faces.sum(axis=0) + weight * likely) / (count + weight), np.float32)


def _of_one_person(similarity: Floats, curve: RarityCurve) -> NDArray[np.bool_]:
    """Return which pairs of members of a cohort are more alike than two people are, n x n.

    Only pairs that are among each other's peaks are compared; others are not alike enough.
    """
    peaks = Peaks.of_members(similarity)
    near = similarity >= peaks.last[:, None]
    one, other = np.nonzero(np.triu(near & near.T, 1))
    values = similarity[one, other][:, None]
    hers, theirs = (peaks.rows(rows).without_member(values) for rows in (one, other))
    scores = normalised_scores(values, hers, theirs, typical_scale(peaks))
    alike = np.zeros(similarity.shape, np.bool_)
    alike[one, other] = scores[:, 0] > curve.score_of(np.array(SAME_PERSON_RARITY))
    return alike


def evenly_spaced(count: int, most: int) -> Rows:
    """Return at most `most` of the numbers below `count`, evenly spread."""
    some = min(count, most)
    return np.arange(some) * count // max(some, 1)


def nearest_group_centre(template: Floats, calibration: Calibration) -> Floats:
    """Return the centre of the group nearest to her: d. The origin where the pack has no groups."""
    centres = calibration.centres
    if not len(centres):
        return np.zeros_like(template)
    with wiped(np.asarray(centres - template)) as away:
        return np.asarray(centres[int(np.argmin(np.linalg.norm(away, axis=1)))])


def _spread_over_items(count: int, groups: NDArray[np.integer] | None) -> Rows:
    """Rows 0..count-1, of each item only the first few, which may all show one person."""
    rows = np.arange(count)
    if groups is None or not count:
        return rows
    order = np.argsort(groups, kind="stable")
    ordered = groups[order]
    first = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
    sizes = np.diff(np.r_[first, count])
    within = np.arange(count) - np.repeat(first, sizes)
    most = max(_MOST_OF_AN_ITEM, 2 * count // len(first))
    return np.sort(order[within < most])


def _synthetic(count: int, calibration: Calibration) -> Floats:
    """Synthetic faces, n x d, unit length; always the same ones."""
    if len(calibration.spread):
        return calibration.spread[:count]
    parts = calibration.parts
    directions = np.random.default_rng(0).standard_normal((count, parts.dimension))
    return parts.centred(np.zeros(parts.dimension, np.float32), directions.astype(np.float32))
