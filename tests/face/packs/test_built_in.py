"""Model files inside installed packages: missing, swapped, kept once they are converted."""

import hashlib
import sys
from pathlib import Path

import pytest

from face.errors import ModelDamagedError, ModelMissingError
from face.packs.built_in import BuiltInFile
from face.packs.catalogue import ModelFile

CONTENT, CONVERTED = b"weights", b"WEIGHTS"


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package with a model file, which cannot be imported; the path of the file."""
    package = tmp_path / "site" / "weights_of_a_test"
    (package / "models").mkdir(parents=True)
    (package / "__init__.py").write_text("raise ImportError('never to be imported')")
    path = package / "models" / "net.bin"
    path.write_bytes(CONTENT)
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path / "site")])
    return path


@pytest.fixture
def file() -> BuiltInFile:
    return BuiltInFile(
        ModelFile("net.bin", sha256(CONTENT)),
        package="weights_of_a_test",
        folder="models",
        converted=ModelFile("net.onnx", sha256(CONVERTED)),
    )


def test_a_file_is_found_without_importing_its_package(installed: Path, file: BuiltInFile) -> None:
    assert file.path() == installed
    assert file.content() == CONTENT


def test_a_file_that_is_not_installed_is_said(file: BuiltInFile) -> None:
    assert file.path() is None
    with pytest.raises(ModelMissingError) as error:
        file.content()
    assert error.value.file == "net.bin"


def test_a_swapped_file_is_refused(installed: Path, file: BuiltInFile, tmp_path: Path) -> None:
    installed.write_bytes(b"something else")
    with pytest.raises(ModelDamagedError) as error:
        file.load(tmp_path, bytes.upper)
    assert error.value.file == "net.bin"


@pytest.mark.usefixtures("installed")
def test_it_is_converted_once(file: BuiltInFile, tmp_path: Path) -> None:
    conversions = []

    def convert(content: bytes) -> bytes:
        conversions.append(content)
        return content.upper()

    cache = tmp_path / "new" / "cache"
    assert [file.load(cache, convert) for _ in range(2)] == [CONVERTED, CONVERTED]
    assert conversions == [CONTENT]
    assert [path.name for path in cache.iterdir()] == ["net.onnx"]


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("damage", [b"", b"not a model"])
def test_a_damaged_cache_is_made_anew(file: BuiltInFile, tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "net.onnx").write_bytes(damage)
    assert file.load(tmp_path, bytes.upper) == CONVERTED
    assert (tmp_path / "net.onnx").read_bytes() == CONVERTED


@pytest.mark.usefixtures("installed")
def test_without_a_cache_it_works_all_the_same(file: BuiltInFile, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert file.load(tmp_path / "file" / "cache", bytes.upper) == CONVERTED
