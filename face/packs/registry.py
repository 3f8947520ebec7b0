"""The model packs: what there is, what is installed, how to open one.

A pack is a detector and a recogniser. `open` comes with the program; the others are added by the
user from a folder or zip, are kept in the data folder and checked by SHA-256 at every use.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from face.detection.detect import SEARCH_VERSION
from face.detection.detections import FindsFacesInBatch
from face.embed import EMBED_VERSION, Recogniser
from face.errors import ModelDamagedError, UnknownPackError
from face.folders import cache_folder
from face.packs import detectors, dlib_resnet
from face.packs.catalogue import (
    ADDABLE,
    LISTINGS,
    OPEN,
    Family,
    Licence,
    Listing,
    ModelFile,
    People,
)
from face.packs.files import (
    Source,
    TryOut,
    added_digests,
    checked,
    files_of,
    keep,
    models_folder,
    read_all,
    sha256,
)
from face.packs.opencv_zoo_networks import SFaceRecogniser, YuNetDetector

__all__ = [
    "AddedPack",
    "Licence",
    "ModelFile",
    "Networks",
    "Pack",
    "People",
    "add_pack",
    "known_packs",
    "open_networks",
    "try_out",
]


@dataclass(frozen=True, slots=True)
class Pack:
    """What the user is told of a pack.

    Attributes:
        licence: Of the weights.
        dimension: Numbers in an embedding.
        pipeline: Version of detector + alignment + recogniser + their settings.
        files: Their names and SHA-256: as added, or as released when it is not installed.
        measured_on: What this program's figures for it were measured on; empty: never measured.
        poor_at: Whom it tells apart poorly, as far as measured.
        calibrated: Whether its thresholds were measured.
        installed: Whether all its files are there.
    """

    name: str
    licence: Licence
    dimension: int
    pipeline: str
    files: tuple[ModelFile, ...]
    measured_on: str
    poor_at: tuple[People, ...]
    calibrated: bool
    installed: bool


@dataclass(frozen=True, slots=True)
class AddedPack:
    """What was added.

    Attributes:
        files: Names and SHA-256 of the two files.
        unknown: Names of those that are not the released files this program knows. They work, but
            nobody has vouched for them.
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
        closer: A better detector for close looks, where the pack has two.
    """

    detector: FindsFacesInBatch
    recogniser: Recogniser
    pipeline: str
    closer: FindsFacesInBatch | None = None


def known_packs(models: Path | None = None) -> list[Pack]:
    """Every pack this program knows, `open` first. Files are not checked here, only at opening.

    Args:
        models: Folder of the packs that the user added; the per-user one by default.
    """
    folder = models_folder(models)
    return [_open_pack(), *(_addable_pack(listing, folder) for listing in ADDABLE)]


def open_networks(pack: str, threads: int, models: Path | None = None) -> Networks:
    """Load the networks of a pack.

    Raises:
        UnknownPackError: No pack has this name.
        ModelMissingError: A file of it is not there.
        ModelDamagedError: A file of it is not the right one.
    """
    if pack == OPEN.name:
        detector, closer = detectors.open_detectors(threads)
        recogniser = dlib_resnet.DlibResNet(dlib_resnet.load(cache_folder()), threads)
        pipeline = _pipeline(OPEN, (OPEN.detector, OPEN.recogniser))
        return Networks(detector, recogniser, pipeline, closer)
    listing = LISTINGS.get(pack)
    if listing is None:
        raise UnknownPackError(pack)
    folder = models_folder(models)
    contents = [checked(folder, pack, file.name) for file in (listing.detector, listing.recogniser)]
    return _networks(listing, contents[0], contents[1], threads)


def try_out(pack: str, models: Path) -> int:
    """Load a pack that was added, and return how many numbers its embeddings have.

    Raises:
        ModelError: As open_networks.
    """
    return open_networks(pack, 1, models).recogniser.dimension


def add_pack(path: Path, models: Path | None = None, try_out: TryOut = try_out) -> AddedPack:
    """Add a pack from a folder or a zip that holds its model files, under any folders.

    The files are tried before they are kept.

    Args:
        path: The folder or zip.
        models: Where added packs are kept; the per-user folder by default.
        try_out: Tries them. A model is a program of sorts, written by a stranger: the
            application does this where it can harm nothing.

    Raises:
        UnknownPackError: It holds no pack that this program knows, or is no zip.
        ModelDamagedError: A file of it is broken or not the model that its name says.
        OSError: It cannot be read, or the disk is full.
    """
    with Source(path) as source:
        candidates = [
            listing
            for listing in ADDABLE
            if {listing.detector.name, listing.recogniser.name} <= source.files.keys()
        ]
        if not candidates:
            raise UnknownPackError(path.name)
        names = (candidates[0].detector.name, candidates[0].recogniser.name)
        same = [c for c in candidates if (c.detector.name, c.recogniser.name) == names]
        contents = {name: read_all(candidates[0].name, source.files[name]) for name in names}
        listing = _which(same, contents, path.stem, len(source.files))
    return _added(listing, contents, models_folder(models), try_out)


def _which(candidates: list[Listing], contents: dict[str, bytes], stem: str, files: int) -> Listing:
    """Packs may share file names: the content decides, then the name, then how many files came."""
    digest = sha256(contents[candidates[0].recogniser.name])
    known = [c for c in candidates if c.recogniser.sha256 == digest] or candidates
    named = [c for c in known if c.name == stem.lower()]
    if named:
        return named[0]
    # buffalo_s and buffalo_sc share both files; buffalo_sc (the last) has no others.
    return known[-1] if files == 2 and digest == known[-1].recogniser.sha256 else known[0]


def _added(
    listing: Listing, contents: dict[str, bytes], folder: Path, try_out: TryOut
) -> AddedPack:
    dimension = keep(folder, listing.name, contents, try_out)
    files = tuple(ModelFile(name, sha256(content)) for name, content in contents.items())
    released = {listing.detector.sha256, listing.recogniser.sha256}
    return AddedPack(
        listing.name,
        listing.licence,
        dimension,
        files,
        tuple(file.name for file in files if file.sha256 not in released),
    )


def _networks(listing: Listing, detector: bytes, recogniser: bytes, threads: int) -> Networks:
    """Networks that have run once, so that a model of another kind is found out here."""
    files = (
        ModelFile(listing.detector.name, sha256(detector)),
        ModelFile(listing.recogniser.name, sha256(recogniser)),
    )
    with _blamed(listing.name, files[0].name):
        finds = _detector(listing.family, detector, threads)
    with _blamed(listing.name, files[1].name):
        tells_apart = _recogniser(listing.family, recogniser, threads)
    return Networks(finds, tells_apart, _pipeline(listing, files))


@contextmanager
def _blamed(pack: str, file: str) -> Iterator[None]:
    """Whatever four libraries raise for a file that is not their model, it is the file's fault."""
    try:
        yield
    except MemoryError:
        raise
    except Exception as error:
        raise ModelDamagedError(pack, file) from error


