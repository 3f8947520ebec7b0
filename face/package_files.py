"""Find the files inside an installed package, without importing the package."""

import importlib.util
import sys
from functools import cache
from pathlib import Path


def file_in(package: str, *parts: str) -> Path:
    """Return the path of a file inside a package.

    A frozen program holds the files of some packages without their code, each in a folder of its
    name.

    Raises:
        FileNotFoundError: The package, or the file in it, is not installed.
    """
    folder = _folder_of(package, tuple(sys.path))
    path = None if folder is None else folder.joinpath(*parts)
    if path is None or not path.is_file():
        raise FileNotFoundError("/".join([package, *parts]))
    return path


@cache  # files are looked for dozens of times whenever the packs are listed
def _folder_of(package: str, _search_path: tuple[str, ...]) -> Path | None:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / package
    spec = importlib.util.find_spec(package)
    return None if spec is None or spec.origin is None else Path(spec.origin).parent
