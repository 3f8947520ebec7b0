"""Measure the window: its first picture, its pauses under load, the quick exit, and the lock.

Each part runs in a process of its own on an X server without a screen.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.support.x_server import x_server

PARTS = ("first", "scan", "rows", "hostile")


def measure() -> dict[str, object]:
    """Return the milliseconds of each part, and its goal."""
    with x_server() as display:
        return {part: run(part, display) for part in PARTS}


def run(part: str, display: str) -> Any:
    """Run one part with a home of its own, and return what it prints."""
    with tempfile.TemporaryDirectory() as home:
        environment = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "XDG_DATA_HOME": str(Path(home, "data")),
        }
        command = [sys.executable, "-m", f"tools.bench.window.{part}", home]
        done = subprocess.run(
            command, env=environment, check=True, stdout=subprocess.PIPE, text=True
        )
    return json.loads(done.stdout)
