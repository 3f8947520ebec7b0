"""Would a resemblance stand out among people like her, too?

A case may hold a few people of her kind among many others. Then the crowd says how alike others
are to her, and promises fewer look-alikes than those few give. So what is to be called strong has
to pass once more: against faces of nobody around the middle of people like her.
"""

import numpy as np
from numpy.typing import NDArray

from face.matching.calibration import Calibration
from face.matching.cohort import Cohort, Origin, peaks_of_members
from face.matching.scoring import scores_against
from face.matching.tail import Tail
from face.types import Floats

_WHOLE = 1.0
"""The crowd of nobody has the pack's own tail."""


def expected_among_her_kind(
    template: Floats, faces: Floats, kinds: NDArray[np.intp], calibration: Calibration
) -> NDArray[np.float64]:
    """How many strangers of her kind in the case would reach what each of m faces does: m.

    Zeros where the pack's groups of people were never measured.

    Args:
        template: Mean of the own photos, d, any length.
        faces: m x d, unit length.
        kinds: How many faces of the case are of each kind, as `kinds_of` counts them.
    """
    if not len(kinds):
        return np.zeros(len(faces))
    kind = int(_nearest(template[None], calibration.centres)[0])
    cohort = Cohort(calibration.centres[kind], calibration.spread, Origin.PACK)
    away = calibration.parts.seen_from(cohort.centre, faces)
    hers = calibration.parts.seen_from(cohort.centre, template)
    nowhere = np.full(len(faces), -1, np.intp)
    scores = scores_against(cohort, peaks_of_members(cohort), hers, away, nowhere)
    alike = max(float(kinds[kind]), 1.0)
    tail = Tail(calibration.curve, _WHOLE, cohort.peaks / cohort.size, alike)
    return tail.expected(scores)


def kinds_of(tracks: Floats, calibration: Calibration) -> NDArray[np.intp]:
    """How many of N x d are of each of the pack's groups of people; empty where it has none."""
    if not len(calibration.centres):
        return np.zeros(0, np.intp)
    return np.bincount(_nearest(tracks, calibration.centres), minlength=len(calibration.centres))


def _nearest(vectors: Floats, centres: Floats) -> NDArray[np.intp]:
    """Which centre lies nearest to each of n x d: n."""
    return np.asarray(np.argmax(vectors @ centres.T - (centres**2).sum(axis=1) / 2, axis=1))
