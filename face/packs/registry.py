"""The registry of model packs: which there are, which are installed, and their pipelines.

A pack is a detector and one or more recognisers. `open` comes with the program; the others are
added by the user (face/packs/add.py), are kept in the data folder and checked by SHA-256 at every
use. Some of these bring a recogniser only and use it beside the built-in ones.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from face.detection.detect import SEARCH_VERSION
from face.embed import EMBED_VERSION
from face.errors import ModelDamagedError, ModelError, ModelMissingError
from face.packs import centerface, dlib_resnet, sface, yunet
from face.packs.built_in import BuiltInFile
from face.packs.catalogue import (
    ADDABLE,
    BUILT_IN,
    CENTERFACE,
    OPEN,
    YUNET,
    Architecture,
    Licence,
    Listing,
    ModelFile,
    Network,
    People,
    poor_at,
)
from face.packs.files import added_digests, files_of, models_folder, sha256_of
from face.packs.pipelines import Pipeline

_FILES = {each.file: each for each in (centerface.FILE, yunet.FILE, sface.FILE, dlib_resnet.FILE)}

DETECTORS = (CENTERFACE, YUNET)
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


def known_packs(models: Path | None = None) -> list[Pack]:
    """Return every pack that this program knows, `open` first.

    Files that come with the program are checked here, because `open` works without some of them;
    files that were added are checked when the pack is opened.

    Args:
        models: Folder of the packs that the user added; the per-user one by default.
    """
    folder = models_folder(models)
    return [_open_pack(), *(_addable_pack(listing, folder) for listing in ADDABLE)]


def open_pipeline(recognisers: Sequence[Network]) -> str:
    """Return the pipeline text of `open` with some of its recognisers."""
    return pipeline_text(OPEN, recognisers, {})


def _open_pack() -> Pack:
    faults = [(each, _fault(each)) for each in (*DETECTORS, *OPEN.recognisers)]
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
        files=tuple(each.file for each in (*DETECTORS, *OPEN.recognisers)),
        measured_on=OPEN.measured_on,
        poor_at=poor_at(OPEN, usable),
        installed=bool(usable) and bool(usable_detectors()),
        lacks=lacks,
    )


def _addable_pack(listing: Listing, folder: Path) -> Pack:
    digests = added_digests(listing.name, folder)
    installed = (
        bool(digests)
        and all((folder / listing.name / name).is_file() for name in digests)
        and all(_fault(each) is None for each in listing.recognisers)
        and (listing.detector in listing.added or bool(usable_detectors()))
    )
    files = files_of(listing, digests)
    own = {network: file.sha256 for network, file in zip(listing.added, files, strict=True)}
    return Pack(
        name=listing.name,
        licence=listing.licence,
        dimension=listing.dimension,
        pipeline=pipeline_text(listing, listing.recognisers, own),
        files=files,
        measured_on=listing.measured_on,
        poor_at=listing.poor_at,
        installed=installed,
    )


def usable_recognisers(listing: Listing) -> tuple[Network, ...]:
    """Return the recognisers of a pack that can be used; only `open` works without some of them.

    Raises:
        ModelMissingError, ModelDamagedError: The fault of the first recogniser that cannot be used.
    """
    faults = [(each, fault) for each in listing.recognisers if (fault := _fault(each)) is not None]
    if faults and (listing is not OPEN or len(faults) == len(listing.recognisers)):
        raise faults[0][1]
    lacking = [each for each, _ in faults]
    return tuple(each for each in listing.recognisers if each not in lacking)


def usable_detectors() -> list[Network]:
    """Return the detectors that come with the program and can be used, the better one first."""
    return [each for each in DETECTORS if _fault(each) is None]


def _fault(network: Network) -> ModelError | None:
    """Return why a built-in network cannot be used; None if it can, or if it was added."""
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
    """Return whether a file is the known one. It is hashed once while it looks unchanged."""
    return sha256_of(path.read_bytes()) == file.file.sha256


def pipeline_text(
    listing: Listing, recognisers: Sequence[Network], added: dict[Network, str]
) -> str:
    """Return the pipeline text of a pack.

    Args:
        recognisers: Those of its recognisers that are used.
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
