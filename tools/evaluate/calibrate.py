"""Calibrate the `open` pack: measure its impostor tail, and write the files in face/data/.

python -m tools.evaluate.calibrate --data FOLDER

This is done once for both recognisers, and once for each alone: where only one can be used, and for
faces that an early version of the program scanned.
"""

import argparse
import datetime as dt
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import numpy as np
from numpy.typing import NDArray
from scipy.stats import trim_mean

from face.matching.calibration import OPEN_WEIGHTS, Calibration, write
from face.matching.cohort_selection import MIN_COHORT_SIZE, CohortCandidates
from face.matching.embedding_parts import EmbeddingParts
from face.matching.impostor_tail import RarityCurve
from face.matching.scoring import CaseScorer
from face.packs import catalogue
from face.packs.catalogue import OPEN
from face.packs.registry import open_pipeline
from tools.evaluate.checks import one_thread_each
from tools.evaluate.dataset import YOUNG_WOMEN, Dataset, Indices, add_option, is_there, read
from tools.evaluate.embeddings import Embeddings, Seen

_SCORES = np.arange(-1.0, 6.01, 0.5)
_SIZES = (97, 240, 560, 1200)
_ENOUGH_STRANGERS = 40
"""Fewest strangers from which a survival is estimated."""

_USERS = 60
"""About the most users of one kind who check one cohort."""

_TRIMMED = 0.1
"""Share of the cohorts that are left out at either end."""

_ROUNDS = 2
_SEED = 20
_FLAT = RarityCurve(np.array([-1.0, 6.0]), np.array([0.0, 7.0]))


OPEN_PARTS = EmbeddingParts((catalogue.SFACE.width, catalogue.DLIB.width), OPEN_WEIGHTS)


def calibration_of(
    data: Dataset, seen: Seen, parts: EmbeddingParts, pack: str, pipeline: str
) -> Calibration:
    """Measure the calibration of a pipeline on the usable photos."""
    centres, spread = _groups_of_people(data, seen, parts)
    same = data.same[seen.usable[data.same].all(axis=1)]
    similarity = (seen.own[same[:, 0]] * seen.faces[same[:, 1]]).sum(axis=1)
    blank = Calibration(
        pack=pack,
        pipeline=pipeline,
        calibrated=True,
        origin=_origin(data, seen.usable),
        parts=parts,
        same_person=float(np.quantile(similarity, 0.01)),
        curve=_FLAT,
        centres=centres,
        spread=spread,
    )
    return replace(blank, curve=_curve(data, seen, blank))


