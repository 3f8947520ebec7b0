"""Search for faces in a picture of any size, however they are rotated.

One pass over the whole picture, and one over finer tiles of a large one, keep even weak detections,
called traces. A network trained on upright faces leaves such traces of rotated, tiny and huge
faces, too; each gets a second look (second_look.py). That costs far less than passes over the
picture in every orientation. Only where a face rotated by more than 45 degrees is found, the whole
picture is searched in that orientation, for its small faces.

Where there are two networks, the fast one makes the passes, and the better one takes a close look
at every detection: it rejects what is no face and places the landmarks. The fast one hardly detects
small faces that lie; where it finds nothing, it searches the other three orientations
(docs/decisions/0106).
"""

import numpy as np
from numpy.typing import NDArray

from face.detection.detections import (
    DetectionNetwork,
    Detections,
    concatenated,
    covered,
    no_detections,
    non_maximum_suppression,
    overlaps,
    rolls,
)
from face.detection.pyramid import pyramid_of
from face.detection.rotation import quarter_turns, rotated, rotated_back
from face.detection.second_look import SecondLook
from face.detection.views import PictureView, placed, views
from face.types import Floats, Pixels

SEARCH_VERSION = "search-7"
"""Version that changes whenever the same picture would give other faces."""

TRACE = 0.1
"""Score from which a detection gets a second look."""

FAINT = 0.04
"""Score from which a detection gets a second look where nothing else was found."""

CLEAR = 0.7
"""Score from which a detection is a face even if the second look does not confirm it."""

LIKELY = 0.5
"""Score from which a detection of ordinary size and pose is a face, though perhaps a rotated
one."""

SURE = 0.87
"""Score from which it is an upright face: rotated ones score up to 0.86 as if they were upright,
with landmarks that are off by the distance between the eyes."""

NEAR = 0.3
"""With two networks: score from which a detection gets a close look in its apparent pose."""

UPRIGHT = 0.75
"""Score in the close look from which it is an upright face."""

MAYBE = 0.5
"""Score in the close look from which it is a face unless it is a rotated one."""

UNSEEN = 0.7
CUT = 0.6
"""Scores from which a detection is a face even if no close look confirms it: anywhere, and upright
at the border of the picture, where a close look sees half a face."""

_MOST_TRACES = 24
_MOST_FAINT = 8
_MOST_TRACES_OF_TWO = 12

_ORDINARY_SIZES = (20.0, 400.0)
_ORDINARY_ROLL = 20.0
_SAME_FACE = 0.35
_OTHER_POSTURE = 45.0


