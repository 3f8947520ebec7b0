"""Measure recognition on labelled faces and compare with the baseline.

python -m tools.evaluate [--data FOLDER] [--pack NAME] [--save] [--quick]
"""

import argparse
import sys
from pathlib import Path

import numpy as np

from face.engine import FaceEngine
from face.matching.calibration import Calibration
from tools.evaluate import figures
from tools.evaluate.appearances import altered
from tools.evaluate.checks import World, checked, settings
from tools.evaluate.crowds import crowds
from tools.evaluate.dataset import Dataset, Indices, read
from tools.evaluate.detection import detection
from tools.evaluate.embeddings import embeddings
from tools.evaluate.figures import Figure
from tools.evaluate.verification import verification

_OTHERS = 60
"""People who are not East Asian and take part in the simulated checks."""


def measured(data: Dataset, engine: FaceEngine, quick: bool) -> dict[str, Figure]:
    """Every figure of one pack, printed as it comes."""
    calibration = Calibration.load(engine.pack, engine.pipeline)
    if not calibration.calibrated:
        print(f"the scores of {engine.pipeline} were never calibrated: expect wrong promises")
    faces = embeddings(data, engine)
    usable = np.asarray(np.isfinite(faces).all(axis=1))
    made = {
        "detection: dominant face found, upright": figures.share(float(usable.mean()), len(usable))
    }
    if not quick:
        made |= detection(data, engine, calibration.same_person)
    made |= verification(data, faces, usable)
    made |= crowds(data, faces, usable, calibration)
    _show(made)
    world = World(data, faces, usable, altered(data, _photos_of_users(data), engine))
    for setting in settings(data):
        if not quick or (setting.size, setting.own) == (100, 1):
            some = checked(world, setting, calibration).figures(setting)
            _show(some)
            made |= some
    return made


def _photos_of_users(data: Dataset) -> Indices:
    """Photos of all East Asian people, and of those others who have most."""
    people, counts = np.unique(data.person[data.people], return_counts=True)
    east_asian = np.unique(data.person[data.people][data.east_asian[data.people]])
    others = ~np.isin(people, east_asian)
    most = people[others][np.argsort(-counts[others], kind="stable")[:_OTHERS]]
    chosen = np.isin(data.person[data.people], np.concatenate([east_asian, most]))
    return data.people[chosen]


def _show(some: dict[str, Figure]) -> None:
    for name, figure in some.items():
        print(f"{figure.value:8.3f} ± {figure.noise:.3f}  {name}", flush=True)


def _compare(now: dict[str, Figure]) -> None:
    before = figures.read()
    if not before:
        print("no baseline to compare with; --save keeps one")
        return
    better, worse = figures.compared(now, before)
    for title, lines in (("better than the baseline", better), ("worse", worse)):
        print(f"\n{title}, beyond noise: {len(lines)}")
        print("".join(f"  {line}\n" for line in lines), end="")


def main() -> int:
    """Measure, show, compare, and keep if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/evaldata"))
    parser.add_argument("--pack", default="open")
    parser.add_argument("--save", action="store_true", help="keep these figures as the baseline")
    parser.add_argument("--quick", action="store_true", help="small cases only, no detection")
    arguments = parser.parse_args()
    if not (arguments.data / "subsets.csv").is_file():
        print(f"There are no labelled faces in {arguments.data}: nothing was measured.")
        return 0
    engine = FaceEngine.open(arguments.pack)
    now = measured(read(arguments.data), engine, arguments.quick)
    _compare(now)
    if arguments.save or not figures.BASELINE.is_file():
        figures.write(now, engine.pipeline)
        print(f"\nkept in {figures.BASELINE.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
