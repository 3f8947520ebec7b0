"""The programs that a recipient has; the tests run the real ones."""

import shutil
import subprocess
from pathlib import Path

import pytest

seven_zip = pytest.mark.skipif(shutil.which("7z") is None, reason="needs 7-Zip")
age = pytest.mark.skipif(shutil.which("age") is None, reason="needs age")
openssl = pytest.mark.skipif(shutil.which("openssl") is None, reason="needs OpenSSL")


def run(*command: str | Path, cwd: Path | None = None, status: int = 0) -> str:
    """Run a program; return what it printed."""
    done = subprocess.run(  # noqa: S603
        [str(each) for each in command], capture_output=True, text=True, cwd=cwd, check=False
    )
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout


def unpacked(bundle: Path, phrase: str, folder: Path) -> Path:
    """Unpack a bundle with 7-Zip; return the bag."""
    run("7z", "x", f"-p{phrase}", f"-o{folder}", bundle)
    return folder / "documents"
