"""OpenCV Zoo's YuNet and SFace through OpenCV's own classes, on model files that the user added."""

import numpy as np

from face.align import ARCFACE_TEMPLATE
from face.cv import cv2
from face.detection.detections import Detections, Pictures, no_detections
from face.embed import CropView
from face.types import Floats, Pixels

_SAME_FACE = 0.3
_MOST = 5000
_NO_CONFIGURATION = np.zeros(0, np.uint8)


class YuNetDetector:
    """The detector YuNet (W. Wu et al., "YuNet: A Tiny Millisecond-level Face Detector", 2023)."""

    multiple = 32

    def __init__(self, model: bytes) -> None:
        self._model = cv2.FaceDetectorYN.create(
            "onnx", np.frombuffer(model, np.uint8), _NO_CONFIGURATION, (320, 320)
        )
        self._model.setNMSThreshold(_SAME_FACE)
        self._model.setTopK(_MOST)

    def __call__(self, pictures: Pictures, threshold: float) -> list[Detections]:
        """Find the faces of each of n x height x width x 3 RGB pictures."""
        self._model.setScoreThreshold(threshold)
        self._model.setInputSize((pictures.shape[2], pictures.shape[1]))
        return [self._one(np.ascontiguousarray(picture[:, :, ::-1])) for picture in pictures]

    def _one(self, bgr: Pixels) -> Detections:
        rows: object = self._model.detect(bgr)[1]
        if rows is None:
            return no_detections()
        values = np.asarray(rows, np.float32)  # x, y, width, height, 5 x (x, y), score
        boxes = np.concatenate([values[:, :2], values[:, :2] + values[:, 2:4]], axis=1)
        # OpenCV counts from the middle of the first pixel.
        return Detections(boxes, values[:, 4:14].reshape(-1, 5, 2) + 0.5, values[:, 14])


class SFaceRecogniser:
    """The recogniser SFace (Y. Zhong et al., "SFace: Sigmoid-Constrained Hypersphere Loss",
    2021)."""

    views: tuple[CropView, ...] = (
        CropView(ARCFACE_TEMPLATE),
        CropView(ARCFACE_TEMPLATE, mirrored=True),
    )
    same_face = 0.45
    size = 112

    def __init__(self, model: bytes) -> None:
        self._model = cv2.FaceRecognizerSF.create(
            "onnx", np.frombuffer(model, np.uint8), _NO_CONFIGURATION
        )
        self.dimension = int(self(np.zeros((1, self.size, self.size, 3), np.uint8)).shape[1])

    def __call__(self, crops: Pictures) -> Floats:
        """Compute vectors: n x 112 x 112 x 3 RGB -> n x dimension, of any length."""
        vectors = [
            self._model.feature(np.ascontiguousarray(crop[:, :, ::-1])).ravel() for crop in crops
        ]
        return np.asarray(np.stack(vectors), np.float32)
