"""Choose the crowd of a check: the case's own faces, filled up where they are few."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from face.matching.calibration import Calibration
from face.matching.cohort import (
    Cohort,
    Origin,
    Peaks,
    Rows,
    first_of_each,
    normalised,
    typical_scale,
    without_duplicates,
)
from face.matching.tail import ONE_PERSON, Curve
from face.matching.wiped import wiped
from face.types import Floats

MOST_MEMBERS = 1_500
"""Members of a crowd: 1.1 million pairs tell its tail as well as more would."""

ENOUGH_MEMBERS = 100
"""From so many faces on, a case is its own crowd; below, made-up faces fill it up."""

DUPLICATE = 0.99
"""Cosine of two copies of one photo, not of two photos."""

_ROUNDS = 6

_MOST_OF_AN_ITEM = 10
"""Tracks of one item that take part, unless the case has only few items."""

_CENTRE_WEIGHT = 20.0
"""Faces that the pack's idea of the middle counts as in a case that is small."""


@dataclass(frozen=True, slots=True, eq=False)
class Crowd:
    """Some faces of the case (rows of its tracks), from which the members are taken.

    Attributes:
        rows: Which tracks, increasing.
        faces: Their embeddings, n x d.
    """

    rows: Rows
    faces: Floats

    @classmethod
    def of(cls, tracks: Floats, groups: NDArray[np.integer] | None = None) -> "Crowd":
        """Evenly spread over the case; near-duplicates once, and no item too often.

        Args:
            tracks: N x d.
            groups: Number of the item of each track, N.
        """
        rows = _spread_over_items(len(tracks), groups)
        rows = rows[evenly(len(rows), MOST_MEMBERS)]
        faces = np.asarray(tracks[rows], np.float32)
        kept = without_duplicates(faces, DUPLICATE)
        return cls(rows[kept], faces[kept])

    def one_of_each(self, calibration: Calibration) -> "Crowd":
        """The same without further photos of people who are in it, as far as they stand out.

        The same few people fill whole rooms. Pairs of photos of one stranger would pass for pairs
        of strangers, and make the tail of the crowd, and with it the threshold, far too long. What
        is more alike than what the tail is fitted on is taken for one person; nobody is named by
        that. Without them the rest is measured better, so it is done again until all stay. It never
        costs a case its own crowd: faces of nobody are like hers only by chance.
        """
        if len(self.rows) < ENOUGH_MEMBERS:
            return self
        faces = calibration.parts.seen_from(self.faces.mean(axis=0), self.faces)
        similarity = faces @ faces.T
        kept = np.arange(len(faces))
        for _ in range(_ROUNDS):
            first = first_of_each(_of_one_person(similarity[np.ix_(kept, kept)], calibration.curve))
            if first.all() or np.count_nonzero(first) < ENOUGH_MEMBERS:
                break
            kept = kept[first]
        return Crowd(self.rows[kept], self.faces[kept])

    def cohort(
        self, strangers: NDArray[np.bool_], template: Floats, calibration: Calibration
    ) -> Cohort:
        """The crowd of those that are not suspected to be herself, then faces of nobody.

        Args:
            strangers: Which of `rows` to take.
            template: Mean of the own photos, d.
        """
        centre = self.centre(strangers, template, calibration)
        faces = calibration.parts.seen_from(centre, self.faces[strangers])
        missing = max(ENOUGH_MEMBERS - len(faces), 0)
        if not missing:
            return Cohort(centre, faces, Origin.CASE)
        origin = Origin.CASE_AND_PACK if len(faces) else Origin.PACK
        made_up = _made_up(missing, calibration)
        return Cohort(centre, np.concatenate([faces, made_up]), origin)

    def centre(
        self, strangers: NDArray[np.bool_], template: Floats, calibration: Calibration
    ) -> Floats:
        """The middle of those; where they are few, drawn towards people like the user.

        Strangers of her own kind are the ones that can be mistaken for her.
        """
        faces = self.faces[strangers]
        count = len(faces)
        weight = _CENTRE_WEIGHT * max(1 - count / ENOUGH_MEMBERS, 0)
        likely = likely_centre(template, calibration)
        return np.asarray((faces.sum(axis=0) + weight * likely) / (count + weight), np.float32)


def _of_one_person(similarity: Floats, curve: Curve) -> NDArray[np.bool_]:
    """Which members of a crowd are more alike than strangers are, n x n.

    Only those that are among each other's peaks are looked at; others are not so much alike.
    """
    peaks = Peaks.of_members(similarity)
    near = similarity >= peaks.last[:, None]
    one, other = np.nonzero(np.triu(near & near.T, 1))
    values = similarity[one, other][:, None]
    hers, theirs = (peaks.rows(rows).left_out(values) for rows in (one, other))
    scores = normalised(values, hers, theirs, typical_scale(peaks))
    alike = np.zeros(similarity.shape, np.bool_)
    alike[one, other] = scores[:, 0] > curve.score_of(np.array(ONE_PERSON))
    return alike


def evenly(count: int, most: int) -> Rows:
    """At most so many of the numbers below `count`, evenly spread."""
    some = min(count, most)
    return np.arange(some) * count // max(some, 1)


def likely_centre(template: Floats, calibration: Calibration) -> Floats:
    """Where people like her lie; where nothing was measured, the origin, around which faces lie."""
    centres = calibration.centres
    if not len(centres):
        return np.zeros_like(template)
    with wiped(np.asarray(centres - template)) as away:
        return np.asarray(centres[int(np.argmin(np.linalg.norm(away, axis=1)))])


def _spread_over_items(count: int, groups: NDArray[np.integer] | None) -> Rows:
    """Rows 0..count-1, of each item only the first few: its tracks may all be one person's."""
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


def _made_up(count: int, calibration: Calibration) -> Floats:
    """Faces of nobody, n x d, unit length; always the same ones."""
    if len(calibration.spread):
        return calibration.spread[:count]
    parts = calibration.parts
    directions = np.random.default_rng(0).standard_normal((count, parts.dimension))
    return parts.seen_from(np.zeros(parts.dimension, np.float32), directions.astype(np.float32))
