"""How long the command takes to answer at all."""

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
    return {
        "help_s": round(statistics.median(ours), 3),
        "empty_python_s": round(statistics.median(empty), 3),
    }


def seconds(command: list[str]) -> float:
    """Return how long a command runs."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start
