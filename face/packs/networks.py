"""Open the networks of a model pack: a detector, or two, and its recognisers."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from face.detection.detections import DetectionNetwork
from face.embed import Recogniser
from face.errors import ModelDamagedError, UnknownPackError
from face.folders import cache_folder
from face.packs import centerface, dlib_resnet, sface, yunet
from face.packs.catalogue import (
    CENTERFACE,
    DLIB,
    LISTINGS,
    SFACE,
    YUNET,
    Architecture,
    Listing,
    Network,
)
from face.packs.files import models_folder, read_verified, sha256_of
from face.packs.opencv_zoo_networks import SFaceRecogniser, YuNetDetector
from face.packs.registry import DETECTORS, pipeline_text, usable_detectors, usable_recognisers


@dataclass(frozen=True, slots=True, eq=False)
class Networks:
    """The networks of a pack, ready to run.

    Attributes:
        recognisers: At least one; an embedding has one part for each, in this order.
        closer: A better detector for close looks, where the pack has two.
    """

    detector: DetectionNetwork
    recognisers: tuple[Recogniser, ...]
    pipeline: str
    closer: DetectionNetwork | None = None

    @property
    def dimension(self) -> int:
        """Numbers in an embedding."""
        return sum(recogniser.dimension for recogniser in self.recognisers)


def open_networks(pack: str, threads: int, models: Path | None = None) -> Networks:
    """Load the networks of a pack.

    Raises:
        UnknownPackError: No pack has this name.
        ModelMissingError: A file of the pack is missing; of `open` both detectors or recognisers.
        ModelDamagedError: A file of the pack is not the right one, likewise.
    """
    listing = LISTINGS.get(pack)
    if listing is None:
        raise UnknownPackError(pack)
    folder = models_folder(models)
    contents = {each: read_verified(folder, pack, each.file.name) for each in listing.added}
    return _networks(listing, contents, threads)


def try_out(pack: str, models: Path) -> int:
    """Load a pack that was added, and return the dimension of its embeddings.

    Raises:
        ModelError: As open_networks.
    """
    return open_networks(pack, 1, models).dimension


def _networks(listing: Listing, added: dict[Network, bytes], threads: int) -> Networks:
    """Load the networks and run each once, so that a wrong kind of model fails here.

    Networks that the user added are loaded first: the others take seconds and seldom fail.
    """
    usable = usable_recognisers(listing)
    found = _added_detector(listing, added, threads) if listing.detector in added else None
    strange = {
        each: _added_recogniser(listing, each, added[each], threads)
        for each in usable
        if each in added
    }
    detector, closer = (found, None) if found else _built_in_detectors(listing, threads)
    recognisers = tuple(strange.get(each) or _built_in_recogniser(each, threads) for each in usable)
    digests = {network: sha256_of(content) for network, content in added.items()}
    return Networks(detector, recognisers, pipeline_text(listing, usable, digests), closer)


def _added_detector(
    listing: Listing, added: dict[Network, bytes], threads: int
) -> DetectionNetwork:
    with _blamed(listing.name, listing.detector.file.name):
        return _detector(listing.detector.architecture, added[listing.detector], threads)


def _added_recogniser(listing: Listing, network: Network, model: bytes, threads: int) -> Recogniser:
    with _blamed(listing.name, network.file.name):
        made = _recogniser(network, model, threads)
        if len(listing.recognisers) > 1 and made.dimension != network.width:
            raise ValueError(made.dimension)
    return made


def _built_in_detectors(
    listing: Listing, threads: int
) -> tuple[DetectionNetwork, DetectionNetwork | None]:
    if listing.detector not in DETECTORS:
        raise ValueError(listing.detector.architecture)
    return open_detectors(usable_detectors() or DETECTORS, threads)


def open_detectors(
    usable: Sequence[Network], threads: int
) -> tuple[DetectionNetwork, DetectionNetwork | None]:
    """Open the detectors of the `open` pack: YuNet, which is fast, and CenterFace for close looks.

    Args:
        usable: Which of the two can be used, at least one.

    Returns:
        The network that searches pictures and, where there are both, the one for close looks.

    Raises:
        ModelMissingError: One of these is not installed.
        ModelDamagedError: The file of one of these is not the known one.
        ValueError: There is none, or another network.
    """
    if not usable or not set(usable) <= set(DETECTORS):
        raise ValueError(usable)
    looks_closely = (
        centerface.CenterFace(centerface.load(), threads) if CENTERFACE in usable else None
    )
    if looks_closely is None or YUNET in usable:
        return yunet.YuNet(yunet.load(), threads), looks_closely
    return looks_closely, None


@contextmanager
def _blamed(pack: str, file: str) -> Iterator[None]:
    """Turn whatever a library raises for a file that is not its model into ModelDamagedError."""
    try:
        yield
    except MemoryError:
        raise
    except Exception as error:
        raise ModelDamagedError(pack, file) from error


def _detector(architecture: Architecture, model: bytes, threads: int) -> DetectionNetwork:
    detector: DetectionNetwork
    if architecture is Architecture.SCRFD:
        # 0.6 s and 60 MB that only these packs need.
        from face.packs.insightface_networks import ScrfdDetector

        detector = ScrfdDetector(model, threads)
    elif architecture is Architecture.YUNET:
        detector = YuNetDetector(model)
    else:
        raise ValueError(architecture)
    side = detector.multiple * 2
    detector(np.zeros((1, side, side, 3), np.uint8), 0.5)
    return detector


def _recogniser(network: Network, model: bytes, threads: int) -> Recogniser:
    """Open a recogniser that was added, and run it once."""
    match network.architecture:
        case Architecture.ARCFACE:
            from face.packs.insightface_networks import ArcFaceRecogniser

            return ArcFaceRecogniser(model, threads)
        case Architecture.SFACE:
            return SFaceRecogniser(model)
        case Architecture.DLIB:
            made = dlib_resnet.DlibResNet(dlib_resnet.convert(model), threads)
            made(np.zeros((1, made.size, made.size, 3), np.uint8))
            return made
    raise ValueError(network.architecture)


def _built_in_recogniser(network: Network, threads: int) -> Recogniser:
    if network == SFACE:
        return sface.SFace(sface.load(cache_folder()), threads)
    if network == DLIB:
        return dlib_resnet.DlibResNet(dlib_resnet.load(cache_folder()), threads)
    raise ValueError(network.architecture)
