"""A folder for added packs, a pack to add, and built-in files that are not there."""

from pathlib import Path

import pytest

from face.packs.built_in import BuiltInFile
from face.packs.catalogue import (
    ModelFile,
    Network,
)
from tests.support import tiny_models
from tests.support.packs import DETECTOR, RECOGNISER, Elsewhere


@pytest.fixture
def models(tmp_path: Path) -> Path:
    return tmp_path / "models"


@pytest.fixture
def buffalo(tmp_path: Path) -> Path:
    folder = tmp_path / "buffalo_sc"
    folder.mkdir()
    (folder / DETECTOR).write_bytes(tiny_models.scrfd())
    (folder / RECOGNISER).write_bytes(tiny_models.arcface())
    return folder


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Elsewhere:
    """Makes the file of a built-in network lie elsewhere or, with None, not be there."""
    places: dict[ModelFile, Path | None] = {}
    really = BuiltInFile.path

    def path(file: BuiltInFile) -> Path | None:
        return places[file.file] if file.file in places else really(file)

    def put(network: Network, place: Path | None) -> None:
        places[network.file] = place

    monkeypatch.setattr(BuiltInFile, "path", path)
    return put
