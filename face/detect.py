"""Look for faces in a picture of any size."""

import numpy as np

from face.cv import cv2
from face.detections import Detections, FindsFacesInBatch, without_doubles
from face.types import Pixels


class FaceSearch:
    """Finds the faces of a picture with a detection network."""

    def __init__(self, network: FindsFacesInBatch) -> None:
        self._network = network

    def __call__(self, pixels: Pixels) -> Detections:
        """All faces, best first."""
        height, width = pixels.shape[:2]
        scale = min(1.0, 1024 / max(height, width))
        size = max(1, round(width * scale)), max(1, round(height * scale))
        small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
        m = self._network.multiple
        padded = np.zeros((-(-size[1] // m) * m, -(-size[0] // m) * m, 3), np.uint8)
        padded[: size[1], : size[0]] = small
        found = self._network(padded[None], 0.5)[0]
        factor = np.array([width / size[0], height / size[1]], np.float32)
        found = Detections(found.boxes * np.tile(factor, 2), found.landmarks * factor, found.scores)
        return without_doubles(found, 0.4)
