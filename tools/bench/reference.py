"""The reference: faces found and embedded as the package `face_recognition` does.

HOG detector (one upsampling, the package's default), five points, dlib's network, one thread, as
that package does it; dlib itself comes from the `dlib-bin` wheel.
"""

import dlib
import numpy as np
from numpy.typing import NDArray

from face.package_files import file_in
from face.types import Pixels


def model_file(name: str) -> str:
    """Return the path of a model that `face_recognition` uses."""
    return str(file_in("face_recognition_models", f"models/{name}"))


class DlibFaces:
    """Finds and embeds faces as `face_recognition` does."""

    def __init__(self) -> None:
        self._detector = dlib.get_frontal_face_detector()
        self._points = dlib.shape_predictor(model_file("shape_predictor_5_face_landmarks.dat"))
        self._network = dlib.face_recognition_model_v1(
            model_file("dlib_face_recognition_resnet_model_v1.dat")
        )

    def embed_crop(self, crop: Pixels) -> NDArray[np.float64]:
        """Return the 128 numbers for a 150 x 150 RGB crop."""
        return np.array(self._network.compute_face_descriptor(crop))

    def find_faces(self, pixels: Pixels) -> list[NDArray[np.float64]]:
        """Return the descriptors of the faces in an RGB picture."""
        boxes = self._detector(pixels, 1)
        shapes = [self._points(pixels, box) for box in boxes]
        return [np.array(self._network.compute_face_descriptor(pixels, s)) for s in shapes]
