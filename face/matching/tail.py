"""How many strangers of a case score at least so high: the tail of their scores."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

ONE_PERSON = 4.0
"""Rarity from which two faces of a crowd are taken for one person's, of whom one stays in it. So
alike is 1 in 10 of 1,000 strangers to somebody among them."""

_FROM, _TO = 1.0, 5.0
"""The part of the tail that a crowd is fitted on, as -log of the survival beyond the peaks. Above
it lie pairs that are one person after all, below it the bulk, which follows the curve anyway. It
reaches beyond ONE_PERSON: the pairs that are missing there make up for those of one person that
are still among the others. The pack's curve was measured in the same way. (Young East Asian women
among all photos of their like: 0.7 strangers come for each that is told; 0.4 when it ends at 4;
0.04 when nobody is left out.)"""

_PRIOR_PAIRS = 150.0
"""How many pairs of a crowd weigh as much as the pack's curve."""


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """How rare a normalised score is among strangers, in units of the rate of peaks.

    A share of e^-rarity(score) x peaks / crowd of all strangers scores higher. Measured on crowds
    of every group at once: what differs between them is in the score already.

    Attributes:
        score: Increasing.
        rarity: -log of the survival, increasing; beyond the ends it goes on straight.
    """

    score: NDArray[np.float64]
    rarity: NDArray[np.float64]

    def rarity_of(self, score: NDArray[np.floating]) -> NDArray[np.float64]:
        """-log survival beyond the peaks, any shape."""
        return _interpolated(np.asarray(score, np.float64), self.score, self.rarity)

    def score_of(self, rarity: NDArray[np.floating]) -> NDArray[np.float64]:
        """The score that is so rare, any shape."""
        return _interpolated(np.asarray(rarity, np.float64), self.rarity, self.score)


@dataclass(frozen=True, slots=True, eq=False)
class Tail:
    """The strangers' tail of one case.

    Attributes:
        curve: The pack's.
        stretch: How much longer than the curve's this crowd's tail is (1: as long).
        rate: Share of the crowd that are peaks.
        strangers: How many faces of the case are strangers, as far as known.
    """

    curve: Curve
    stretch: float
    rate: float
    strangers: float

    def expected(self, score: NDArray[np.floating]) -> NDArray[np.float64]:
        """How many strangers of the whole case are expected to score at least so high."""
        rarity = self.curve.rarity_of(score)
        stretched = np.where(rarity > 0, rarity / self.stretch, rarity)
        share = np.minimum(self.rate * np.exp(-stretched), 1.0)
        return np.asarray(self.strangers * share)

    def score_for(self, expected: float, highest_share: float) -> float:
        """The score at which so many are expected, or fewer where the share is limited.

        Args:
            expected: Strangers in the whole case.
            highest_share: The share of all strangers that may pass at most.
        """
        share = min(expected / max(self.strangers, 1.0), highest_share)
        stretched = -np.log(share / self.rate)
        rarity = stretched * self.stretch if stretched > 0 else stretched
        return float(self.curve.score_of(rarity))


def stretch(curve: Curve, scores: NDArray[np.floating]) -> float:
    """How much longer the tail of a crowd is than the pack's curve, from its members' own pairs.

    Every member checks the crowd as the user does. The exponential's scale by maximum likelihood on
    a window (truncated above, so pairs of one person do not count), drawn towards 1 by the prior.

    Args:
        scores: Of pairs of different members, any shape.
    """
    rarity = curve.rarity_of(np.ravel(scores))
    inside = rarity[(rarity > _FROM) & (rarity < _TO)] - _FROM
    count = len(inside) + _PRIOR_PAIRS
    prior_mean = _truncated_mean(1.0)
    mean = (float(inside.sum()) + _PRIOR_PAIRS * prior_mean) / count
    return _scale_of_truncated_mean(mean)


def _truncated_mean(scale: float) -> float:
    width = _TO - _FROM
    return scale - width / float(np.expm1(width / scale))


def _scale_of_truncated_mean(mean: float) -> float:
    """Bisection: the truncated mean rises with the scale."""
    low, high = 0.4, 2.5
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if _truncated_mean(middle) < mean else (low, middle)
    return (low + high) / 2


def _interpolated(
    x: NDArray[np.float64], xs: NDArray[np.float64], ys: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Linear between the points, and straight on beyond the first and the last two."""
    inside = np.interp(x, xs, ys)
    below = (x - xs[0]) * (ys[1] - ys[0]) / (xs[1] - xs[0])
    above = (x - xs[-1]) * (ys[-1] - ys[-2]) / (xs[-1] - xs[-2])
    return np.asarray(inside + np.minimum(below, 0) + np.maximum(above, 0))
