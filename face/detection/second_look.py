"""The second look at traces that may be faces: close up, and rotated until they are upright.

With two networks the fast one only tells which rotation is upright; the better one decides.
Measured with CenterFace on faces of 24 to 96 pixels: rotated by 90 or 180 degrees they still leave
a trace above 0.1 in 85 to 100%, at half the score and with landmarks that are off by a third of the
distance between the eyes. Upright and 48 pixels large they score above 0.86.
"""

import numpy as np
from numpy.typing import NDArray

from face.align import warped
from face.cv import cv2
from face.detection.detections import (
    DetectionNetwork,
    Detections,
    concatenated,
    no_detections,
    rolls,
)
from face.types import Floats, Pixels

_FIRST = (96, 56.0)
_LAST = (96, 48.0)
"""Widths of the crop and of the face in it, in pixels, for the first and the last look."""

_FIRST_OF_TWO = (64, 40.0)
"""These widths where a fast network looks at four rotations for a better one."""

_CLOSE = (128, 72.0)
"""These widths for a close look at a face, rotated upright by its landmarks."""

_ACCEPTED = 0.6
_WORTH_ANOTHER = 0.35
"""Scores that the last and the first look need with one network."""

_WORTH_A_CLOSE_LOOK = 0.5
_ACCEPTED_CLOSE = 0.5
"""Scores that the first look and the close look need with two networks."""

_TILTED = 20.0
"""Degrees from which a face gets one more close look, upright."""

_AT_ONCE = 32


class SecondLook:
    """Confirms or rejects traces of faces, and finds their landmarks."""

    def __init__(self, network: DetectionNetwork, closer: DetectionNetwork | None = None) -> None:
        self._network = network
        self._closer = closer
        self._first = _FIRST if closer is None else _FIRST_OF_TWO

    def __call__(self, pyramid: list[Pixels], traces: Detections) -> Detections:
        """Return the faces among the traces in a picture (its pyramid).

        Boxes, landmarks and scores are those of the second look.
        """
        count = len(traces)
        if not count:
            return no_detections()
        every_turn = np.concatenate([rolls(traces.landmarks) + turn for turn in (0, 90, 180, 270)])
        fourfold = traces.take(np.tile(np.arange(count), 4))
        seen = self._look(pyramid, fourfold, every_turn, self._first, self._network)
        best = seen.take(seen.scores.reshape(4, count).argmax(axis=0) * count + np.arange(count))
        if self._closer is not None:
            last = self.close(pyramid, best.take(best.scores >= _WORTH_A_CLOSE_LOOK))
            return last.take(last.scores >= _ACCEPTED_CLOSE)
        worth = best.take(best.scores >= _WORTH_ANOTHER)
        last = self._look(pyramid, worth, rolls(worth.landmarks), _LAST, self._network)
        # The last look has the better landmarks where it sees the face; either the better score.
        blind = last.scores < _WORTH_ANOTHER
        scores = np.maximum(worth.scores, last.scores)
        return Detections(
            np.where(blind[:, None], worth.boxes, last.boxes),
            np.where(blind[:, None, None], worth.landmarks, last.landmarks),
            scores,
        ).take(scores >= _ACCEPTED)

    def close(self, pyramid: list[Pixels], faces: Detections) -> Detections:
        """Take a close look at each face in its apparent pose.

        The score is 0 where there is no face. A face that turns out to be tilted gets another look.
        """
        network = self._closer or self._network
        seen = self._look(pyramid, faces, rolls(faces.landmarks), _CLOSE, network)
        tilted = (np.abs(rolls(seen.landmarks)) > _TILTED) & (seen.scores >= _WORTH_ANOTHER)
        upright = seen.take(tilted)
        again = self._look(pyramid, upright, rolls(upright.landmarks), _CLOSE, network)
        better = again.scores >= upright.scores
        seen.boxes[tilted] = np.where(better[:, None], again.boxes, upright.boxes)
        seen.landmarks[tilted] = np.where(better[:, None, None], again.landmarks, upright.landmarks)
        seen.scores[tilted] = np.maximum(again.scores, upright.scores)
        return seen

    def _look(
        self,
        pyramid: list[Pixels],
        traces: Detections,
        angles: Floats,
        crop: tuple[int, float],
        network: DetectionNetwork,
    ) -> Detections:
        """Detect the face in the middle of a crop around each trace; score 0 where there is
        none."""
        if not len(traces):
            return no_detections()
        size, face = crop
        matrices = [
            _around(box, angle, size, face) for box, angle in zip(traces.boxes, angles, strict=True)
        ]
        crops = np.stack([_cut(pyramid, matrix, size) for matrix in matrices])
        seen = [
            found
            for start in range(0, len(crops), _AT_ONCE)
            for found in network(crops[start : start + _AT_ONCE], _WORTH_ANOTHER)
        ]
        return concatenated(
            [
                _placed(_middle(found, crop), matrix)
                for found, matrix in zip(seen, matrices, strict=True)
            ]
        )


def _around(box: Floats, angle: float, size: int, face: float) -> NDArray[np.float64]:
    """Return the matrix from picture to crop (2 x 3): the box in the middle,
    rotated back by `angle`.
    """
    middle = (box[:2] + box[2:]) / 2
    scale = face / max(float((box[2:] - box[:2]).max()), 1.0)
    # getRotationMatrix2D turns counter-clockwise for positive angles, as is wanted here.
    at = (float(middle[0]), float(middle[1]))
    matrix = np.asarray(cv2.getRotationMatrix2D(at, float(angle), scale), np.float64)
    matrix[:, 2] += size / 2 - middle
    return matrix


def _cut(pyramid: list[Pixels], matrix: NDArray[np.float64], size: int) -> Pixels:
    """Cut the crop from the smallest level of the pyramid that is at least as fine."""
    scale = float(np.hypot(matrix[0, 0], matrix[1, 0]))
    level = int(np.clip(np.log2(1 / scale), 0, len(pyramid) - 1))
    to_level = matrix * ((2**level, 2**level, 1),)
    return warped(pyramid[level], to_level, size, cv2.BORDER_CONSTANT)


def _middle(found: Detections, crop: tuple[int, float]) -> Detections:
    """Return the best face in the middle of a crop and of about the expected
    size: exactly one row.
    """
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
    """Map one face from a crop to pixels of the picture."""
    back = cv2.invertAffineTransform(matrix)
    turn = back[:, :2]
    landmarks = found.landmarks @ turn.T + back[:, 2]
    middle = (found.boxes[:, :2] + found.boxes[:, 2:]) / 2 @ turn.T + back[:, 2]
    # The upright box that covers as much: exact for quarter turns.
    sides = np.sqrt((found.boxes[:, 2:] - found.boxes[:, :2]) ** 2 @ (turn**2).T)
    boxes = np.concatenate([middle - sides / 2, middle + sides / 2], axis=1)
    return Detections(boxes.astype(np.float32), landmarks.astype(np.float32), found.scores)
