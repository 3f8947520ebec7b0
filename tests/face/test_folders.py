from pathlib import Path

import pytest

from face.folders import cache_folder, data_folder


def test_xdg_folders_are_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "d"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "c"))
    assert data_folder() == tmp_path / "d" / "geoul"
    assert cache_folder() == tmp_path / "c" / "geoul"


def test_a_relative_xdg_folder_is_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", "here")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    assert data_folder() == Path.home() / ".local" / "share" / "geoul"
    assert cache_folder() == Path.home() / ".cache" / "geoul"


def test_windows_and_macos_have_their_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    assert data_folder() == Path.home() / "Library" / "Application Support" / "geoul"
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert data_folder() == tmp_path / "geoul"
    assert cache_folder() == tmp_path / "geoul" / "cache"


def test_a_portable_program_keeps_everything_in_the_folder_beside_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", str(tmp_path / "geoul"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "d"))
    assert data_folder() == tmp_path / "d" / "geoul", "an installed program has none"
    (tmp_path / "data").mkdir()
    assert data_folder() == tmp_path / "data"
    assert cache_folder() == tmp_path / "data" / "cache"
