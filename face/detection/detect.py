"""Look for faces in a picture of any size, however they are turned.

One pass over the whole picture, and one over finer tiles of a large one, keep even faint traces. A
network trained on upright faces leaves such traces of turned, tiny and huge faces, too; each is
looked at again (second_look.py). That costs far less than passes over the picture in every
orientation. Only where a face turned by more than 45 degrees is found is the whole picture looked
at in that orientation, for its small faces.
"""

import numpy as np
from numpy.typing import NDArray

from face.detection.detections import (
    Detections,
    FindsFacesInBatch,
    covered,
    joined,
    overlaps,
    rolls,
    without_doubles,
)
from face.detection.second_look import SecondLook
from face.detection.turns import quarter_turns, turned, turned_back
from face.detection.views import View, placed, views
from face.types import Pixels

SEARCH_VERSION = "search-6"
"""Changes whenever the same picture would give other faces."""

TRACE = 0.1
"""Score from which something is looked at again."""

FAINT = 0.04
"""Score from which something is looked at again where nothing else was found."""

CLEAR = 0.7
"""Score from which something is a face even if the second look does not see it."""

LIKELY = 0.5
"""Score from which something of ordinary size and posture is a face, though maybe a turned one."""

SURE = 0.87
"""Score from which it is an upright one: turned ones score up to 0.86 as if they were upright, with
landmarks that are off by the distance between the eyes."""

_MOST_TRACES = 24
_MOST_FAINT = 8
_ORDINARY_SIZES = (20.0, 400.0)
_ORDINARY_ROLL = 20.0
_SAME_FACE = 0.35
_OTHER_POSTURE = 45.0


class FaceSearch:
    """Finds the faces of a picture with a detection network."""

    def __init__(self, network: FindsFacesInBatch) -> None:
        self._network = network
        self._second_look = SecondLook(network)

    def __call__(self, pixels: Pixels) -> Detections:
        """All faces of a picture (RGB), in its pixels, best first."""
        found = self._upright(pixels)
        height, width = pixels.shape[:2]
        parts = [found]
        for turns in sorted(set(quarter_turns(found.landmarks).tolist()) - {0}):
            seen = self._upright(turned(pixels, turns))
            parts.append(turned_back(seen, turns, width, height))
        return without_doubles(joined(parts), _SAME_FACE)

    def _upright(self, pixels: Pixels) -> Detections:
        """The faces that can be found in this orientation of the picture."""
        sure, unsure = [], []
        for view in views(pixels):
            seen = self._look_at(view)
            certain = _ordinary(seen) & (seen.scores >= SURE)
            sure.append(placed(seen.take(certain), view))
            unsure.append(placed(seen.take(~certain), view))
        faces = without_doubles(joined(sure), _SAME_FACE)
        doubtful = without_doubles(_inside(joined(unsure), pixels), _SAME_FACE)
        doubtful = doubtful.take(~covered(doubtful, faces, _SAME_FACE))
        traces = doubtful.take(doubtful.scores >= TRACE)
        confirmed = self._second_look(pixels, traces.first(_MOST_TRACES))
        likely = traces.take(_ordinary(traces) & (traces.scores >= LIKELY))
        likely = likely.take(~_turned_after_all(likely, confirmed))
        confirmed = confirmed.take(~covered(confirmed, likely, _SAME_FACE / 2))
        faces = joined([faces, likely, confirmed])
        clear = traces.take(traces.scores >= CLEAR)
        clear = clear.take(~covered(clear, faces, _SAME_FACE / 2))
        faces = without_doubles(joined([faces, clear]), _SAME_FACE)
        if len(faces):
            return faces
        return self._second_look(pixels, doubtful.take(doubtful.scores < TRACE).first(_MOST_FAINT))

    def _look_at(self, view: View) -> Detections:
        height, width = view.pixels.shape[:2]
        step = self._network.multiple
        padded = np.zeros((1, -(-height // step) * step, -(-width // step) * step, 3), np.uint8)
        padded[0, :height, :width] = view.pixels
        return self._network(padded, FAINT)[0]


def _ordinary(seen: Detections) -> NDArray[np.bool_]:
    """Which are of an ordinary size and posture: n."""
    sizes = seen.sizes()
    smallest, largest = _ORDINARY_SIZES
    return np.asarray(
        (np.abs(rolls(seen.landmarks)) <= _ORDINARY_ROLL) & (sizes >= smallest) & (sizes <= largest)
    )


def _turned_after_all(found: Detections, seen_again: Detections) -> NDArray[np.bool_]:
    """Which of `found` (n) the second look sees in quite another posture."""
    between = rolls(found.landmarks)[:, None] - rolls(seen_again.landmarks)[None]
    apart = np.abs((between + 180) % 360 - 180) >= _OTHER_POSTURE
    there = overlaps(found.boxes, seen_again.boxes) >= _SAME_FACE / 2
    return np.asarray((there & apart).any(axis=1))


def _inside(found: Detections, pixels: Pixels) -> Detections:
    """With boxes cut at the border of the picture: those of turned faces reach far beyond."""
    height, width = pixels.shape[:2]
    boxes = np.clip(found.boxes, 0, np.array([width, height, width, height], np.float32))
    return Detections(boxes, found.landmarks, found.scores)
