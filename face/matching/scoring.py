"""Score every track of a case against one person, measured against the crowd of the case."""

from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from face.matching.calibration import Calibration
from face.matching.cohort import (
    Cohort,
    Peaks,
    Rows,
    normalised,
    peaks_of_members,
    scores_among,
    typical_scale,
)
from face.matching.crowd import ENOUGH_MEMBERS, Crowd, evenly, likely_centre
from face.matching.tail import Tail, stretch
from face.matching.wiped import wiped
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

_ROOM = 3
"""A crowd keeps so many times the tracks that are scored at once, as seen from its middle."""

_MOST_MEASURES = 12
"""So many crowds are kept measured: up to 7 MB each, and 28 MB more in a case of a million tracks.
Each template needs five of them or so, most of which the one before needed, too."""


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


class Measure:
    """A crowd, and what it says whoever is looked for: most of the work of a check.

    Attributes:
        cohort: The crowd.
        place: Which member each track is, or -1, N.
    """

    def __init__(
        self, cohort: Cohort, tracks: Floats, rows: Rows, calibration: Calibration
    ) -> None:
        """Measure a crowd whose first members are these rows of the tracks (N x d)."""
        self.cohort = cohort
        self.place = np.full(len(tracks), -1, np.intp)
        self.place[rows] = np.arange(len(rows))
        self._tracks = tracks
        self._location, self._scale = np.full((2, len(tracks)), np.nan, np.float32)
        self._along_middle: Floats | None = None
        self._at = np.full(len(tracks), -1, np.int32)
        self._faces = np.zeros((0, calibration.parts.dimension), np.float32)
        self._seen = 0
        self._real = len(rows)
        self._parts = calibration.parts
        self._curve = calibration.curve

    def similarity(self, template: Floats, along: Floats | None = None) -> Floats:
        """Cosine of all tracks to a face, both seen from the middle, N: good enough to choose by.

        Args:
            along: Products of the tracks' parts with the face's, p x N, where they are known.
        """
        centre, parts = self.cohort.centre, self._parts
        if along is None and self._along_middle is None:  # the tracks are read once
            with wiped(np.stack([template, centre])) as both:
                along, self._along_middle = parts.along(self._tracks, both)
        if along is None:
            (along,) = parts.along(self._tracks, template[None])
        if self._along_middle is None:
            (self._along_middle,) = parts.along(self._tracks, centre[None])
        return parts.similarity(along, self._along_middle, template, centre)

    def seen(self, faces: Floats) -> Floats:
        """A copy of faces, d or m x d, as they are seen from the middle."""
        return self._parts.seen_from(self.cohort.centre, faces)

    def similarity_of(self, rows: Rows, hers: Floats) -> Floats:
        """The same of m tracks to a face that is seen from the middle, m: what scores rest on."""
        self._see(rows)
        return np.asarray(self._faces[self._at[rows]] @ hers)

    @cached_property
    def members(self) -> Peaks:
        """The peaks of its members."""
        return peaks_of_members(self.cohort)

    @cached_property
    def stretch(self) -> float:
        """Of the tail of the crowd, from those of its members that are faces of the case."""
        some = evenly(self._real, _PAIRED)
        scores = scores_among(self.cohort, self.members, some)
        return stretch(self._curve, scores[np.triu_indices(len(some), 1)])

    def their_side(self, rows: Rows) -> tuple[Floats, Floats]:
        """Location and scale of m tracks beside the others."""
        new = rows[np.isnan(self._location[rows])]
        if len(new):
            self._see(rows)
            faces = self._faces[self._at[new]]
            theirs = _their_side(self.cohort, self.members, faces, self.place[new])
            self._location[new], self._scale[new] = theirs
        return self._location[rows], self._scale[rows]

    def _see(self, rows: Rows) -> None:
        """Keep tracks as they are seen from the middle: the next template asks for most of them."""
        new = rows[self._at[rows] < 0]
        if self._seen + len(new) > len(self._faces):
            room = min(_ROOM * len(rows), len(self._tracks))
            self._faces = np.empty((room, self._parts.dimension), np.float32)
            self._at.fill(-1)
            self._seen, new = 0, rows
        after = self._seen + len(new)
        self._faces[self._seen : after] = self.seen(self._tracks[new])
        self._at[new] = np.arange(self._seen, after)
        self._seen = after


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """A case and the person who is looked for.

    Attributes:
        template: Mean of the own photos, d, any length.
        tracks: N x d, unit length.
        crowd: Some of the tracks.
        known: Tracks that are strangers for certain, N.
        along: Products of the tracks' parts with the template's, p x N, where they are known.
        measures: The crowds that were measured, by who is in them; the one used last comes last.
    """

    template: Floats
    tracks: Floats
    crowd: Crowd
    known: Mask
    calibration: Calibration
    along: Floats | None = None
    measures: dict[bytes, Measure] = field(default_factory=dict)

    def of(self, template: Floats, along: Floats) -> "Case":
        """The same case with other own photos; what was measured of its crowds serves both."""
        return replace(self, template=template, along=along)

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
        rows = self.crowd.rows
        if len(rows) < ENOUGH_MEMBERS:
            return self._standing_out_of_nobody()
        suspects = np.zeros(len(self.tracks), np.bool_)
        for _ in range(2):
            measure = self._measure(suspects)
            with wiped(measure.seen(self.template)) as hers:
                similarity = measure.similarity_of(rows, hers)
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
        similarity = self._measure(suspects).similarity(self.template, self.along)
        if not np.isfinite(similarity).all():
            raise ValueError("a track is not finite")
        if len(similarity) <= _CANDIDATES:
            return np.arange(len(similarity))
        return np.argpartition(similarity, -_CANDIDATES)[-_CANDIDATES:]

    def measured(self, rows: Rows, suspects: Mask, longer: float | None = None) -> Scored:
        """Score some tracks while others are kept out of the crowd.

        Args:
            longer: The stretch of the tail, where it is known already.
        """
        measure = self._measure(suspects)
        cohort = measure.cohort
        if longer is None:
            longer = measure.stretch
        place = measure.place[rows]
        with wiped(measure.seen(self.template)) as hers:
            similarity = measure.similarity_of(rows, hers)
            her_side = _her_side(cohort, hers, similarity, place >= 0)
        typical = typical_scale(measure.members)
        scores = normalised(similarity, her_side, measure.their_side(rows), typical)
        others = np.count_nonzero(~(suspects | self.known))
        count = float(others or np.count_nonzero(~self.known))
        rate = cohort.peaks / cohort.size
        return Scored(rows, scores, Tail(self.calibration.curve, longer, rate, count), cohort)

    def _measure(self, suspects: Mask) -> Measure:
        """The crowd without the suspects; made anew only where it was not measured yet."""
        strangers = ~suspects[self.crowd.rows]
        likely = likely_centre(self.template, self.calibration)
        key = strangers.tobytes() + likely.tobytes()
        measure = self.measures.pop(key, None)
        if measure is None:
            cohort = self.crowd.cohort(strangers, self.template, self.calibration)
            rows = self.crowd.rows[strangers]
            measure = Measure(cohort, self.tracks, rows, self.calibration)
        self.measures[key] = measure
        if len(self.measures) > _MOST_MEASURES:
            del self.measures[next(iter(self.measures))]
        return measure


def scores_against(
    cohort: Cohort,
    members: Peaks,
    hers: Floats,
    faces: Floats,
    place: Rows,
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
