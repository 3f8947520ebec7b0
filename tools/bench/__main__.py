"""Measure everything, or the parts that are named, and print JSON: `python -m tools.bench`."""

import argparse
import json
import os
import platform
import sys

from tools.bench import embedding, export, folder, intake, memory, search, start, window

PARTS = {
    "start": start.measure,
    "embedding": embedding.measure,
    "search": search.measure,
    "memory": memory.measure,
    "folder": folder.measure,
    "intake": intake.measure,
    "export": export.measure,
    "window": window.measure,
}


def main() -> int:
    """Measure the parts, and print one JSON object with their figures and references."""
    options = argparse.ArgumentParser(prog="python -m tools.bench", description=__doc__)
    options.add_argument("parts", nargs="*", choices=[*PARTS, []], help="all if none is named")
    named = options.parse_args().parts or list(PARTS)
    figures: dict[str, object] = {
        "machine": {"cores": os.cpu_count(), "system": platform.system()},
    }
    for name in named:
        sys.stderr.write(f"{name} ...\n")
        figures[name] = PARTS[name]()
    print(json.dumps(figures, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