def _curve(data: Dataset, seen: Seen, blank: Calibration) -> RarityCurve:
    """The rarity curve: the survival, averaged over cohorts of every group and size.

    All cohorts have the same weight. The extremes are left out, because a cohort may hold one
    person twice without anybody knowing. Which faces stand out, and so are left out of a cohort,
    depends on the curve: so this is done twice.
    """
    made = blank
    for _ in range(_ROUNDS):
        rng = np.random.default_rng(_SEED)
        jobs = {
            (name, len(crowd), kind, turn): (crowd, who[:: max(1, len(who) // _USERS)])
            for turn, (name, crowd, users) in enumerate(_crowds(data, seen.usable, rng))
            for kind, who in users.items()
        }
        count = partial(_strangers_above, seen, made)
        above: dict[tuple[str, int, str], NDArray[np.float64]] = {}
        with one_thread_each() as pool:
            for job, counts in zip(jobs, pool.map(count, jobs.values()), strict=True):
                key = job[:3]
                above[key] = above.get(key, np.zeros_like(counts)) + counts
        counts = np.array(list(above.values()))
        survival = trim_mean(counts[:, 1:] / counts[:, :1], _TRIMMED, axis=0)
        known = counts[:, 1:].sum(axis=0) >= _ENOUGH_STRANGERS
        rarity = np.maximum.accumulate(-np.log(survival[known]))
        made = replace(made, curve=RarityCurve(_SCORES[known], rarity))
    return made.curve


def _crowds(
    data: Dataset, people: NDArray[np.bool_], rng: np.random.Generator
) -> Iterator[tuple[str, Indices, dict[str, Indices]]]:
    """Cohorts with the users who check each: its members, and people of two kinds."""
    first = np.unique(data.person, return_index=True)[1]
    ours = np.intersect1d(first, data.people[people[data.people]])
    east_asian, others = ours[data.east_asian[ours]], rng.permutation(ours[~data.east_asian[ours]])
    half = len(others) // 2
    strangers = {name: data.group(name)[people[data.group(name)]] for name in data.groups()}
    strangers["all"] = np.concatenate(list(strangers.values()))
    strangers["people"] = others[:half]
    for size in _SIZES:
        for name, pool in strangers.items():
            if len(pool) < 0.97 * size:
                continue
            for _ in range(min(5, max(1, len(pool) // size))):
                crowd = rng.permutation(pool)[:size]
                users = {"member": crowd, "east_asian": east_asian, "other": others[half:]}
                yield name, crowd, users


def _strangers_above(
    seen: Seen, blank: Calibration, job: tuple[Indices, Indices]
) -> NDArray[np.float64]:
    """The number of peaks among the users' strangers, and how many of these exceed each score."""
    total = np.zeros(1 + len(_SCORES))
    crowd, users = job
    for user in users:
        tracks = seen.faces[crowd[crowd != user]]
        nobody = np.zeros(len(tracks), np.bool_)
        scored = CaseScorer(
            seen.own[user], tracks, CohortCandidates.of(tracks).one_per_person(blank), nobody, blank
        ).score()
        total[0] += scored.tail.rate * len(tracks)
        # As if the tail of this cohort were not stretched: a case adds its own stretch.
        rarity = blank.curve.rarity_of(scored.scores)
        straight = np.where(rarity > 0, rarity / scored.tail.stretch, rarity)
        ordered = np.sort(blank.curve.score_of(straight))
        total[1:] += len(tracks) - np.searchsorted(ordered, _SCORES, side="right")
    return total


def _groups_of_people(
    data: Dataset, seen: Seen, parts: EmbeddingParts
) -> tuple[Embeddings, Embeddings]:
    """Centres of broad groups of at least 100 people, and synthetic faces around a centre.

    The groups are found by k-means, not labelled. The synthetic faces are drawn from one normal
    distribution with the covariance within the groups, measured on all people together, from which
    no single face can be recovered.
    """
    rng = np.random.default_rng(_SEED)
    ids = np.unique(data.person[seen.usable])
    hers = ((data.person == person) & seen.usable for person in ids)
    means = np.stack([seen.faces[which].mean(axis=0) for which in hers])
    centres, nearest = _k_means(means, rng)
    nowhere = np.zeros_like(means[0])
    away = parts.centred(nowhere, means - centres[nearest])
    covariance = np.cov(away.T)
    drawn = rng.multivariate_normal(np.zeros(len(covariance)), covariance, MIN_COHORT_SIZE)
    return centres, parts.centred(nowhere, np.asarray(drawn, np.float32))


def _k_means(means: Embeddings, rng: np.random.Generator) -> tuple[Embeddings, NDArray[np.intp]]:
    """Find up to 6 groups that have at least 100 people each (k-means)."""
    for count in range(6, 0, -1):
        centres = means[rng.permutation(len(means))[:count]]
        nearest = np.zeros(len(means), np.intp)
        for _ in range(50):
            nearest = np.argmax(means @ centres.T - (centres**2).sum(axis=1) / 2, axis=1)
            centres = np.stack(
                [
                    means[nearest == i].mean(axis=0) if (nearest == i).any() else centres[i]
                    for i in range(count)
                ]
            )
        if np.bincount(nearest, minlength=count).min() >= min(100, len(means) // 12):
            return centres, nearest
    raise ValueError("no group of people")


def _origin(data: Dataset, people: NDArray[np.bool_]) -> str:
    photos = int(np.count_nonzero(people[data.people]))
    strangers = int(np.count_nonzero(people[data.crowd]))
    young = int(np.count_nonzero(people[data.group(YOUNG_WOMEN)]))
    today = dt.datetime.now(dt.UTC).date().isoformat()
    return (
        f"Measured {today} by tools.evaluate.calibrate on {photos} photos of public figures "
        f"(mostly press photos of 2002-2004) and {strangers} strangers aged 18-35 (East Asian "
        f"women and men, white, Black and Indian women) and {young} young East Asian women. Holds "
        "no face of anybody: means over at least 100 people, and draws from a normal distribution."
    )


def main() -> int:
    """Calibrate the `open` pack, and print the curves."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_option(parser)
    arguments = parser.parse_args()
    if not is_there(arguments.data):
        return 0
    data = read(arguments.data)
    whole = Seen.of(data, OPEN.name)
    sface, dlib = (whole.part(which) for which in OPEN_PARTS.slices)
    for name, seen, networks, also in (
        ("open", whole, OPEN.recognisers, ()),
        ("open-sface", sface, (catalogue.SFACE,), ()),
        ("open-dlib", dlib, (catalogue.DLIB,), EARLY_PIPELINES),
    ):
        parts = OPEN_PARTS if seen is whole else EmbeddingParts.single(networks[0].width)
        made = calibration_of(data, seen, parts, OPEN.name, open_pipeline(networks))
        write(made, name, also)
        print(name)
        for score, rarity in zip(made.curve.score, made.curve.rarity, strict=True):
            print(f"  score {score:5.1f}  rarity {rarity:6.2f}")
    return 0


EARLY_PIPELINES = ("open search-6 views-1 09189dea+55533b28",)
"""Pipelines of versions with dlib's network only, whose vectors were as good as today's."""


if __name__ == "__main__":
    sys.exit(main())
