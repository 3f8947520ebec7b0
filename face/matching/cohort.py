"""The crowd that a score is measured against: who, seen from where, how alike each other.

Faces of one kind of people crowd together in a recogniser's space, and in those of the `open` pack
most of all East Asian faces: one cosine threshold for everybody promises a hundred times fewer
look-alikes than come up there. So every similarity is seen from the middle of the crowd (what all
have in common tells nobody apart) and measured against how alike the most similar strangers are, on
both sides: adaptive symmetric score normalisation (P. Matejka et al., "Analysis of score
normalization in multilingual speaker recognition", Interspeech 2017), with location and scale taken
from the peaks over a threshold (J. Pickands, "Statistical inference using extreme order
statistics", 1975).
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from face.types import Floats

Rows = NDArray[np.intp]

_OWN_SCALE_WEIGHT = 0.5
"""How much of a face's scale is its own; the rest is the crowd's, since few peaks make it noisy."""

_PEAKS_OF_100 = 5
"""Peaks in a crowd of 100. They grow with the cube root: more blur what is special about a face,
fewer of them are noise."""

_SELF = -4.0
"""Stands for the similarity of a face to itself: below every real one, so it is never a peak."""


class Origin(StrEnum):
    """Where the crowd came from."""

    CASE = "case"
    CASE_AND_PACK = "case+pack"
    PACK = "pack"


@dataclass(frozen=True, slots=True, eq=False)
class Cohort:
    """A crowd, seen from its middle.

    Attributes:
        centre: Middle of the crowd, d.
        faces: Its members, n x d: away from the centre, unit length.
        origin: Where they came from.
    """

    centre: Floats
    faces: Floats
    origin: Origin

    @property
    def size(self) -> int:
        """How many members."""
        return len(self.faces)

    @property
    def peaks(self) -> int:
        """How many of the most similar members make a face's location and scale."""
        return peaks_in(self.size)


@dataclass(frozen=True, slots=True, eq=False)
class Peaks:
    """The most similar members of the crowd to each of m faces.

    Attributes:
        count: How many of them are peaks (k).
        sums: Of the k highest similarities, m.
        last: The lowest of these, m.
        first_below: The highest that is no peak: the threshold, m.
        second_below: The one behind it, which moves up when a peak is left out, m.
    """

    count: int
    sums: Floats
    last: Floats
    first_below: Floats
    second_below: Floats

    @classmethod
    def of(cls, similarities: Floats, count: int) -> "Peaks":
        """From similarities to the whole crowd, m x n with n >= count + 2."""
        wanted = count + 2
        top = np.partition(similarities, similarities.shape[1] - wanted, axis=1)[:, -wanted:]
        top.sort(axis=1)
        return cls(count, top[:, 2:].sum(axis=1), top[:, 2], top[:, 1], top[:, 0])

    @classmethod
    def of_members(cls, similarities: Floats) -> "Peaks":
        """Of every member of a crowd among the others, from all similarities, n x n."""
        others = similarities.copy()
        np.fill_diagonal(others, _SELF)
        return cls.of(others, peaks_in(len(others)))

    def location(self) -> Floats:
        """Mean of the peaks, m."""
        return np.asarray(self.sums / self.count)

    def scale(self) -> Floats:
        """Mean excess of the peaks over the threshold, m."""
        return _positive(self.location() - self.first_below)

    def left_out(self, similarity: Floats) -> tuple[Floats, Floats]:
        """Location and scale had this member of the crowd not been in it.

        Without it a stranger who resembles a face would hide behind their own resemblance.

        Args:
            similarity: Of each face (m) to each member that is left out (n), m x n.

        Returns:
            Two of m x n.
        """
        peak = similarity >= self.last[:, None]
        sums = self.sums[:, None] + np.where(peak, self.first_below[:, None] - similarity, 0)
        location = sums / self.count
        moves = similarity >= self.first_below[:, None]
        threshold = np.where(moves, self.second_below[:, None], self.first_below[:, None])
        return np.asarray(location), _positive(location - threshold)

    def rows(self, which: Rows) -> "Peaks":
        """Those of some of the faces."""
        return Peaks(
            self.count,
            self.sums[which],
            self.last[which],
            self.first_below[which],
            self.second_below[which],
        )


def peaks_in(size: int) -> int:
    """How many peaks there are in a crowd of that size."""
    wanted = round(_PEAKS_OF_100 * float(np.cbrt(size / 100)))
    return max(1, min(wanted, size - 2))


def typical_scale(members: Peaks) -> float:
    """The scale of an average member; the median, so that one person's many photos do not count.

    A mean of k excesses follows a gamma distribution, whose median lies below its mean.
    """
    return float(np.median(members.scale()) / (1 - 1 / (3 * members.count)))


def normalised(
    similarity: Floats, one: tuple[Floats, Floats], other: tuple[Floats, Floats], typical: float
) -> Floats:
    """How far a similarity lies above what strangers reach, in their own scale, both sides' mean.

    Args:
        similarity: m x n.
        one, other: Location and scale of either side; broadcast to m x n.
        typical: Scale of an average member of the crowd.
    """
    rest = (1 - _OWN_SCALE_WEIGHT) * typical
    spread = np.sqrt((_OWN_SCALE_WEIGHT * one[1] + rest) * (_OWN_SCALE_WEIGHT * other[1] + rest))
    return np.asarray((similarity - (one[0] + other[0]) / 2) / spread, np.float32)


def peaks_of_members(cohort: Cohort) -> Peaks:
    """The peaks of every member among the others."""
    return Peaks.of_members(cohort.faces @ cohort.faces.T)


def scores_among(cohort: Cohort, members: Peaks, some: Rows) -> Floats:
    """Scores of some members to each other, n x n: each checks the others as she does."""
    faces = cohort.faces[some]
    similarity = faces @ faces.T
    location, scale = members.rows(some).left_out(similarity)
    return normalised(similarity, (location, scale), (location.T, scale.T), typical_scale(members))


def _positive(values: NDArray[np.floating]) -> Floats:
    return np.asarray(np.maximum(values, 1e-6), np.float32)


def without_duplicates(vectors: Floats, closer_than: float) -> NDArray[np.bool_]:
    """Which of n x d to keep so that no picture counts twice: every first of near-duplicates."""
    return first_of_each(vectors @ vectors.T > closer_than)


def first_of_each(alike: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which of n to keep so that no two that are kept are alike: the earlier ones.

    Args:
        alike: n x n; only what is above the diagonal counts.
    """
    kept = np.ones(len(alike), np.bool_)
    above = np.triu(alike, 1)
    for number in np.flatnonzero(above.any(axis=0)):
        kept[number] = not above[:number, number][kept[:number]].any()
    return kept
