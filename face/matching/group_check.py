"""The group check: does a resemblance stand out among people like her, too?

A case may hold a few people of her group among many others. Then the cohort shows how alike the
others are to her, and promises fewer look-alikes than those few bring. So a strong resemblance is
scored once more with a cohort of synthetic faces around the centre of her group.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from face.matching.calibration import Calibration
from face.matching.cohort import Cohort, CohortOrigin, Peaks, member_peaks
from face.matching.impostor_tail import ImpostorTail
from face.matching.scoring import scores_against
from face.matching.wiped import wiped
from face.types import Floats

_PACK_STRETCH = 1.0
"""Stretch of the tail of synthetic faces, which is the pack's own."""


@dataclass(frozen=True, slots=True, eq=False)
class PeopleGroups:
    """The groups of people of a pack, and how many faces of a case belong to each.

    Attributes:
        counts: Number of faces in each group; empty where the pack's groups were never measured.
        members: The peaks of the synthetic faces, which are the same around every centre.
    """

    calibration: Calibration
    counts: NDArray[np.intp]
    members: Peaks | None

    @classmethod
    def of(cls, tracks: Floats, calibration: Calibration) -> "PeopleGroups":
        """Count the faces of a case (N x d) in each group."""
        centres = calibration.centres
        if not len(centres):
            return cls(calibration, np.zeros(0, np.intp), None)
        counts = np.bincount(_nearest(tracks, centres), minlength=len(centres))
        return cls(calibration, counts, member_peaks(_around(centres[0], calibration)))

    def expected(self, template: Floats, faces: Floats) -> NDArray[np.float64]:
        """Return the number of strangers of her group who are expected to reach the
        score of each face: m.

        Zeros where the pack's groups were never measured.

        Args:
            template: Mean of the own photos, d, any length.
            faces: m x d, unit length.
        """
        calibration = self.calibration
        if self.members is None:
            return np.zeros(len(faces))
        group = int(_nearest(template[None], calibration.centres)[0])
        cohort = _around(calibration.centres[group], calibration)
        away = calibration.parts.centred(cohort.centre, faces)
        no_members = np.full(len(faces), -1, np.intp)
        with wiped(calibration.parts.centred(cohort.centre, template)) as hers:
            scores = scores_against(cohort, self.members, hers, away, no_members)
        strangers = max(float(self.counts[group]), 1.0)
        tail = ImpostorTail(calibration.curve, _PACK_STRETCH, cohort.peaks / cohort.size, strangers)
        return tail.expected(scores)


def _around(centre: Floats, calibration: Calibration) -> Cohort:
    """Return a cohort of synthetic faces around a centre."""
    return Cohort(centre, calibration.spread, CohortOrigin.PACK)


def _nearest(vectors: Floats, centres: Floats) -> NDArray[np.intp]:
    """Return the number of the centre that is nearest to each of n x d vectors: n."""
    return np.asarray(np.argmax(vectors @ centres.T - (centres**2).sum(axis=1) / 2, axis=1))
