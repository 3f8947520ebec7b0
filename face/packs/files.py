"""Model files that the user adds: found in a folder or zip, stored, and verified at every use."""

import hashlib
import json
import lzma
import os
import shutil
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Self, TypeAlias, assert_never

from face.errors import ModelDamagedError, ModelMissingError, UnknownPackError
from face.folders import data_folder
from face.packs.catalogue import DLIB_CONVOLUTION, Architecture, Listing, ModelFile

MAX_FILE_BYTES = 600 << 20
"""Largest model file; no known model is larger, and a zip that unpacks to more is refused."""

_MAX_MEMBERS = 10_000
_CHUNK = 1 << 20
_HEAD = 4096
_ONNX_START = b"\x08"
"""The first field of every ONNX file: the version of its format."""
_RECORD = "pack.json"

TryOut: TypeAlias = Callable[[str, Path], int]
"""Loads a pack that is stored in a folder; returns its dimension or raises ModelError."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A model file that was found in a folder or a zip.

    Attributes:
        name: File name without folders.
        size: Bytes, as the folder or the zip states.
        open: Opens the file for reading.
    """

    name: str
    size: int
    open: Callable[[], BinaryIO]


_ENDINGS = (".onnx", ".dat")

_BROKEN = (
    zipfile.BadZipFile,
    EOFError,
    RuntimeError,
    NotImplementedError,
    zlib.error,
    lzma.LZMAError,
)
"""RuntimeError: a zip wants a password; NotImplementedError: a compression that Python lacks."""


class PackSource:
    """The model files in a folder or a zip, or a single model file. Use it in `with`.

    Names are used without their folders, so that no path can lead elsewhere.

    Raises:
        UnknownPackError: The path is no folder, zip or model file.
    """

    def __init__(self, path: Path) -> None:
        self._zip: zipfile.ZipFile | None = None
        if path.is_dir():
            # Only what is a file: opening a pipe would wait for ever.
            files = (f for f in sorted(path.rglob("*")) if f.suffix in _ENDINGS and f.is_file())
            self.files = {file.name: _in_folder(file) for file in files}
            return
        if path.exists() and not path.is_file():
            raise UnknownPackError(path.name)
        if path.suffix in _ENDINGS:
            self.files = {path.name: _in_folder(path)}
            return
        try:
            self._zip = zipfile.ZipFile(path)
        except zipfile.BadZipFile:
            raise UnknownPackError(path.name) from None
        members = self._zip.infolist()
        if len(members) > _MAX_MEMBERS:
            raise UnknownPackError(path.name)
        self.files = {
            PurePosixPath(member.filename).name: _in_zip(self._zip, member)
            for member in members
            if member.filename.endswith(_ENDINGS)
        }

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._zip is not None:
            self._zip.close()


def _in_folder(path: Path) -> FoundFile:
    return FoundFile(path.name, path.stat().st_size, lambda: path.open("rb"))


def _in_zip(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> FoundFile:
    def open_member() -> BinaryIO:
        return archive.open(member)  # type: ignore[return-value]

    return FoundFile(PurePosixPath(member.filename).name, member.file_size, open_member)


def read_all(pack: str, file: FoundFile, architecture: Architecture) -> bytes:
    """Read a whole file that may be a model of an architecture by its head and size.

    Raises:
        ModelDamagedError: The file is larger than any model or begins differently, or its zip is
            broken or encrypted.
    """
    if file.size > MAX_FILE_BYTES:
        raise ModelDamagedError(pack, file.name)
    parts: list[bytes] = []
    left = MAX_FILE_BYTES
    try:
        with file.open() as stream:
            head = stream.read(_HEAD)
            if not _begins_like(architecture, head):
                raise ModelDamagedError(pack, file.name)
            parts.append(head)
            while part := stream.read(_CHUNK):
                parts.append(part)
                left -= len(part)
                if left < 0:  # whatever the zip said
                    raise ModelDamagedError(pack, file.name)
    except _BROKEN as error:
        raise ModelDamagedError(pack, file.name) from error
    return b"".join(parts)


def _begins_like(architecture: Architecture, head: bytes) -> bool:
    """Return whether a file may be a model of an architecture. Loading it in a
    child takes seconds.
    """
    match architecture:
        case Architecture.DLIB:
            return DLIB_CONVOLUTION in head
        case (
            Architecture.CENTERFACE
            | Architecture.YUNET
            | Architecture.SCRFD
            | Architecture.SFACE
            | Architecture.ARCFACE
        ):
            return head.startswith(_ONNX_START)
    assert_never(architecture)


def store_pack(models: Path, pack: str, contents: dict[str, bytes], try_out: TryOut) -> int:
    """Store the files of a pack and their SHA-256 in place of an earlier version, if they work.

    Returns:
        The dimension that `try_out` returned.

    Raises:
        OSError: The disk is full or not writable. The earlier version is still there.
        ModelError: `try_out` failed. The earlier version is still there.
    """
    fresh = models / f".{pack}.{os.getpid()}.part"
    old = models / f".{pack}.{os.getpid()}.old"
    (fresh / pack).mkdir(parents=True, exist_ok=True)
    try:
        for name, content in contents.items():
            _write(fresh / pack / name, content)
        record = {"format": 1, "files": {n: sha256_of(content) for n, content in contents.items()}}
        _write(fresh / pack / _RECORD, json.dumps(record, indent=1).encode())
        dimension = try_out(pack, fresh)
        if (models / pack).exists():
            (models / pack).replace(old)
        try:
            (fresh / pack).replace(models / pack)
        except OSError:
            if old.exists():
                old.replace(models / pack)
            raise
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)
    return dimension


def recorded(models: Path, pack: str) -> dict[str, str] | None:
    """Return the recorded SHA-256 of each file of an added pack, by name; None when
    there is no such pack.

    Raises:
        ModelDamagedError: The record cannot be read.
    """
    try:
        record = json.loads((models / pack / _RECORD).read_bytes())
        return {str(name): str(digest) for name, digest in record["files"].items()}
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelDamagedError(pack, _RECORD) from error


def added_digests(pack: str, models: Path | None = None) -> dict[str, str]:
    """Return the recorded SHA-256 of each file by name; empty where there is no readable record."""
    try:
        return recorded(models_folder(models), pack) or {}
    except ModelDamagedError:
        return {}


def files_of(listing: Listing, digests: Mapping[str, str]) -> tuple[ModelFile, ...]:
    """Return the files that a user adds for a pack, with the SHA-256 as
    added, or else as released.
    """
    return tuple(
        ModelFile(each.file.name, digests.get(each.file.name, each.file.sha256))
        for each in listing.added
    )


def models_folder(models: Path | None = None) -> Path:
    """Return the folder of added packs: the given one, or the per-user one."""
    return models if models is not None else data_folder() / "models"


def read_verified(models: Path, pack: str, name: str) -> bytes:
    """Read a file of an added pack, and verify that it is unchanged.

    Raises:
        ModelMissingError: The pack or the file is missing.
        ModelDamagedError: The file was changed since it was added.
    """
    digests = recorded(models, pack)
    if digests is None:
        raise ModelMissingError(pack, name)
    try:
        content = (models / pack / name).read_bytes()
    except FileNotFoundError:
        raise ModelMissingError(pack, name) from None
    if sha256_of(content) != digests.get(name):
        raise ModelDamagedError(pack, name)
    return content


def sha256_of(content: bytes) -> str:
    """Return the SHA-256 of bytes: 64 lowercase hex digits."""
    return hashlib.sha256(content).hexdigest()


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
