"""Made-up people: vectors that lie as a recogniser's do, several photos a person."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from face.matching.calibration import Calibration
from face.matching.cohort_selection import MIN_COHORT_SIZE
from face.matching.embedding_parts import EmbeddingParts
from face.types import Floats

DIMENSION = 128
PARTS = EmbeddingParts.single(DIMENSION)
_SPREAD = 1.0 / (1.0 + np.arange(DIMENSION)) ** 0.35
"""People differ more in some directions than in others."""


def unit(vectors: NDArray[np.floating]) -> Floats:
    """Scaled to length 1."""
    return np.asarray(vectors / np.linalg.norm(vectors, axis=-1, keepdims=True), np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Population:
    """Makes people of one kind.

    Attributes:
        middle: What all of them have in common.
        narrow: How little they differ, against how much photos of one person do.
    """

    middle: NDArray[np.float64]
    narrow: float
    rng: np.random.Generator

    @classmethod
    def of(cls, seed: int, narrow: float = 1.0) -> "Population":
        """A kind of people; the smaller `narrow`, the more alike they are."""
        rng = np.random.default_rng(seed)
        return cls(rng.standard_normal(DIMENSION) * 0.6 * _SPREAD, narrow, rng)

    def people(self, count: int) -> NDArray[np.float64]:
        """So many, count x d."""
        drawn = self.rng.standard_normal((count, DIMENSION))
        return self.middle + np.ones(DIMENSION) * 0.8 + self.narrow * _SPREAD * drawn

    def photos(self, person: NDArray[np.float64], count: int) -> Floats:
        """Photos of one person, count x d, unit length."""
        noise = self.rng.standard_normal((count, DIMENSION))
        return unit(person + 0.45 * _SPREAD * noise)

    def strangers(self, count: int) -> Floats:
        """One photo each of so many people."""
        people = self.people(count)
        return unit(people + 0.45 * _SPREAD * self.rng.standard_normal(people.shape))


def calibration_on(people: Population) -> Calibration:
    """The shipped curve, with the middle and the made-up faces of these people."""
    measured = people.strangers(2 * MIN_COHORT_SIZE)
    centre = measured.mean(axis=0)
    return replace(
        Calibration.load("open", ""),
        parts=PARTS,
        centres=centre[None],
        spread=PARTS.centred(centre, measured[:MIN_COHORT_SIZE]),
    )
