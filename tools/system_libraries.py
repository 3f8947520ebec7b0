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

HANGUL_FONT = "fonts-noto-cjk"
TEST_PROGRAMS = {
    "Xvfb": "xvfb",  # the X server without a screen on which the window is tested
    "7z": "p7zip-full",
    "age": "age",
    "openssl": "openssl",
    "pdftotext": "poppler-utils",
    "dbus-daemon": "dbus-daemon",  # the test of locking speaks to one of its own
}
"""Program -> its package: what the tests of the window and of the evidence bundle run."""


def present(library: str) -> bool:
    """Whether the dynamic linker finds the library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def hangul_can_be_drawn() -> bool:
    """Whether any installed font has Korean."""
    try:
        fontconfig = ctypes.CDLL("libfontconfig.so.1")
    except OSError:
        return False
    fontconfig.FcNameParse.restype = fontconfig.FcObjectSetCreate.restype = ctypes.c_void_p
    fontconfig.FcFontList.restype = ctypes.POINTER(ctypes.c_int)  # its first member: how many
    korean = ctypes.c_void_p(fontconfig.FcNameParse(b":lang=ko"))
    nothing = ctypes.c_void_p(fontconfig.FcObjectSetCreate())
    return bool(fontconfig.FcFontList(None, korean, nothing)[0] > 0)


def missing_for_window() -> list[str]:
    """Return the packages that only the window needs."""
    packages = [package for library, package in WINDOW.items() if not present(library)]
    return packages if hangul_can_be_drawn() else [*packages, HANGUL_FONT]


def missing_for_tests() -> list[str]:
    """Return the packages that only the tests need."""
    return [package for program, package in TEST_PROGRAMS.items() if shutil.which(program) is None]


def missing_packages() -> list[str]:
    """Return the packages that everything needs, in the order in which they are listed above."""
    packages = [package for library, package in PROGRAM.items() if not present(library)]
    if importlib.util.find_spec("ensurepip") is None:
        packages.append("python3-venv")
    if shutil.which("g++") is None:
        packages.append("g++")  # the PDQ library comes as source
    if not Path(sysconfig.get_path("include"), "Python.h").is_file():
        packages.append("python3-dev")
    return packages


def main() -> int:
    """Print the one sentence, if anything is missing, and return the exit status.

    With --window: what the window needs, too; with --tests: what its tests need besides.
    """
    if sys.platform != "linux":
        return 0
    tests = "--tests" in sys.argv
    packages = missing_packages()
    packages += missing_for_window() if tests or "--window" in sys.argv else []
    packages += missing_for_tests() if tests else []
    if not packages:
        return 0
    line = "sudo apt-get install " + " ".join(packages)
    print(f"Geoul needs system packages that are not installed. On Debian, type: {line}")
    return 1


if __name__ == "__main__":
    sys.exit(main())
