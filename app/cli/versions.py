"""The versions of the libraries that open files and keep secrets, for a report of a fault."""

import platform
import re
from importlib.metadata import version
from pathlib import Path

from face.cv import cv2


def versions() -> dict[str, str]:
    """Return name and version of each library that a known weakness may concern."""
    import av
    import onnxruntime
    import pillow_heif
    from cryptography.hazmat.backends.openssl import backend
    from PIL import features

    libheif = pillow_heif.libheif_info()["libheif"]
    return {
        "Python": platform.python_version(),
        "SQLCipher": _sqlcipher("cipher_version"),
        "SQLCipher's OpenSSL": _sqlcipher("cipher_provider_version"),
        "SQLite": _sqlite(),
        "cryptography's OpenSSL": backend.openssl_version_text(),
        "OpenCV": cv2.__version__,
        "OpenCV's OpenSSL": _openssl_of_opencv(),
        "FFmpeg (PyAV)": av.ffmpeg_version_info,
        "ONNX Runtime": onnxruntime.__version__,
        "Pillow": version("pillow"),
        "libjpeg-turbo": str(features.version("libjpeg_turbo")),
        "libtiff": str(features.version("libtiff")),
        "libwebp": str(features.version("webp")),
        "libheif": libheif,
        "Qt": version("PySide6-Essentials"),
        "Typst": version("typst"),
    }


def _sqlcipher(pragma: str) -> str:
    from contextlib import closing

    from sqlcipher3 import dbapi2

    with closing(dbapi2.connect(":memory:")) as connection:
        connection.execute("PRAGMA key = \"x'" + "00" * 32 + "'\"")
        return str(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _sqlite() -> str:
    from sqlcipher3 import dbapi2

    return str(dbapi2.sqlite_version)


def _openssl_of_opencv() -> str:
    """Read it from the name of the file, as OpenCV itself does not tell; "none" without one."""
    beside = Path(str(cv2.__file__)).parent.parent
    names = (path.name for path in beside.glob("opencv_python*.libs/libcrypto*"))
    found = (re.search(r"\.so\.([0-9].*)$", name) for name in names)
    return next((match.group(1) for match in found if match), "none")
