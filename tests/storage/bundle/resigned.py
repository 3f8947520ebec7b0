"""Bags with other files, signed again or not, in any form: what somebody could make of one."""

import hashlib
import io
from collections.abc import Mapping
from pathlib import Path

from app.job import finish
from storage.bundle.age_pipe import AgeEncryptor
from storage.bundle.bag import (
    BAG_INFO,
    MANIFEST_256,
    MANIFEST_512,
    ROOT,
    SIGNATURE,
    TAG_MANIFEST,
)
from storage.bundle.container import ContainerWriter
from storage.bundle.tag_files import BagInfo, manifest_text
from storage.bundle.tar_archive import TarWriter
from storage.bundle.zip_archive import ZipWriter
from tests.storage.bundle import independent_verifier
from tests.support.bundle_samples import (
    KEY,
    PHRASE,
    to_identity,
)

Files = Mapping[str, bytes]


def files_of(bundle: Path) -> dict[str, bytes]:
    """The files of a ZIP by name."""
    return independent_verifier.members(bundle.read_bytes(), PHRASE)


def signed(files: Files) -> dict[str, bytes]:
    """The files with lists and a signature that fit them."""
    made = {**files}
    payload = {name: content for name, content in files.items() if name.startswith("data/")}
    for name, kind in ((MANIFEST_256, "sha256"), (MANIFEST_512, "sha512")):
        made[name] = _listed(payload, kind)
    lists = (TAG_MANIFEST, SIGNATURE)
    tags = {n: content for n, content in made.items() if n not in payload and n not in lists}
    return signed_list(made, _listed(tags, "sha512"))


def signed_list(files: Files, text: bytes) -> dict[str, bytes]:
    """The files with this in the place of the list that is signed."""
    return {**files, TAG_MANIFEST: text, SIGNATURE: KEY.sign(text)}


def info(files: Files, **said: str) -> dict[str, bytes]:
    """The files, with other values in bag-info.txt; `_` stands for `-`."""
    lines = files[BAG_INFO].decode().splitlines()
    fields = dict(line.split(": ", 1) for line in lines)
    fields |= {label.replace("_", "-"): value for label, value in said.items()}
    text = "".join(f"{label}: {value}\n" for label, value in fields.items())
    return {**files, BAG_INFO: text.encode()}


def as_zip(path: Path, files: Files) -> Path:
    """A ZIP under PHRASE."""
    with path.open("wb") as stream:
        fill(ZipWriter(stream.write, PHRASE, BagInfo(files.get(BAG_INFO, b"")).made), files)
    return path


def as_age(path: Path, files: Files) -> Path:
    """An age file that IDENTITY opens."""
    with path.open("wb") as stream, AgeEncryptor(to_identity().recipient, stream.write) as age:
        fill(TarWriter(age.write, BagInfo(files.get(BAG_INFO, b"")).made), files)
        age.finish()
    return path


def as_folder(path: Path, files: Files) -> Path:
    """The files as they are unpacked."""
    for name, content in files.items():
        target = path / ROOT / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return path


def fill(container: ContainerWriter, files: Files, *, ended: bool = True) -> None:
    """Write the files into a container, and its end unless more follow."""
    for name, content in files.items():
        finish(container.add(f"{ROOT}/{name}", len(content), io.BytesIO(content)))
    if ended:
        container.finish()


def _listed(files: Files, kind: str) -> bytes:
    hashes = {name: hashlib.new(kind, content).hexdigest() for name, content in files.items()}
    return manifest_text(hashes).encode()
