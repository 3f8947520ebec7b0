"""Composites: does a person find a photo of somebody else with her own inner face in it?

Each case holds one composite among photos of others, also of the person whose photo it is.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from face.matching.calibration import Calibration
from face.types import FaceFinder
from tools.evaluate.dataset import Composite, Dataset
from tools.evaluate.embeddings import Embeddings, Seen, embeddings_of
from tools.evaluate.figures import Figure
from tools.evaluate.searches import Search, all_searched, figures_of, others_than

COMPOSITES = "composites"
KINDS = {True: "East Asian", False: "other"}

_OWN = 3


def composites(
    data: Dataset, seen: Seen, calibration: Calibration, engine: FaceFinder
) -> dict[str, Figure]:
    """Measure how often people find themselves; empty where the data set has no composites."""
    if not data.composites:
        return {}
    made = embeddings_of(data.root, [one.path for one in data.composites], engine)
    figures: dict[str, Figure] = {}
    for east_asian, kind in KINDS.items():
        listed = [i for i, one in enumerate(data.composites) if one.east_asian == east_asian]
        some = [data.composites[i] for i in listed]
        found = all_searched(seen.faces, calibration, searches(data, seen, some, made[listed]))
        figures |= {f"{COMPOSITES}, {kind}: {name}": f for name, f in figures_of(found).items()}
    return figures


def searches(
    data: Dataset, seen: Seen, some: Sequence[Composite], made: Embeddings
) -> Iterator[Search]:
    """A search for each composite, also for those in which no face is found."""
    names = np.array([photo.person for photo in data.photos])
    for composite, hers in zip(some, made, strict=True):
        own = np.flatnonzero((names == composite.source) & seen.usable)[:_OWN]
        if len(own):
            person = int(data.person[own[0]])
            strangers = others_than(data, seen.usable, person)
            yield Search(person, seen.own[own], strangers, hers[None])
