"""Say in one sentence which system libraries are missing, before anything is installed.

Runs with the bare system Python, so it imports nothing but the standard library.
"""

import ctypes
import importlib.util
import shutil
import sys
import sysconfig
from pathlib import Path

PROGRAM = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libseccomp.so.2": "libseccomp2",
}
"""Shared library -> the Debian package that brings it, for the command line and the tests."""

WINDOW = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
"""What a window on an X server needs besides."""


def present(library: str) -> bool:
    """Whether the dynamic linker finds the library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages(package_of: dict[str, str]) -> list[str]:
    """Return the Debian packages to install, in the order in which they are listed above."""
    packages = [package for library, package in package_of.items() if not present(library)]
    if importlib.util.find_spec("ensurepip") is None:
        packages.append("python3-venv")
    if shutil.which("g++") is None:
        packages.append("g++")  # the PDQ library comes as source
    if not Path(sysconfig.get_path("include"), "Python.h").is_file():
        packages.append("python3-dev")
    return packages


def main() -> int:
    """Print the one sentence, if anything is missing, and return the exit status."""
    if sys.platform != "linux":
        return 0
    packages = missing_packages(PROGRAM | WINDOW if "--window" in sys.argv else PROGRAM)
    if not packages:
        return 0
    line = "sudo apt-get install " + " ".join(packages)
    print(f"Geoul needs system packages that are not installed. On Debian, type: {line}")
    return 1


if __name__ == "__main__":
    sys.exit(main())
