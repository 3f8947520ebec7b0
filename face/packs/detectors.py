"""The detectors of the `open` pack: YuNet, which is fast, and CenterFace, which looks closely."""

from face.detection.detections import FindsFacesInBatch
from face.errors import ModelMissingError
from face.packs import centerface, yunet
from face.packs.catalogue import OPEN


def open_detectors(threads: int) -> tuple[FindsFacesInBatch, FindsFacesInBatch | None]:
    """The network that searches pictures and, where both are installed, the one for close looks.

    Raises:
        ModelMissingError: Neither is installed.
        ModelDamagedError: A file is not the known one.
    """
    looks_closely = (
        centerface.CenterFace(centerface.load(), threads) if centerface.model_path() else None
    )
    if yunet.model_path() is not None:
        return yunet.YuNet(yunet.load(), threads), looks_closely
    if looks_closely is None:
        raise ModelMissingError(OPEN.name, OPEN.detector.name)
    return looks_closely, None


def installed() -> bool:
    """Whether there is one of them."""
    return centerface.model_path() is not None or yunet.model_path() is not None
