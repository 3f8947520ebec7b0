"""Add and scan files that others made, such as the test files of libraries, and print as JSON what
became of each: `python -m tools.corpora FOLDER...`. The exit status is 1 where one is not accounted
for, or ended a child.
"""

import argparse
import json
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

from app.intake import ContainerRead, ReadEvent, Reading
from app.intake.add import AddResult, add
from app.intake.readers.core.address import display_address
from app.intake.source_details import SourceDetails
from app.job import finish
from app.program import Services
from app.scan.scan import scan
from face.packs import DEFAULT_PACK
from face.types import Reason
from storage.case import Case
from storage.keys import KdfCost
from storage.types import Item, ItemState
from tools.fuzz.reading import untold

_CHEAP = KdfCost(memory_kib=64, passes=1, lanes=1)
_PASSPHRASE = "nobody keeps this case"  # noqa: S105 - it is thrown away
_ENDED = (Reason.DECODER_DIED, Reason.DECODER_LIED, Reason.DECODER_TIMEOUT, Reason.UNEXPECTED)


def measure(folder: Path) -> dict[str, Any]:
    """Add and scan everything in a folder."""
    began = time.monotonic()
    with Reading() as reading:
        found = [each for each in reading.read(folder) if each is not None]
    with tempfile.TemporaryDirectory(prefix="geoul-corpora-") as scratch:
        case, _ = Case.create(Path(scratch) / "a.case", _PASSPHRASE, cost=_CHEAP)
        with case:
            added = finish(add(case, [folder], SourceDetails()))
            services = Services()
            looking = partial(services.scanner, DEFAULT_PACK)
            finish(scan(case, looking, DEFAULT_PACK, services.pipeline(DEFAULT_PACK)))
            items = case.items()
            outcomes = [
                (each, display_address(case.item(each.item).sources[0].path)) for each in items
            ]
    return _figures(folder, time.monotonic() - began, found, added, outcomes)


Outcome: TypeAlias = tuple[Item, str]
"""An item, and where it lies."""


def _figures(
    folder: Path,
    seconds: float,
    found: Sequence[ReadEvent],
    added: AddResult,
    outcomes: Sequence[Outcome],
) -> dict[str, Any]:
    opened = {each.path for each in found if isinstance(each, ContainerRead)}
    bad = [f"{item.reason}: {path}" for item, path in outcomes if _has_failed(item)]
    unchecked = [each for each in outcomes if each[0].state is ItemState.UNCHECKED]
    partly = [each for each in outcomes if each[0].state is not ItemState.UNCHECKED]
    return {
        "files": sum(each.is_file() for each in folder.rglob("*")),
        "seconds": round(seconds, 1),
        "opened": sum(not Path(each).is_dir() for each in opened),
        "items": len(outcomes),
        "known": added.known,
        "system_files": len(added.system_files),
        "states": dict(Counter(str(item.state) for item, _ in outcomes)),
        "partly": _by_reason(folder, partly),
        "refused": _by_reason(folder, unchecked),
        "untold": sorted(untold(found, folder)),
        "failures": bad,
    }


def _has_failed(item: Item) -> bool:
    return item.reason in _ENDED or item.state is ItemState.PENDING


def _by_reason(folder: Path, outcomes: Sequence[Outcome]) -> dict[str, list[str]]:
    listed: dict[str, list[str]] = defaultdict(list)
    for item, path in outcomes:
        if item.reason is not None:
            kind = f"{item.reason} {item.detail}".strip()
            listed[kind].append(path.removeprefix(f"{folder}/"))
    return dict(sorted(listed.items()))


def main() -> int:
    """Print one JSON object, a key for each folder."""
    options = argparse.ArgumentParser(prog="python -m tools.corpora", description=__doc__)
    options.add_argument("folders", nargs="+", type=Path)
    figures = {str(each): measure(each.resolve()) for each in options.parse_args().folders}
    print(json.dumps(figures, indent=1, ensure_ascii=False))
    return 1 if any(each["failures"] or each["untold"] for each in figures.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