class FaceSearch:
    """Finds the faces of a picture with one or two detection networks."""

    def __init__(self, network: DetectionNetwork, closer: DetectionNetwork | None = None) -> None:
        """Search with one network, or with a fast one and a better one for close looks."""
        self._network = network
        self._two = closer is not None
        self._most_traces = _MOST_TRACES_OF_TWO if self._two else _MOST_TRACES
        self._second_look = SecondLook(network, closer)

    def __call__(self, pixels: Pixels) -> Detections:
        """Find all faces of a picture (RGB), in its pixels, best first."""
        pyramid = pyramid_of(pixels)
        found = self._upright(pyramid)
        height, width = pixels.shape[:2]
        parts = [found]
        others = set(quarter_turns(found.landmarks).tolist()) - {0}
        nothing = self._two and not len(found)
        for turns in sorted({1, 2, 3} if nothing else others):
            levels = [rotated(level, turns) for level in pyramid]
            seen = (
                self._at_once(levels, self._seen(levels))[0] if nothing else self._upright(levels)
            )
            parts.append(rotated_back(seen, turns, width, height))
        return non_maximum_suppression(concatenated(parts), _SAME_FACE)

    def _upright(self, pyramid: list[Pixels]) -> Detections:
        """Return the faces that are found in this orientation of the picture."""
        found = self._seen(pyramid)
        faces, maybe, doubtful = self._at_once(pyramid, found)
        doubtful = doubtful.take(~covered(doubtful, faces, _SAME_FACE))
        traces = doubtful.take(doubtful.scores >= TRACE)
        confirmed = self._second_look(pyramid, traces.first(self._most_traces))
        if not self._two:
            likely = traces.take(_ordinary(traces) & (traces.scores >= LIKELY))
            likely = likely.take(~_turned_after_all(likely, confirmed))
            confirmed = confirmed.take(~covered(confirmed, likely, _SAME_FACE / 2))
            faces = concatenated([faces, likely])
        faces = concatenated([faces, confirmed])
        maybe = maybe.take(~covered(maybe, faces, _SAME_FACE / 2))
        faces = concatenated([faces, maybe])
        clear = traces.take(traces.scores >= self._least(traces, pyramid[0]))
        clear = clear.take(~covered(clear, faces, _SAME_FACE / 2))
        faces = non_maximum_suppression(concatenated([faces, clear]), _SAME_FACE)
        if len(faces) or self._two:
            return faces
        faint = doubtful.take(doubtful.scores < TRACE).first(_MOST_FAINT)
        return self._second_look(pyramid, faint)

    def _least(self, traces: Detections, picture: Pixels) -> Floats:
        """Return the scores from which traces are faces even without a second
        look's confirmation: n.
        """
        if not self._two:
            return np.full(len(traces), CLEAR, np.float32)
        height, width = picture.shape[:2]
        cut = (traces.boxes[:, :2] < 1).any(axis=1)
        cut |= (traces.boxes[:, 2:] > (width - 1, height - 1)).any(axis=1)
        cut &= np.abs(rolls(traces.landmarks)) <= _ORDINARY_ROLL
        return np.where(cut, CUT, UNSEEN).astype(np.float32)

    def _seen(self, pyramid: list[Pixels]) -> Detections:
        """Return all detections of the passes over a picture, down to the faintest."""
        found = concatenated([placed(self._look_at(view), view) for view in views(pyramid)])
        if not self._two:
            found = _inside(found, pyramid[0])
        return non_maximum_suppression(found, _SAME_FACE)

    def _at_once(
        self, pyramid: list[Pixels], found: Detections
    ) -> tuple[Detections, Detections, Detections]:
        """Split detections: certain upright faces, faces unless they are rotated, and the rest."""
        if not self._two:
            certain = _ordinary(found) & (found.scores >= SURE)
            return found.take(certain), no_detections(), found.take(~certain)
        near = found.scores >= NEAR
        seen = self._second_look.close(pyramid, found.take(near))
        upright = (seen.scores >= UPRIGHT) & (np.abs(rolls(seen.landmarks)) <= _OTHER_POSTURE)
        rest = found.take(np.concatenate([np.nonzero(near)[0][~upright], np.nonzero(~near)[0]]))
        maybe = seen.take(~upright & (seen.scores >= MAYBE))
        return non_maximum_suppression(seen.take(upright), _SAME_FACE), maybe, rest

    def _look_at(self, view: PictureView) -> Detections:
        height, width = view.pixels.shape[:2]
        step = self._network.multiple
        padded = np.zeros((1, -(-height // step) * step, -(-width // step) * step, 3), np.uint8)
        padded[0, :height, :width] = view.pixels
        return self._network(padded, FAINT)[0]


def _ordinary(seen: Detections) -> NDArray[np.bool_]:
    """Mask of the detections of an ordinary size and pose: n."""
    sizes = seen.sizes()
    smallest, largest = _ORDINARY_SIZES
    return np.asarray(
        (np.abs(rolls(seen.landmarks)) <= _ORDINARY_ROLL) & (sizes >= smallest) & (sizes <= largest)
    )


def _turned_after_all(found: Detections, seen_again: Detections) -> NDArray[np.bool_]:
    """Mask of the `found` (n) that the second look sees in quite another pose."""
    between = rolls(found.landmarks)[:, None] - rolls(seen_again.landmarks)[None]
    apart = np.abs((between + 180) % 360 - 180) >= _OTHER_POSTURE
    there = overlaps(found.boxes, seen_again.boxes) >= _SAME_FACE / 2
    return np.asarray((there & apart).any(axis=1))


def _inside(found: Detections, pixels: Pixels) -> Detections:
    """Clip boxes at the border of the picture: those of rotated faces reach far beyond it."""
    height, width = pixels.shape[:2]
    boxes = np.clip(found.boxes, 0, np.array([width, height, width, height], np.float32))
    return Detections(boxes, found.landmarks, found.scores)
