"""Single searches: a person looks for herself in a case with given strangers."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from face.matching import check
from face.matching.calibration import Calibration
from face.matching.cohort_selection import CohortCandidates
from face.matching.scoring import CaseScorer
from tools.evaluate.checks import Count, Tally, one_thread_each, pooled
from tools.evaluate.dataset import YOUNG_WOMEN, Dataset, Indices
from tools.evaluate.embeddings import Embeddings
from tools.evaluate.figures import Figure, Good, per

ABOVE_ALL_BUT_ONE, ABOVE_ALL = "above all but 1 stranger", "above all strangers"
_ABOVE = {ABOVE_ALL_BUT_ONE: 1, ABOVE_ALL: 0}
"""Figures by the order of the scores, with how many strangers may come first."""

_AT_ONCE = 12
"""Searches that a process is given at a time, with all faces."""


@dataclass(frozen=True, slots=True, eq=False)
class Search:
    """One check of one case.

    Attributes:
        person: Number of the person who checks.
        own: Embeddings of her own photos, k x d.
        strangers: The photos of others in the case.
        hers: Embeddings of her faces in the case, m x d; not finite where none was found.
    """

    person: int
    own: Embeddings
    strangers: Indices
    hers: Embeddings


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The result of one search.

    Attributes:
        count: Counts over the result of the program's own check.
        above: Number of strangers who score at least as high as each of her faces, m.
    """

    count: Count
    above: NDArray[np.intp]


def searched(faces: Embeddings, calibration: Calibration, search: Search) -> Found:
    """Run one search, by the program's check and by the order of the scores alone."""
    calibration = calibration.for_dimension(search.own.shape[1])
    strangers = faces[search.strangers]
    seen = np.asarray(np.isfinite(search.hers).all(axis=1))
    tracks = np.concatenate([strangers, search.hers[seen]])
    # Not at the end, where no case of any size would hold them: the crowd is taken evenly.
    order = np.random.default_rng(search.person).permutation(len(tracks))
    tracks, hers = np.ascontiguousarray(tracks[order]), order >= len(strangers)
    count = Count(search.person)
    count.add(check(search.own, tracks, calibration), hers)
    count.appearances += int(np.count_nonzero(~seen))
    above = np.full(len(seen), len(strangers))
    above[seen] = _above(search.own.mean(axis=0), tracks, hers, order, calibration)
    return Found(count, above)


def all_searched(
    faces: Embeddings,
    calibration: Calibration,
    searches: Iterable[Search],
    processes: int | None = None,
) -> list[Found]:
    """Run all searches, in order.

    Args:
        processes: Number of processes; by default as many as there are cores.
    """
    listed = list(searches)
    count = processes or os.cpu_count() or 1
    one = partial(searched, faces, calibration)
    if count == 1 or len(listed) <= _AT_ONCE:
        return [one(search) for search in listed]
    with one_thread_each(count) as pool:
        return list(pool.map(one, listed, chunksize=_AT_ONCE))


def others_than(data: Dataset, usable: NDArray[np.bool_], person: int) -> Indices:
    """All photos of `faces/` and one of each young woman, but none of this person."""
    photos = np.concatenate([data.people, data.group(YOUNG_WOMEN)])
    return np.asarray(photos[usable[photos] & (data.person[photos] != person)])


def figures_of(found: Sequence[Found]) -> dict[str, Figure]:
    """Figures by the order of the scores and by the checks, clustered by person."""
    if not found:
        return {}
    tally = pooled(Tally([one.count]) for one in found)
    people = [user.person for user in tally.users]
    appearances = tally.of("appearances")
    return {
        name: per(_sum_of(found, people, at_most), appearances, Good.HIGH)
        for name, at_most in _ABOVE.items()
    } | tally.figures()


def _sum_of(found: Sequence[Found], people: list[int], at_most: int) -> NDArray[np.float64]:
    """For each person the number of her faces with at most so many strangers above them."""
    place = {person: i for i, person in enumerate(people)}
    total = np.zeros(len(people))
    for one in found:
        total[place[one.count.person]] += np.count_nonzero(one.above <= at_most)
    return total


def _above(
    template: Embeddings,
    tracks: Embeddings,
    hers: NDArray[np.bool_],
    order: Indices,
    calibration: Calibration,
) -> NDArray[np.intp]:
    nobody = np.zeros(len(tracks), np.bool_)
    scored = CaseScorer(
        template,
        tracks,
        CohortCandidates.of(tracks).one_per_person(calibration),
        nobody,
        calibration,
    ).score()
    scores = np.full(len(tracks), -np.inf)
    scores[scored.rows] = scored.scores
    own, theirs = scores[hers], np.sort(scores[~hers])
    own = own[np.argsort(order[hers])]
    return np.asarray(len(theirs) - np.searchsorted(theirs, own, side="left"))
