"""Model files inside installed packages: find, read and verify them, and convert them once.

The packages themselves are never imported: they would bring a second OpenCV, or no longer start.
"""

import contextlib
import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from face.errors import ModelDamagedError, ModelMissingError
from face.package_files import file_in
from face.packs.catalogue import OPEN, ModelFile


@dataclass(frozen=True, slots=True)
class BuiltInFile:
    """A model file of the `open` pack.

    Attributes:
        package: Import name of the package that holds the file.
        folder: Folder in the package, "" for its top.
        converted: Name and SHA-256 of the converted model that is kept in the cache, if any.
    """

    file: ModelFile
    package: str
    folder: str = ""
    converted: ModelFile | None = None

    def path(self) -> Path | None:
        """Return where the file is installed; None when it is not."""
        try:
            return file_in(self.package, self.folder, self.file.name)
        except FileNotFoundError:
            return None

    def content(self) -> bytes:
        """Read the file as it was released.

        Raises:
            ModelMissingError: The file is not installed.
            ModelDamagedError: The file is not the known one.
        """
        path = self.path()
        if path is None:
            raise ModelMissingError(OPEN.name, self.file.name)
        content = path.read_bytes()
        if hashlib.sha256(content).hexdigest() != self.file.sha256:
            raise ModelDamagedError(OPEN.name, self.file.name)
        return content

    def load(self, cache: Path, convert: Callable[[bytes], bytes]) -> bytes:
        """Return the converted model from `cache`, or convert the file if that is not possible.

        Raises:
            ModelMissingError, ModelDamagedError: As `content` does.
        """
        if self.converted is None:
            return convert(self.content())
        kept = cache / self.converted.name
        with contextlib.suppress(OSError):
            model = kept.read_bytes()
            if hashlib.sha256(model).hexdigest() == self.converted.sha256:
                return model
        model = convert(self.content())
        # Without a cache (a read-only home) everything works, only slower, with every start.
        with contextlib.suppress(OSError):
            _keep(kept, model)
        return model


def _keep(path: Path, model: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # Another process may be doing the same: each writes its own file, the last rename wins.
    fresh = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with fresh.open("wb") as file:
            file.write(model)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
