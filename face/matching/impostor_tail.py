"""The impostor tail: how many strangers of a case are expected to reach a score.

The tail beyond a threshold is modelled as an exponential distribution of a measured curve (peaks
over threshold: J. Pickands, "Statistical inference using extreme order statistics", 1975).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SAME_PERSON_RARITY = 3.5
"""Rarity from which two faces of a cohort are taken for one person, of whom one photo stays. Of
1,000 strangers 1 in 5 is so alike to somebody among them."""

_FROM, _TO = 1.0, 5.0
"""The part of the tail that is fitted to a cohort, as -log of the survival beyond the peaks. Above
it are pairs that show one person after all, below it the bulk, which follows the curve anyway. It
reaches beyond SAME_PERSON_RARITY: the pairs that are missing there compensate for those of one
person that are still in the cohort. The pack's curve was measured in the same way. (Young East
Asian women among photos of people like them: 0.9 strangers come up for each that is expected, 0.04
if nobody is left out.)"""

_PRIOR_PAIRS = 150.0
"""Number of pairs of a cohort that weigh as much as the pack's curve."""


@dataclass(frozen=True, slots=True, eq=False)
class RarityCurve:
    """How rare a normalised score is among strangers, relative to the rate of peaks.

    A share of e^-rarity(score) x peaks / cohort size of all strangers scores higher. The curve was
    measured on cohorts of all groups at once: how they differ is in the normalised score already.

    Attributes:
        score: Normalised scores, increasing.
        rarity: -log of the survival at these scores, increasing; continued linearly at both ends.
    """

    score: NDArray[np.float64]
    rarity: NDArray[np.float64]

    def rarity_of(self, score: NDArray[np.floating]) -> NDArray[np.float64]:
        """Return the rarity of scores: -log of the survival beyond the peaks, any shape."""
        return _interpolated(np.asarray(score, np.float64), self.score, self.rarity)

    def score_of(self, rarity: NDArray[np.floating]) -> NDArray[np.float64]:
        """Return the scores of a rarity, any shape."""
        return _interpolated(np.asarray(rarity, np.float64), self.rarity, self.score)


@dataclass(frozen=True, slots=True, eq=False)
class ImpostorTail:
    """The impostor tail of one case.

    Attributes:
        curve: The pack's curve.
        stretch: How much longer the tail of this cohort is than the curve's (1: as long).
        rate: Share of the cohort that are peaks.
        strangers: How many tracks of the case are strangers, as far as known.
    """

    curve: RarityCurve
    stretch: float
    rate: float
    strangers: float

    def expected(self, score: NDArray[np.floating]) -> NDArray[np.float64]:
        """Return the number of strangers in the whole case that are expected
        to reach each score.
        """
        rarity = self.curve.rarity_of(score)
        stretched = np.where(rarity > 0, rarity / self.stretch, rarity)
        share = np.minimum(self.rate * np.exp(-stretched), 1.0)
        return np.asarray(self.strangers * share)

    def score_for(self, expected: float, highest_share: float) -> float:
        """Return the score that an expected number of strangers reach, or fewer by
        the highest share.

        Args:
            expected: Number of strangers in the whole case.
            highest_share: The largest share of all strangers that may reach the score.
        """
        share = min(expected / max(self.strangers, 1.0), highest_share)
        stretched = -np.log(share / self.rate)
        rarity = stretched * self.stretch if stretched > 0 else stretched
        return float(self.curve.score_of(rarity))


def tail_stretch(curve: RarityCurve, scores: NDArray[np.floating]) -> float:
    """Return how much longer the tail of a cohort is than the pack's curve, from its
    members' own pairs.

    Every member is scored against the cohort as the user is. The scale of the exponential is the
    maximum likelihood estimate on a window (truncated above, so that pairs of one person do not
    count), drawn towards 1 by a prior.

    Args:
        scores: Normalised scores of pairs of different members, any shape.
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
    """Return the scale with a truncated mean, by bisection: the mean rises with the scale."""
    low, high = 0.4, 2.5
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if _truncated_mean(middle) < mean else (low, middle)
    return (low + high) / 2


def _interpolated(
    x: NDArray[np.float64], xs: NDArray[np.float64], ys: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Interpolate linearly between the points, and extrapolate from the first and last two."""
    inside = np.interp(x, xs, ys)
    below = (x - xs[0]) * (ys[1] - ys[0]) / (xs[1] - xs[0])
    above = (x - xs[-1]) * (ys[-1] - ys[-2]) / (xs[-1] - xs[-2])
    return np.asarray(inside + np.minimum(below, 0) + np.maximum(above, 0))
