"""Find a file inside an installed package without importing the package."""

import importlib.util
from pathlib import Path


def inside(package: str, file: str) -> Path:
    """Return the path of `file` within `package`; FileNotFoundError if it is not installed."""
    found = importlib.util.find_spec(package)
    for folder in (found and found.submodule_search_locations) or ():
        if Path(folder, file).is_file():
            return Path(folder, file)
    raise FileNotFoundError(f"{package}/{file}")
