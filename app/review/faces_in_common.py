"""Compare faces of an item with faces of photos, whatever looked at each of them."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from face.packs.pipelines import shared
from face.types import Face, Floats

if TYPE_CHECKING:
    from face.matching.calibration import Calibration


class FacesInCommon:
    """The item may have been looked at by another version, or with a pack that is not here."""

    def __init__(
        self, pack: str, pipeline: str, calibration: "Callable[[str, str], Calibration]"
    ) -> None:
        """Of an item that this pack and pipeline looked at."""
        self._pack = pack
        self._pipeline = pipeline
        self._calibration = calibration
        self._same_person: dict[str, float] = {}

    def same_person(self, pipeline: str) -> float:
        """The cosine from which a face of the item and one of that pipeline resemble each other."""
        if pipeline not in self._same_person:
            common = shared(pipeline, self._pipeline, (0, 0))
            compared = self._pipeline if common is None else common.pipeline
            self._same_person[pipeline] = self._calibration(self._pack, compared).same_person
        return self._same_person[pipeline]

    def cosines(self, pipeline: str, photo: Sequence[Face], item: Sequence[Face]) -> Floats | None:
        """Of n faces in a photo and m in the item, n x m; None: there are none to be compared."""
        if not (photo and item):
            return None
        theirs = np.stack([face.embedding for face in photo])
        items = np.stack([face.embedding for face in item])
        common = shared(pipeline, self._pipeline, (theirs.shape[1], items.shape[1]))
        hers = theirs if common is None else common.of_one(theirs)
        try:
            return None if common is None else hers @ common.of_other(items).T
        finally:
            hers.fill(0)
            theirs.fill(0)
