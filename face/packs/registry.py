"""The registry of model packs: which there are, which are installed, and how to open or add one.

A pack is a detector and one or more recognisers. `open` comes with the program; the others are
added by the user from a folder, zip or file, are kept in the data folder and checked by SHA-256 at
every use. Some of these bring a recogniser only and use it beside the built-in ones.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from face.detection.detect import SEARCH_VERSION
from face.detection.detections import DetectionNetwork
from face.embed import EMBED_VERSION, Recogniser
from face.errors import ModelDamagedError, ModelError, ModelMissingError, UnknownPackError
from face.folders import cache_folder
from face.packs import centerface, dlib_resnet, sface, yunet
from face.packs.built_in import BuiltInFile
from face.packs.catalogue import (
    ADDABLE,
    BUILT_IN,
    CENTERFACE,
    DLIB,
    LISTINGS,
    OPEN,
    SFACE,
    YUNET,
    Architecture,
    Licence,
    Listing,
    ModelFile,
    Network,
    People,
    poor_at,
)
from face.packs.files import (
    PackSource,
    TryOut,
    added_digests,
    files_of,
    models_folder,
    read_all,
    read_verified,
    sha256_of,
    store_pack,
)
from face.packs.opencv_zoo_networks import SFaceRecogniser, YuNetDetector
from face.packs.pipelines import Pipeline

__all__ = [
    "AddedPack",
    "Licence",
    "ModelFile",
    "Networks",
    "Pack",
    "People",
    "UnusableNetwork",
    "add_pack",
    "known_packs",
    "open_networks",
    "open_pipeline",
    "try_out",
]

_FILES = {each.file: each for each in (centerface.FILE, yunet.FILE, sface.FILE, dlib_resnet.FILE)}

_DETECTORS = (CENTERFACE, YUNET)
"""Detectors that come with the program, the better one first; either alone is enough."""


@dataclass(frozen=True, slots=True)
class UnusableNetwork:
    """A network that comes with the program but cannot be used.

    Attributes:
        file: Name of its model file.
        package: The installed package that should hold the file.
        damaged: Whether the file is there, but is not the known one.
        without: Architecture of the network, which the pack works without.
    """

    file: str
    package: str
    damaged: bool
    without: Architecture


@dataclass(frozen=True, slots=True)
class Pack:
    """Everything that the user is shown of a pack.

    Attributes:
        licence: Licence of the weights.
        dimension: Numbers in an embedding.
        pipeline: Version of detector + alignment + recognisers + their settings.
        files: Names and SHA-256 of the model files: as added, or as released when the pack is not
            installed. A SHA-256 that nobody has published is empty.
        measured_on: What the pack was measured on; empty if it was never measured.
        poor_at: Groups of people whom the pack tells apart poorly, as far as measured.
        installed: Whether the pack can be used.
        lacks: Networks of `open` that cannot be used, and which it works without.
    """

    name: str
    licence: Licence
    dimension: int
    pipeline: str
    files: tuple[ModelFile, ...]
    measured_on: str
    poor_at: tuple[People, ...]
    installed: bool
    lacks: tuple[UnusableNetwork, ...] = ()

    @property
    def calibrated(self) -> bool:
        """Whether its thresholds were measured and come with the program."""
        return bool(self.measured_on)


@dataclass(frozen=True, slots=True)
class AddedPack:
    """A pack that was just added.

    Attributes:
        files: Names and SHA-256 of the model files.
        unknown: Names of the files that are not released files known to this program. They work,
            but nobody has vouched for them.
    """

    name: str
    licence: Licence
    dimension: int
    files: tuple[ModelFile, ...]
    unknown: tuple[str, ...]


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


def known_packs(models: Path | None = None) -> list[Pack]:
    """Every pack that this program knows, `open` first.

    Files that come with the program are checked here, because `open` works without some of them;
    files that were added are checked when the pack is opened.

    Args:
        models: Folder of the packs that the user added; the per-user one by default.
    """
    folder = models_folder(models)
    return [_open_pack(), *(_addable_pack(listing, folder) for listing in ADDABLE)]


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


def add_pack(path: Path, models: Path | None = None, try_out: TryOut = try_out) -> AddedPack:
    """Add a pack from a folder or a zip that holds its model files, under any folders, or a file.

    The files are tried before they are kept.

    Args:
        path: The folder, zip or model file.
        models: Where added packs are kept; the per-user folder by default.
        try_out: Loads the files. A model is a kind of program that a stranger wrote, so the
            application does this in a sandbox.

    Raises:
        UnknownPackError: The path holds no pack that this program knows, or is no zip.
        ModelDamagedError: A file is broken, or not the model that its name says.
        OSError: The path cannot be read, or the disk is full.
    """
    with PackSource(path) as source:
        possible = [each for each in ADDABLE if _names(each) <= source.files.keys()]
        if not possible:
            raise UnknownPackError(path.name)
        names = max((_names(each) for each in possible), key=len)
        same = [each for each in possible if _names(each) == names]
        likely = _called(same, path.stem) or same[0]
        contents = {
            each.file.name: read_all(likely.name, source.files[each.file.name], each.architecture)
            for each in likely.added
        }
        listing = _which(same, contents, path.stem, len(source.files))
    return _added(listing, contents, models_folder(models), try_out)


def _names(listing: Listing) -> set[str]:
    """The names of the files that the user adds."""
    return {network.file.name for network in listing.added}


def _which(candidates: list[Listing], contents: dict[str, bytes], stem: str, files: int) -> Listing:
    """Choose among packs with the same file names: by content, by name, by the number of files."""
    last = candidates[0].added[-1].file.name
    digest = sha256_of(contents[last])
    if digest in _of_others(candidates):
        raise UnknownPackError(last)
    known = [c for c in candidates if c.added[-1].file.sha256 == digest] or candidates
    if named := _called(known, stem):
        return named
    # buffalo_s and buffalo_sc share both files; buffalo_sc (the last) has no others.
    return known[-1] if files == 2 and digest == known[-1].added[-1].file.sha256 else known[0]


def _called(candidates: list[Listing], stem: str) -> Listing | None:
    """The pack that has the name of the folder, zip or file."""
    return next((each for each in candidates if each.name == stem.lower()), None)


def _of_others(candidates: list[Listing]) -> set[str]:
    """SHA-256 of files that belong to other packs only, perhaps under another licence."""
    ours = {network.file.sha256 for each in candidates for network in each.added}
    theirs = {network.file.sha256 for each in ADDABLE for network in each.added}
    return theirs - ours


def _added(
    listing: Listing, contents: dict[str, bytes], folder: Path, try_out: TryOut
) -> AddedPack:
    dimension = store_pack(folder, listing.name, contents, try_out)
    files = tuple(ModelFile(name, sha256_of(content)) for name, content in contents.items())
    released = {network.file.sha256 for network in listing.added}
    return AddedPack(
        listing.name,
        listing.licence,
        dimension,
        files,
        tuple(file.name for file in files if file.sha256 not in released),
    )


def _networks(listing: Listing, added: dict[Network, bytes], threads: int) -> Networks:
    """Load the networks and run each once, so that a wrong kind of model fails here.

    Networks that the user added are loaded first: the others take seconds and seldom fail.
    """
    usable = _usable(listing)
    found = _added_detector(listing, added, threads) if listing.detector in added else None
    strange = {
        each: _added_recogniser(listing, each, added[each], threads)
        for each in usable
        if each in added
    }
    detector, closer = (found, None) if found else _built_in_detectors(listing, threads)
    recognisers = tuple(strange.get(each) or _built_in_recogniser(each, threads) for each in usable)
    digests = {network: sha256_of(content) for network, content in added.items()}
    return Networks(detector, recognisers, _text(listing, usable, digests), closer)


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
    if listing.detector not in _DETECTORS:
        raise ValueError(listing.detector.architecture)
    usable = [each for each in _DETECTORS if _fault(each) is None]
    return open_detectors(usable or _DETECTORS, threads)


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
    if not usable or not set(usable) <= set(_DETECTORS):
        raise ValueError(usable)
    looks_closely = (
        centerface.CenterFace(centerface.load(), threads) if CENTERFACE in usable else None
    )
    if looks_closely is None or YUNET in usable:
        return yunet.YuNet(yunet.load(), threads), looks_closely
    return looks_closely, None


def _usable(listing: Listing) -> tuple[Network, ...]:
    """The recognisers that can be used; only `open` works with some of them missing.

    Raises:
        ModelMissingError, ModelDamagedError: The fault of the first recogniser that cannot be used.
    """
    faults = [(each, fault) for each in listing.recognisers if (fault := _fault(each)) is not None]
    if faults and (listing is not OPEN or len(faults) == len(listing.recognisers)):
        raise faults[0][1]
    lacking = [each for each, _ in faults]
    return tuple(each for each in listing.recognisers if each not in lacking)


def _fault(network: Network) -> ModelError | None:
    """Why a network that comes with the program cannot be used; None if it can, or was added."""
    if network not in BUILT_IN:
        return None
    file = _FILES[network.file]
    path = file.path()
    if path is None:
        return ModelMissingError(OPEN.name, network.file.name)
    try:
        state = path.stat()
        known = _is_the_known_one(file, path, state.st_size, state.st_mtime_ns)
    except OSError:  # it cannot be read: as good as damaged
        known = False
    return None if known else ModelDamagedError(OPEN.name, network.file.name)


@lru_cache(maxsize=16)
def _is_the_known_one(file: BuiltInFile, path: Path, _size: int, _mtime_ns: int) -> bool:
    """Whether a file is the known one. It is hashed once while it looks unchanged."""
    return sha256_of(path.read_bytes()) == file.file.sha256


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


def _open_pack() -> Pack:
    faults = [(each, _fault(each)) for each in (*_DETECTORS, *OPEN.recognisers)]
    usable = [each for each in OPEN.recognisers if (each, None) in faults]
    lacks = tuple(
        UnusableNetwork(
            each.file.name,
            _FILES[each.file].package,
            isinstance(fault, ModelDamagedError),
            each.architecture,
        )
        for each, fault in faults
        if fault is not None
    )
    return Pack(
        name=OPEN.name,
        licence=OPEN.licence,
        dimension=sum(each.width for each in usable),
        pipeline=open_pipeline(usable),
        files=tuple(each.file for each in (*_DETECTORS, *OPEN.recognisers)),
        measured_on=OPEN.measured_on,
        poor_at=poor_at(OPEN, usable),
        installed=bool(usable) and _a_detector_is_there(),
        lacks=lacks,
    )


def _addable_pack(listing: Listing, folder: Path) -> Pack:
    digests = added_digests(listing.name, folder)
    installed = (
        bool(digests)
        and all((folder / listing.name / name).is_file() for name in digests)
        and all(_fault(each) is None for each in listing.recognisers)
        and (listing.detector in listing.added or _a_detector_is_there())
    )
    files = files_of(listing, digests)
    own = {network: file.sha256 for network, file in zip(listing.added, files, strict=True)}
    return Pack(
        name=listing.name,
        licence=listing.licence,
        dimension=listing.dimension,
        pipeline=_text(listing, listing.recognisers, own),
        files=files,
        measured_on=listing.measured_on,
        poor_at=listing.poor_at,
        installed=installed,
    )


def _a_detector_is_there() -> bool:
    return any(_fault(each) is None for each in _DETECTORS)


def open_pipeline(recognisers: Sequence[Network]) -> str:
    """The pipeline text of `open` with some of its recognisers."""
    return _text(OPEN, recognisers, {})


def _text(listing: Listing, recognisers: Sequence[Network], added: dict[Network, str]) -> str:
    """The pipeline text of a pack.

    Args:
        added: SHA-256 of the files that the user added, by network.
    """

    def digits(network: Network) -> str:
        return ModelFile(network.file.name, added.get(network, network.file.sha256)).digits

    detector, without = listing.detector, ""
    if detector is CENTERFACE:
        if _fault(CENTERFACE) is not None:
            detector = YUNET
        elif _fault(YUNET) is not None:
            without = YUNET.file.digits
    parts = tuple(map(digits, recognisers))
    return str(
        Pipeline(listing.name, SEARCH_VERSION, EMBED_VERSION, digits(detector), parts, without)
    )
