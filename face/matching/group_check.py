"""Would a resemblance stand out among people like her, too?

A case may hold a few people of her kind among many others. Then the crowd says how alike others
are to her, and promises fewer look-alikes than those few give. So what is to be called strong has
to pass once more: against faces of nobody around the middle of people like her.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from face.matching.calibration import Calibration
from face.matching.cohort import Cohort, Origin, Peaks, peaks_of_members
from face.matching.scoring import scores_against
from face.matching.tail import Tail
from face.matching.wiped import wiped
from face.types import Floats

_WHOLE = 1.0
"""The crowd of nobody has the pack's own tail."""


@dataclass(frozen=True, slots=True, eq=False)
class Kinds:
    """The pack's groups of people, and how many faces of a case are of each.

    Attributes:
        counts: How many: as many numbers as there are groups, none where they were never measured.
        members: The peaks of the faces of nobody, which lie alike around every middle.
    """

    calibration: Calibration
    counts: NDArray[np.intp]
    members: Peaks | None

    @classmethod
    def of(cls, tracks: Floats, calibration: Calibration) -> "Kinds":
        """Count the faces of a case, N x d."""
        centres = calibration.centres
        if not len(centres):
            return cls(calibration, np.zeros(0, np.intp), None)
        counts = np.bincount(_nearest(tracks, centres), minlength=len(centres))
        return cls(calibration, counts, peaks_of_members(_around(centres[0], calibration)))

    def expected(self, template: Floats, faces: Floats) -> NDArray[np.float64]:
        """How many strangers of her kind in the case would reach what each of m faces does: m.

        Zeros where the pack's groups of people were never measured.

        Args:
            template: Mean of the own photos, d, any length.
            faces: m x d, unit length.
        """
        calibration = self.calibration
        if self.members is None:
            return np.zeros(len(faces))
        kind = int(_nearest(template[None], calibration.centres)[0])
        cohort = _around(calibration.centres[kind], calibration)
        away = calibration.parts.seen_from(cohort.centre, faces)
        nowhere = np.full(len(faces), -1, np.intp)
        with wiped(calibration.parts.seen_from(cohort.centre, template)) as hers:
            scores = scores_against(cohort, self.members, hers, away, nowhere)
        alike = max(float(self.counts[kind]), 1.0)
        tail = Tail(calibration.curve, _WHOLE, cohort.peaks / cohort.size, alike)
        return tail.expected(scores)


def _around(centre: Floats, calibration: Calibration) -> Cohort:
    """Faces of nobody around a middle."""
    return Cohort(centre, calibration.spread, Origin.PACK)


def _nearest(vectors: Floats, centres: Floats) -> NDArray[np.intp]:
    """Which centre lies nearest to each of n x d: n."""
    return np.asarray(np.argmax(vectors @ centres.T - (centres**2).sum(axis=1) / 2, axis=1))
