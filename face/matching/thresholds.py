"""The thresholds of a check: how many look-alikes may come up, and so which scores are shown.

The budgets are numbers of look-alikes in the whole case. The impostor tail turns them into scores.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from face.matching.impostor_tail import ImpostorTail

STRONG_LOOKALIKES = 0.03
"""Look-alikes expected in the whole case among strong resemblances. Not 0.05: so far out the tail
is known within a factor of 3 or so, and even then no more than 0.1 may come up."""

STRONG_LOOKALIKES_IN_GROUP = 0.05
"""A strong resemblance has to be so rare among people like her, too, few as they may be."""

SOME_LOOKALIKES = 1.0
"""Most look-alikes expected in the whole case among all resemblances that are shown."""

_STRONG_SHARE, _SOME_SHARE = 5e-4, 1e-2
"""Most of the strangers that may pass, as a share: in a small case a look-alike in 20 faces would
still be one expected, and yet no resemblance. A part of a case has a part of its strangers, so that
this share is the same in all parts."""


class Band(StrEnum):
    """How much a face resembles hers."""

    STRONG = "strong"
    SOME = "some"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Normalised scores from which on a face is shown as a resemblance of a band."""

    strong: float
    some: float

    @classmethod
    def of(cls, tail: ImpostorTail, share: float) -> "Thresholds":
        """Return the thresholds that keep the budgets of look-alikes.

        Args:
            share: Which share of the budgets may be used, above 0, at most 1.
        """
        strong = tail.score_for(STRONG_LOOKALIKES * share, _STRONG_SHARE)
        some = tail.score_for(SOME_LOOKALIKES * share, _SOME_SHARE)
        return cls(float(strong), float(some))


def is_rare_in_group(expected: NDArray[np.float64], share: float) -> NDArray[np.bool_]:
    """Return whether so few look-alikes of her group are expected that a resemblance may be strong.

    Args:
        expected: Look-alikes expected among people like her, any shape.
        share: Which share of the budget may be used, above 0, at most 1.
    """
    return np.asarray(expected <= STRONG_LOOKALIKES_IN_GROUP * share)
