"""A person checks a crowd: how many of her photos come up before so many strangers do.

One own photo, her other photos among all strangers of the crowd; every photo is the own photo once
(of people who are not East Asian: one photo a person). One threshold for all checks, on what the
answer says: how many strangers are expected to score so high. No label is used but to count.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from face.matching.calibration import Calibration
from face.matching.cohort_selection import CohortCandidates
from face.matching.scoring import CaseScorer
from tools.evaluate.dataset import Dataset, Indices
from tools.evaluate.embeddings import Seen
from tools.evaluate.figures import Figure, share

STRANGERS = (0.05, 1.0)


@dataclass(frozen=True, slots=True, eq=False)
class _Sweep:
    """The ranks of all appearances and strangers in many checks, as expected strangers."""

    appearances: NDArray[np.float64]
    weight: NDArray[np.float64]
    strangers: NDArray[np.float64]
    checks: int
    people: int

    def found(self, strangers: float) -> tuple[float, float]:
        """The share found at a number of strangers a check, weighted by photo and by person."""
        limit = np.sort(self.strangers)[round(strangers * self.checks)]
        found = self.appearances < limit
        return float(found.mean()), float(np.average(found, weights=self.weight).clip(0, 1))


def crowds(data: Dataset, seen: Seen, calibration: Calibration) -> dict[str, Figure]:
    """Measure East Asian people in the East Asian crowd, and others in the other crowd."""
    figures: dict[str, Figure] = {}
    people = data.people[seen.usable[data.people]]
    strangers = data.crowd[seen.usable[data.crowd]]
    first = np.intersect1d(people, np.unique(data.person, return_index=True)[1])
    for name, east_asian, candidates in (("East Asian", True, people), ("other", False, first)):
        users = candidates[data.east_asian[candidates] == east_asian]
        crowd = strangers[data.east_asian[strangers] == east_asian]
        sweep = _sweep(data, seen, users, crowd, calibration)
        for limit in STRANGERS:
            photos, persons = sweep.found(limit)
            found = f"crowd: {name}, found at {limit:g} strangers a check"
            figures[f"{found}, of all photos"] = share(photos, sweep.people)
            figures[f"{found}, mean of people"] = share(persons, sweep.people)
    return figures


def _sweep(
    data: Dataset, seen: Seen, users: Indices, crowd: Indices, calibration: Calibration
) -> _Sweep:
    hers, weight, theirs = [], [], []
    for user in users:
        others = np.flatnonzero(data.person == data.person[user])
        others = others[(others != user) & seen.usable[others]]
        tracks = seen.faces[np.concatenate([crowd, others])]
        nobody = np.zeros(len(tracks), np.bool_)
        scored = CaseScorer(
            seen.own[user],
            tracks,
            CohortCandidates.of(tracks).one_per_person(calibration),
            nobody,
            calibration,
        ).score()
        expected = np.full(len(tracks), np.inf)
        expected[scored.rows] = scored.tail.expected(scored.scores)
        theirs.append(expected[: len(crowd)])
        hers.append(expected[len(crowd) :])
        pairs = (len(others) + 1) * len(others)
        weight.append(np.full(len(others), 1 / max(pairs, 1)))
    persons = len(np.unique(data.person[users]))
    return _Sweep(
        np.concatenate(hers), np.concatenate(weight), np.concatenate(theirs), len(users), persons
    )
