"""Measure recognition on labelled faces and compare with the baseline.

python -m tools.evaluate [--data FOLDER] [--pack NAME] [--save] [--quick]
"""

import argparse
import sys

import numpy as np

from face.engine import FaceEngine
from face.matching.calibration import Calibration
from tools.evaluate import figures
from tools.evaluate.appearances import altered, photos_of_users
from tools.evaluate.cases import World, settings
from tools.evaluate.checks import all_checked
from tools.evaluate.crowds import crowds
from tools.evaluate.dataset import Dataset, add_option, is_there, read
from tools.evaluate.detection import detection
from tools.evaluate.embeddings import embeddings
from tools.evaluate.figures import Figure
from tools.evaluate.goals import goals
from tools.evaluate.report import reported
from tools.evaluate.verification import verification


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
    world = World(data, faces, usable, altered(data, photos_of_users(data), engine))
    chosen = [s for s in settings(world) if not quick or (s.size, s.own) == (100, 1)]
    return made | reported(all_checked(world, calibration, chosen))


def _show(some: dict[str, Figure]) -> None:
    for name, figure in some.items():
        print(f"{figure}  {name}", flush=True)


def _compare(now: dict[str, Figure]) -> None:
    before = figures.read()
    if not before:
        print("no baseline to compare with; --save keeps one")
        return
    better, worse = figures.compared(now, before)
    print(f"\n{len(now.keys() & before.keys())} figures compared: noise alone moves 1 in 20 so far")
    for title, lines in (("better than the baseline", better), ("worse", worse)):
        print(f"\n{title} by more than two standard errors: {len(lines)}")
        print("".join(f"  {line}\n" for line in lines), end="")


def main() -> int:
    """Measure, show, compare, and keep if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_option(parser)
    parser.add_argument("--pack", default="open")
    parser.add_argument("--save", action="store_true", help="keep these figures as the baseline")
    parser.add_argument("--quick", action="store_true", help="small cases only, no detection")
    arguments = parser.parse_args()
    if not is_there(arguments.data):
        return 0
    engine = FaceEngine.open(arguments.pack)
    now = measured(read(arguments.data), engine, arguments.quick)
    _compare(now)
    if arguments.save or not figures.BASELINE.is_file():
        figures.write(now, engine.pipeline)
        print(f"\nkept in {figures.BASELINE.name}")
    print("\ngoal / reached")
    for goal in goals(now):
        print(goal)
    return 0


if __name__ == "__main__":
    sys.exit(main())
