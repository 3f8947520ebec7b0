"""The impostor cohort and the normalisation of scores with it.

Faces of one group of people lie close together in the space of a recogniser, in those of the `open`
pack most of all East Asian faces: one cosine threshold for everybody promises a hundred times fewer
look-alikes than come up there. So embeddings are centred on the cohort (what all have in common
tells nobody apart), and a similarity is normalised by the most similar impostors of both faces:
adaptive symmetric score normalisation (P. Matejka et al., "Analysis of score normalization in
multilingual speaker recognition", Interspeech 2017). Location and scale come from the peaks over a
threshold (J. Pickands, "Statistical inference using extreme order statistics", 1975).
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from face.types import Floats

Rows = NDArray[np.intp]

_OWN_SCALE_WEIGHT = 0.5
"""Weight of a face's own scale, which few peaks make noisy; the rest is the cohort's scale."""

_PEAKS_OF_100 = 5
"""Peaks in a cohort of 100. Their number grows with the cube root of the size: more peaks blur what
is special about a face, fewer are noisy."""

_SELF = -4.0
"""Replaces the similarity of a face to itself: below every real one, so that it is no peak."""


class CohortOrigin(StrEnum):
    """Where the faces of a cohort come from: the case, the pack's synthetic faces, or both."""

    CASE = "case"
    CASE_AND_PACK = "case+pack"
    PACK = "pack"


@dataclass(frozen=True, slots=True, eq=False)
class Cohort:
    """An impostor cohort, centred on its own mean.

    Attributes:
        centre: The centre of the cohort, d.
        faces: The members, n x d, centred as `EmbeddingParts.centred` does, unit length.
        origin: Where the members came from.
    """

    centre: Floats
    faces: Floats
    origin: CohortOrigin

    @property
    def size(self) -> int:
        """Number of members."""
        return len(self.faces)

    @property
    def peaks(self) -> int:
        """Number of the most similar members from which a face's location and scale come."""
        return peak_count(self.size)


@dataclass(frozen=True, slots=True, eq=False)
class Peaks:
    """The peaks of m faces: the similarities to the k most similar members of a cohort.

    Attributes:
        count: Number of peaks of each face (k).
        sums: Sum of the k highest similarities, m.
        last: The lowest of these, m.
        first_below: The highest similarity that is no peak, which is the threshold, m.
        second_below: The next one, which becomes the threshold when a peak is left out, m.
    """

    count: int
    sums: Floats
    last: Floats
    first_below: Floats
    second_below: Floats

    @classmethod
    def of(cls, similarities: Floats, count: int) -> "Peaks":
        """Return the peaks in similarities to the whole cohort, m x n with n >= count + 2."""
        wanted = count + 2
        top = np.partition(similarities, similarities.shape[1] - wanted, axis=1)[:, -wanted:]
        top.sort(axis=1)
        return cls(count, top[:, 2:].sum(axis=1), top[:, 2], top[:, 1], top[:, 0])

    @classmethod
    def of_members(cls, similarities: Floats) -> "Peaks":
        """Return the peaks of every member of a cohort among the others, from all
        similarities, n x n.
        """
        others = similarities.copy()
        np.fill_diagonal(others, _SELF)
        return cls.of(others, peak_count(len(others)))

    def location(self) -> Floats:
        """Return the mean of the peaks, m."""
        return np.asarray(self.sums / self.count)

    def scale(self) -> Floats:
        """Return the mean excess of the peaks over the threshold, m."""
        return _positive(self.location() - self.first_below)

    def without_member(self, similarity: Floats) -> tuple[Floats, Floats]:
        """Location and scale as they would be without a member of the cohort.

        If the member counted, an impostor who resembles a face would raise the face's location and
        so hide the resemblance.

        Args:
            similarity: Similarity of each face (m) to each member that is left out (n), m x n.

        Returns:
            Location and scale, each m x n.
        """
        peak = similarity >= self.last[:, None]
        sums = self.sums[:, None] + np.where(peak, self.first_below[:, None] - similarity, 0)
        location = sums / self.count
        moves = similarity >= self.first_below[:, None]
        threshold = np.where(moves, self.second_below[:, None], self.first_below[:, None])
        return np.asarray(location), _positive(location - threshold)

    def rows(self, which: Rows) -> "Peaks":
        """Return the peaks of some of the faces."""
        return Peaks(
            self.count,
            self.sums[which],
            self.last[which],
            self.first_below[which],
            self.second_below[which],
        )


def peak_count(size: int) -> int:
    """Return the number of peaks in a cohort of a size."""
    wanted = round(_PEAKS_OF_100 * float(np.cbrt(size / 100)))
    return max(1, min(wanted, size - 2))


def typical_scale(members: Peaks) -> float:
    """Return the scale of a typical member: the median, so that many photos of one
    person do not count.

    A mean of k excesses follows a gamma distribution, whose median lies below its mean.
    """
    return float(np.median(members.scale()) / (1 - 1 / (3 * members.count)))


def normalised_scores(
    similarity: Floats, one: tuple[Floats, Floats], other: tuple[Floats, Floats], typical: float
) -> Floats:
    """Normalise similarities: how far each lies above those of impostors, in units of their scale.

    Both sides count alike (symmetric normalisation).

    Args:
        similarity: m x n.
        one, other: Location and scale of either side, broadcast to m x n.
        typical: The scale of a typical member of the cohort.
    """
    rest = (1 - _OWN_SCALE_WEIGHT) * typical
    spread = np.sqrt((_OWN_SCALE_WEIGHT * one[1] + rest) * (_OWN_SCALE_WEIGHT * other[1] + rest))
    return np.asarray((similarity - (one[0] + other[0]) / 2) / spread, np.float32)


def member_peaks(cohort: Cohort) -> Peaks:
    """Return the peaks of every member of a cohort among the others."""
    return Peaks.of_members(cohort.faces @ cohort.faces.T)


def member_scores(cohort: Cohort, members: Peaks, some: Rows) -> Floats:
    """Normalised scores of some members of a cohort with each other, n x n."""
    faces = cohort.faces[some]
    similarity = faces @ faces.T
    location, scale = members.rows(some).without_member(similarity)
    return normalised_scores(
        similarity, (location, scale), (location.T, scale.T), typical_scale(members)
    )


def _positive(values: NDArray[np.floating]) -> Floats:
    return np.asarray(np.maximum(values, 1e-6), np.float32)


def without_duplicates(vectors: Floats, closer_than: float) -> NDArray[np.bool_]:
    """Mask of n x d vectors that keeps the first of each set of near-duplicates: n."""
    return first_of_similar(vectors @ vectors.T > closer_than)


def first_of_similar(alike: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Mask of n that keeps the earlier ones, so that no two that are kept are alike.

    Args:
        alike: Which pairs are alike, n x n; only pairs above the diagonal count.
    """
    kept = np.ones(len(alike), np.bool_)
    above = np.triu(alike, 1)
    for number in np.flatnonzero(above.any(axis=0)):
        kept[number] = not above[:number, number][kept[:number]].any()
    return kept
