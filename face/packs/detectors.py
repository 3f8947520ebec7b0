"""The detectors of the `open` pack: YuNet, which is fast, and CenterFace, which looks closely."""

from collections.abc import Sequence

from face.detection.detections import DetectionNetwork
from face.packs import centerface, yunet
from face.packs.catalogue import CENTERFACE, YUNET, Network


def open_detectors(
    usable: Sequence[Network], threads: int
) -> tuple[DetectionNetwork, DetectionNetwork | None]:
    """The network that searches pictures and, where there are both, the one for close looks.

    Args:
        usable: Which of the two can be used, at least one.

    Raises:
        ModelMissingError: One of these is not installed.
        ModelDamagedError: The file of one of these is not the known one.
    """
    looks_closely = (
        centerface.CenterFace(centerface.load(), threads) if CENTERFACE in usable else None
    )
    if YUNET in usable or looks_closely is None:
        return yunet.YuNet(yunet.load(), threads), looks_closely
    return looks_closely, None
