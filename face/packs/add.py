"""Add a model pack: recognise its files, try them, and keep them in the data folder."""

from dataclasses import dataclass
from pathlib import Path

from face.errors import UnknownPackError
from face.packs.catalogue import ADDABLE, Licence, Listing, ModelFile
from face.packs.files import PackSource, TryOut, models_folder, read_all, sha256_of, store_pack
from face.packs.networks import try_out


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
    """Return the names of the files that the user adds."""
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
    """Return the pack that has the name of the folder, zip or file."""
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
