"""The folders for the program's own files: one for data, one for a cache."""

import os
import sys
from pathlib import Path

_NAME = "geoul"


def data_folder() -> Path:
    """Return the folder for what the user added (model packs). It is not created here."""
    portable = _beside_the_program()
    if portable is not None:
        return portable
    if sys.platform == "win32":
        return _from_environment("LOCALAPPDATA", Path("AppData", "Local"))
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / _NAME
    return _from_environment("XDG_DATA_HOME", Path(".local", "share"))


def cache_folder() -> Path:
    """Return the folder for what can be made again (converted models). It is not created here."""
    portable = _beside_the_program()
    if portable is not None:
        return portable / "cache"
    if sys.platform == "win32":
        return _from_environment("LOCALAPPDATA", Path("AppData", "Local")) / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / _NAME
    return _from_environment("XDG_CACHE_HOME", Path(".cache"))


def _beside_the_program() -> Path | None:
    """Return the folder `data` beside a frozen program, which only the portable archive has."""
    folder = Path(sys.executable).parent / "data"
    return folder if getattr(sys, "frozen", False) and folder.is_dir() else None


def _from_environment(variable: str, fallback: Path) -> Path:
    # The XDG rules: a value that is not absolute is to be ignored.
    value = Path(os.environ.get(variable, ""))
    return (value if value.is_absolute() else Path.home() / fallback) / _NAME
