"""Look again at what may be a face: close up, and turned until it is upright.

Measured with CenterFace on faces of 24 to 96 pixels: turned by 90 or 180 degrees they still leave a
trace above 0.1 in 85 to 100%, at half the score and with landmarks that are off by a third of the
distance between the eyes. Upright and 48 pixels large they score above 0.86.
"""

import numpy as np
from numpy.typing import NDArray

from face.align import warped
from face.cv import cv2
from face.detection.detections import Detections, FindsFacesInBatch, joined, none_found, rolls
from face.types import Floats, Pixels

_FIRST = (96, 56.0)
_LAST = (96, 48.0)
"""Width of the crop and of the face in it, in pixels."""

_ACCEPTED = 0.6
_WORTH_ANOTHER = 0.35
_AT_ONCE = 32


class SecondLook:
    """Confirms or drops traces of faces, and finds their landmarks."""

    def __init__(self, network: FindsFacesInBatch) -> None:
        self._network = network

    def __call__(self, pixels: Pixels, traces: Detections) -> Detections:
        """The faces among the traces; boxes, landmarks and scores are those of the second look."""
        count = len(traces)
        if not count:
            return none_found()
        every_turn = np.concatenate([rolls(traces.landmarks) + turn for turn in (0, 90, 180, 270)])
        fourfold = traces.take(np.tile(np.arange(count), 4))
        seen = self._look(pixels, fourfold, every_turn, _FIRST)
        best = seen.scores.reshape(4, count).argmax(axis=0) * count + np.arange(count)
        worth = seen.take(best[seen.scores[best] >= _WORTH_ANOTHER])
        last = self._look(pixels, worth, rolls(worth.landmarks), _LAST)
        # The last look has the better landmarks where it sees the face; either the better score.
        blind = last.scores < _WORTH_ANOTHER
        scores = np.maximum(worth.scores, last.scores)
        return Detections(
            np.where(blind[:, None], worth.boxes, last.boxes),
            np.where(blind[:, None, None], worth.landmarks, last.landmarks),
            scores,
        ).take(scores >= _ACCEPTED)

    def _look(
        self, pixels: Pixels, traces: Detections, angles: Floats, crop: tuple[int, float]
    ) -> Detections:
        """The face in the middle of a crop around each trace, score 0 where there is none."""
        if not len(traces):
            return none_found()
        size, face = crop
        matrices = [
            _around(box, angle, size, face) for box, angle in zip(traces.boxes, angles, strict=True)
        ]
        crops = np.stack([warped(pixels, matrix, size, cv2.BORDER_CONSTANT) for matrix in matrices])
        seen = [
            found
            for start in range(0, len(crops), _AT_ONCE)
            for found in self._network(crops[start : start + _AT_ONCE], _WORTH_ANOTHER)
        ]
        return joined(
            [
                _placed(_middle(found, crop), matrix)
                for found, matrix in zip(seen, matrices, strict=True)
            ]
        )


def _around(box: Floats, angle: float, size: int, face: float) -> NDArray[np.float64]:
    """Picture to crop (2 x 3): the middle of the box in the middle, turned back by `angle`."""
    middle = (box[:2] + box[2:]) / 2
    scale = face / max(float((box[2:] - box[:2]).max()), 1.0)
    # getRotationMatrix2D turns counter-clockwise for positive angles, as is wanted here.
    at = (float(middle[0]), float(middle[1]))
    matrix = np.asarray(cv2.getRotationMatrix2D(at, float(angle), scale), np.float64)
    matrix[:, 2] += size / 2 - middle
    return matrix


def _middle(found: Detections, crop: tuple[int, float]) -> Detections:
    """The best face in the middle of a crop and of about the expected size; exactly one."""
    size, face = crop
    middles = (found.boxes[:, :2] + found.boxes[:, 2:]) / 2
    sizes = (found.boxes[:, 2:] - found.boxes[:, :2]).max(axis=1)
    central = (np.abs(middles - size / 2) <= face * 0.5).all(axis=1)
    alike = (sizes >= face * 0.5) & (sizes <= face * 1.8)
    kept = found.take(central & alike)
    if len(kept):
        return kept.first(1)
    nothing = np.full((1, 4), size / 2, np.float32), np.full((1, 5, 2), size / 2, np.float32)
    return Detections(*nothing, np.zeros(1, np.float32))


def _placed(found: Detections, matrix: NDArray[np.float64]) -> Detections:
    """One face of a crop, in pixels of the picture."""
    back = cv2.invertAffineTransform(matrix)
    turn = back[:, :2]
    landmarks = found.landmarks @ turn.T + back[:, 2]
    middle = (found.boxes[:, :2] + found.boxes[:, 2:]) / 2 @ turn.T + back[:, 2]
    # The upright box that covers as much: exact for quarter turns.
    sides = np.sqrt((found.boxes[:, 2:] - found.boxes[:, :2]) ** 2 @ (turn**2).T)
    boxes = np.concatenate([middle - sides / 2, middle + sides / 2], axis=1)
    return Detections(boxes.astype(np.float32), landmarks.astype(np.float32), found.scores)
