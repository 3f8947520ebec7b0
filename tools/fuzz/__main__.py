"""Fuzz everything, or the parts that are named, and print JSON: `python -m tools.fuzz`."""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tools.fuzz import bundles, campaign, cases, media, reading, records

Part = Callable[[float, int, Path], dict[str, Any]]
"""Takes the seconds that it has, a first seed, and an empty folder."""


def _readers(seconds: float, seed: int, scratch: Path) -> dict[str, Any]:
    samples = reading.samples(tuple(name for name in reading.NAMES if not _needs_a_child(name)))
    return campaign.run(samples, lambda each: reading.check(each, scratch), seconds, seed).record()


def _documents(seconds: float, seed: int, scratch: Path) -> dict[str, Any]:
    samples = reading.samples(tuple(filter(_needs_a_child, reading.NAMES)))
    return campaign.run(samples, lambda each: reading.check(each, scratch), seconds, seed).record()


def _needs_a_child(name: str) -> bool:
    """Return whether a sample of this name is read in a child process, which is slow to start."""
    return name.startswith("Pdf")


def _records(seconds: float, seed: int, _: Path) -> dict[str, Any]:
    return campaign.run(records.messages(), records.check, seconds, seed).record()


def _bundles(seconds: float, seed: int, scratch: Path) -> dict[str, Any]:
    check = bundles.Bundles(scratch).check
    return campaign.run(bundles.bundles(), check, seconds, seed).record()


def _cases(seconds: float, seed: int, scratch: Path) -> dict[str, Any]:
    return campaign.run(cases.forgeries(), cases.Cases(scratch).check, seconds, seed).record()


def _media(_: float, seed: int, scratch: Path) -> dict[str, Any]:
    return media.measure(media.FILES, seed, scratch)


PARTS: dict[str, tuple[Part, float]] = {
    "readers": (_readers, 0.5),
    "documents": (_documents, 0.15),
    "records": (_records, 0.15),
    "bundles": (_bundles, 0.1),
    "cases": (_cases, 0.1),
    "media": (_media, 0.0),
}
"""With the share of the time that each gets; the media are all looked at, however long it takes."""


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
