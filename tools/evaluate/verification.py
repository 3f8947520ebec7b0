"""Verification: the share of true pairs that are accepted at a false match rate."""

import numpy as np
from numpy.typing import NDArray

from face.matching.calibration import Calibration
from face.matching.cohort import Cohort, CohortOrigin, member_peaks
from face.matching.embedding_parts import EmbeddingParts
from face.matching.scoring import scores_against
from tools.evaluate.dataset import Dataset
from tools.evaluate.embeddings import Embeddings, Seen
from tools.evaluate.figures import Figure, Good, share

RATES = (1e-3, 1e-4, 1e-5)


def verification(data: Dataset, seen: Seen, calibration: Calibration) -> dict[str, Figure]:
    """Measure the cosine, and the score normalised with all photos as an unlabelled cohort.

    One photo of a pair is an own photo, the other a face of a case. Pairs of one person: at most
    ten a person; pairs of different people: all.
    """
    photos = data.people[seen.usable[data.people]]
    place = np.full(len(data.photos), -1)
    place[photos] = np.arange(len(photos))
    same = place[data.same]
    same = same[(same >= 0).all(axis=1)]
    some, own = seen.faces[photos], seen.own[photos]
    normalised = normalised_among(own, some, calibration.parts)
    person, east_asian = data.person[photos], data.east_asian[photos]
    figures: dict[str, Figure] = {}
    for name, scores in (("cosine", own @ some.T), ("normalised", normalised)):
        upper = np.triu(person[:, None] != person, 1)
        strangers = np.sort(scores[upper])[::-1]
        pairs = scores[same[:, 0], same[:, 1]]
        for rate in RATES:
            threshold = strangers[round(rate * len(strangers))]
            figures[f"verification: {name}, true pairs kept at {rate:.0e}"] = share(
                float((pairs > threshold).mean()), len(pairs)
            )
        alike = scores[upper & east_asian[:, None] & east_asian]
        threshold = strangers[round(1e-3 * len(strangers))]
        passing = share(float((alike > threshold).mean()), east_asian.sum() ** 2, Good.LOW)
        figures[f"verification: {name}, East Asian strangers passing where 1e-03 do"] = passing
    return figures


def normalised_among(
    own: Embeddings, faces: Embeddings, parts: EmbeddingParts
) -> NDArray[np.float32]:
    """Normalised scores of all own photos with all faces (both n x d), which are the cohort: n x
    n."""
    centre = faces.mean(axis=0)
    cohort = Cohort(centre, parts.centred(centre, faces), CohortOrigin.CASE)
    members, place = member_peaks(cohort), np.arange(len(faces))
    return np.stack(
        [
            scores_against(cohort, members, hers, cohort.faces, place)
            for hers in parts.centred(centre, own)
        ]
    )
