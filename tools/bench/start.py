"""Measure how long the command takes to start."""

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROUNDS = 7


def measure() -> dict[str, object]:
    """Return seconds of `geoul --help` beside those of an empty Python, medians."""
    command = Path(sys.executable).with_name("geoul")
    ours, empty = [], []
    for _ in range(ROUNDS):
        ours.append(seconds([str(command), "--help"]))
        empty.append(seconds([sys.executable, "-c", ""]))
    help_s, python_s = statistics.median(ours), statistics.median(empty)
    return {
        "help_s": round(help_s, 3),
        "empty_python_s": round(python_s, 3),
        "help_over_empty_python": round(help_s / python_s, 1),
    }


def seconds(command: list[str]) -> float:
    """Return how long a command runs."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start
