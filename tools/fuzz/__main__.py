"""Fuzz everything, or the parts that are named, and print JSON: `python -m tools.fuzz`."""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tools.fuzz import bundles, campaign, cases, media, reading, records, through_child

Part = Callable[[float, int, Path], dict[str, Any]]
"""Takes the seconds that it has, a first seed, and an empty folder."""


def _readers(seconds: float, seed: int, scratch: Path) -> dict[str, Any]:
    samples = reading.samples()
    return campaign.run(samples, lambda each: reading.check(each, scratch), seconds, seed).record()


def _records(seconds: float, seed: int, _: Path) -> dict[str, Any]:
    return campaign.run(records.messages(), records.check, seconds, seed).record()


def _bundles(seconds: float, seed: int, scratch: Path) -> dict[str, Any]:
    check = bundles.Bundles(scratch).check
    return campaign.run(bundles.bundles(), check, seconds, seed).record()


def _cases(seconds: float, seed: int, scratch: Path) -> dict[str, Any]:
    return campaign.run(cases.forgeries(), cases.Cases(scratch).check, seconds, seed).record()


PARTS: dict[str, tuple[Part, float]] = {
    "readers": (_readers, 0.3),
    "child": (through_child.measure, 0.2),
    "records": (_records, 0.1),
    "bundles": (_bundles, 0.1),
    "cases": (_cases, 0.1),
    "media": (media.measure, 0.2),
}
"""With the share of the time that each gets."""


def main() -> int:
    """Print one JSON object; the exit status is 1 where anything failed."""
    options = argparse.ArgumentParser(prog="python -m tools.fuzz", description=__doc__)
    options.add_argument("parts", nargs="*", choices=[*PARTS, []], help="all if none is named")
    options.add_argument("--seconds", type=float, default=300.0, help="of all parts together")
    options.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4)))
    told = options.parse_args()
    named = told.parts or list(PARTS)
    whole = sum(PARTS[name][1] for name in named) or 1.0
    figures: dict[str, Any] = {"seed": told.seed}
    sys.stderr.write(f"seed {told.seed}\n")
    for name in named:
        part, share = PARTS[name]
        sys.stderr.write(f"{name} ...\n")
        with tempfile.TemporaryDirectory(prefix="geoul-fuzz-") as scratch:
            figures[name] = part(told.seconds * share / whole, told.seed, Path(scratch))
        sys.stderr.write(f"{name}: {json.dumps(figures[name])[:400]}\n")
    print(json.dumps(figures, indent=1))
    return 1 if any(each["failures"] for each in figures.values() if isinstance(each, dict)) else 0


if __name__ == "__main__":
    sys.exit(main())
