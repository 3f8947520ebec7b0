"""Young East Asian women look for themselves among their like: the people the program is for.

One photo (or three) of one woman is her own; her other photos are in the case, and all photos of
all others: of women with several photos, with two, with one. So a stranger may come up more than
once in a check. All photos of one woman take turns. A third of them are portraits that one studio
made of one group, in the same light: the same figures without these, too.
"""

from collections.abc import Iterator

import numpy as np

from face.matching.calibration import Calibration
from tools.evaluate.dataset import Dataset, Indices
from tools.evaluate.embeddings import Seen
from tools.evaluate.figures import Figure, share
from tools.evaluate.searches import Search, all_searched, figures_of
from tools.evaluate.verification import normalised_among

YOUNG = "young East Asian women"
WITHOUT_STUDIO = "without the studio group"

OWN_PHOTOS = (1, 3)
RATES = (1e-2, 1e-3, 1e-4)

_ENOUGH = 3
"""Number of photos from which a woman searches; those with fewer are strangers."""


def young_women(data: Dataset, seen: Seen, calibration: Calibration) -> dict[str, Figure]:
    """Measure all figures; none where the data set has no such photos."""
    everybody = data.young_women()
    everybody = everybody[seen.usable[everybody]]
    if not len(everybody):
        return {}
    rest = everybody[~data.in_studio()[everybody]]
    figures = _pairs(data, seen, everybody, calibration)
    for name, women in ((YOUNG, everybody), (f"{YOUNG}, {WITHOUT_STUDIO}", rest)):
        for own in OWN_PHOTOS:
            found = all_searched(seen.faces, calibration, searches(data, seen, women, own))
            figures |= {f"{name}, {own} own: {what}": f for what, f in figures_of(found).items()}
    return figures


def searches(data: Dataset, seen: Seen, women: Indices, own: int) -> Iterator[Search]:
    """Searches of each woman, one for each of her photos, where some remain as appearances."""
    for person in np.unique(data.person[women]):
        hers = women[data.person[women] == person]
        if len(hers) < max(_ENOUGH, own + 1):
            continue
        strangers = women[data.person[women] != person]
        for first in range(len(hers)):
            turned = np.roll(hers, -first)
            mine, appearances = seen.own[turned[:own]], seen.faces[turned[own:]]
            yield Search(int(person), mine, strangers, appearances)


def _pairs(
    data: Dataset, seen: Seen, women: Indices, calibration: Calibration
) -> dict[str, Figure]:
    """Verification: the share of pairs of one woman that are accepted at a false match rate."""
    own, some, person = seen.own[women], seen.faces[women], data.person[women]
    normalised = normalised_among(own, some, calibration.parts)
    same = person[:, None] == person
    figures: dict[str, Figure] = {}
    for name, scores in (("cosine", own @ some.T), ("normalised", normalised)):
        strangers = np.sort(scores[np.triu(~same, 1)])[::-1]
        pairs = scores[np.triu(same, 1)]
        for rate in RATES:
            kept = float((pairs > strangers[round(rate * len(strangers))]).mean())
            people = len(np.unique(person))
            figures[f"{YOUNG}: {name}, true pairs kept at {rate:.0e}"] = share(kept, people)
    return figures
