"""What importing OpenCV must not leave behind."""

import os
import subprocess
import sys
from pathlib import Path

NAMES = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR", "LD_LIBRARY_PATH")


def after_import(**variables: str) -> list[str]:
    """The values of the three variables after the import, in a process of its own."""
    clean = {name: value for name, value in os.environ.items() if name not in NAMES}
    services = f"import os, face.cv; print([os.environ.get(n, '') for n in {NAMES}])"
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", services],
        check=True,
        capture_output=True,
        text=True,
        env={**clean, **variables, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    return [str(value) for value in done.stdout.strip()[2:-2].split("', '")]


def test_the_environment_is_as_before() -> None:
    assert after_import() == ["", "", ""]


def test_what_was_set_before_stays() -> None:
    assert after_import(QT_QPA_FONTDIR="/fonts", LD_LIBRARY_PATH="/lib")[1:] == ["/fonts", "/lib"]