def _detector(family: Family, model: bytes, threads: int) -> FindsFacesInBatch:
    detector: FindsFacesInBatch
    if family is Family.INSIGHTFACE:
        # 0.6 s and 60 MB that only these packs need.
        from face.packs.insightface_networks import ScrfdDetector

        detector = ScrfdDetector(model, threads)
    else:
        detector = YuNetDetector(model)
    side = detector.multiple * 2
    detector(np.zeros((1, side, side, 3), np.uint8), 0.5)
    return detector


def _recogniser(family: Family, model: bytes, threads: int) -> Recogniser:
    """It runs while it is made: that is how it knows its dimension."""
    if family is Family.INSIGHTFACE:
        from face.packs.insightface_networks import ArcFaceRecogniser

        return ArcFaceRecogniser(model, threads)
    return SFaceRecogniser(model)


def _open_pack() -> Pack:
    installed = detectors.installed() and dlib_resnet.weights_path() is not None
    return _pack(OPEN, (OPEN.detector, OPEN.recogniser), installed=installed)


def _addable_pack(listing: Listing, folder: Path) -> Pack:
    digests = added_digests(listing.name, folder)
    installed = all((folder / listing.name / name).is_file() for name in digests) and bool(digests)
    return _pack(listing, files_of(listing, digests), installed=installed)


def _pack(listing: Listing, files: tuple[ModelFile, ...], *, installed: bool) -> Pack:
    return Pack(
        name=listing.name,
        licence=listing.licence,
        dimension=listing.dimension,
        pipeline=_pipeline(listing, files),
        files=files,
        measured_on=listing.measured_on,
        poor_at=listing.poor_at,
        calibrated=listing.calibrated,
        installed=installed,
    )


def _pipeline(listing: Listing, files: tuple[ModelFile, ...]) -> str:
    weights = "+".join(file.sha256[:8] for file in files)
    return f"{listing.name} {SEARCH_VERSION} {EMBED_VERSION} {weights}"
