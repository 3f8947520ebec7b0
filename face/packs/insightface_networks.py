"""insightface's own model classes (SCRFD, ArcFaceONNX) on model files that the user added.

They are only ever given content in memory: given a name, insightface would download.
"""

import importlib.util
import io
import sys

import numpy as np

from face.align import ARCFACE_TEMPLATE
from face.detection.detections import Detections, Pictures, no_detections
from face.embed import CropView
from face.runtime import session
from face.types import Floats


def _import_model_classes_alone() -> None:
    """Keep the packages around the two model classes from running their own code.

    insightface would import a downloader, scikit-image and SciPy, none of which the classes use.
    """
    for name in ("insightface", "insightface.model_zoo", "insightface.utils"):
        spec = importlib.util.find_spec(name)
        if spec is None:
            raise ModuleNotFoundError(name=name)
        sys.modules[name] = importlib.util.module_from_spec(spec)
    sys.modules["insightface.utils"].face_align = None  # type: ignore[attr-defined]


_import_model_classes_alone()
from insightface.model_zoo.arcface_onnx import ArcFaceONNX  # noqa: E402
from insightface.model_zoo.scrfd import SCRFD  # noqa: E402


class ScrfdDetector:
    """The detector SCRFD.

    J. Guo et al., "Sample and Computation Redistribution for Efficient Face Detection", 2021.

    Raises:
        ValueError: The model does not find faces and their five landmarks.
    """

    multiple = 32

    def __init__(self, model: bytes, threads: int) -> None:
        # One session for every size: otherwise it would open its file again for each new one.
        self._model = SCRFD(session=session(model, threads), static_shape_sessions=False)
        if not self._model.use_kps:
            raise ValueError("no landmarks")

    def __call__(self, pictures: Pictures, threshold: float) -> list[Detections]:
        """Find the faces of each of n x height x width x 3 RGB pictures."""
        return [self._one(np.ascontiguousarray(p[:, :, ::-1]), threshold) for p in pictures]

    def _one(self, bgr: Pictures, threshold: float) -> Detections:
        height, width = bgr.shape[:2]
        rows, landmarks = self._model.detect(bgr, input_size=(width, height), det_thresh=threshold)
        if not len(rows):
            return no_detections()
        return Detections(
            np.asarray(rows[:, :4], np.float32),
            # insightface counts from the middle of the first pixel.
            np.asarray(landmarks + 0.5, np.float32),
            np.asarray(rows[:, 4], np.float32),
        )


class ArcFaceRecogniser:
    """The recogniser ArcFace (J. Deng et al., "ArcFace: Additive Angular Margin Loss", 2019).

    Raises:
        ValueError: The model does not take 112 x 112 crops.
    """

    views: tuple[CropView, ...] = (
        CropView(ARCFACE_TEMPLATE),
        CropView(ARCFACE_TEMPLATE, mirrored=True),
    )
    same_face = 0.4
    size = 112

    def __init__(self, model: bytes, threads: int) -> None:
        self._model = ArcFaceONNX(io.BytesIO(model), session(model, threads))
        if self._model.input_size != (self.size, self.size):
            raise ValueError("not 112 x 112")
        self.dimension = int(self(np.zeros((1, self.size, self.size, 3), np.uint8)).shape[1])

    def __call__(self, crops: Pictures) -> Floats:
        """Compute vectors: n x 112 x 112 x 3 RGB -> n x dimension, of any length."""
        bgr = [np.ascontiguousarray(crop[:, :, ::-1]) for crop in crops]
        return np.asarray(self._model.get_feat(bgr), np.float32)
