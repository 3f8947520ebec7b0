"""The pack that comes with the program: CenterFace and dlib's ResNet."""

import numpy as np

from face import centerface, dlib_resnet
from face.align import DLIB_TEMPLATE
from face.detections import Floats, Pictures
from face.folders import cache_folder
from face.runtime import session


class DlibResNet:
    """dlib's recogniser."""

    template = DLIB_TEMPLATE
    size = dlib_resnet.SIZE
    dimension = dlib_resnet.DIMENSION

    def __init__(self, model: bytes, threads: int) -> None:
        self._session = session(model, threads)

    def __call__(self, crops: Pictures) -> Floats:
        """n x 150 x 150 x 3 RGB -> n x 128, not normalised."""
        planes = np.ascontiguousarray(crops.transpose(0, 3, 1, 2)).astype(np.float32)
        (vectors,) = self._session.run(None, {"crops": planes})
        return np.asarray(vectors, np.float32)


def open_detector(threads: int) -> centerface.CenterFace:
    """CenterFace."""
    return centerface.CenterFace(centerface.load(), threads)


def open_recogniser(threads: int) -> DlibResNet:
    """dlib's ResNet."""
    return DlibResNet(dlib_resnet.load(cache_folder()), threads)
