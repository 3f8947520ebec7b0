"""Measure recognition on labelled faces and compare with the baseline.

python -m tools.evaluate [--data FOLDER] [--pack NAME] [--save] [--quick]

The time of each part goes to standard error.
"""

import argparse
import sys
import time

from face.engine import FaceEngine
from face.matching.calibration import Calibration
from face.packs import DEFAULT_PACK
from tools.evaluate import figures
from tools.evaluate.appearances import altered, photos_of_users
from tools.evaluate.cases import World, settings
from tools.evaluate.checks import all_checked
from tools.evaluate.composites import composites
from tools.evaluate.crowds import crowds
from tools.evaluate.dataset import Dataset, add_option, is_there, read
from tools.evaluate.detection import detection
from tools.evaluate.embeddings import Seen
from tools.evaluate.fakes.battery import battery, table
from tools.evaluate.figures import Figure, share
from tools.evaluate.goals import goals
from tools.evaluate.report import reported
from tools.evaluate.verification import verification
from tools.evaluate.young import young_women


def measured(data: Dataset, engine: FaceEngine, quick: bool) -> dict[str, Figure]:
    """Measure every figure of one pack, and print each as it is known."""
    calibration = Calibration.load(engine.pack, engine.pipeline).for_dimension(engine.dimension)
    clock = Clock()
    if not calibration.calibrated:
        print(f"the scores of {engine.pipeline} were never calibrated: expect wrong promises")
    seen = Seen.of(data, engine.pack)
    clock.says("embedding all photos")
    found = share(float(seen.usable.mean()), len(seen.usable))
    made = _shown({"detection: dominant face found, upright": found})
    made |= _shown(verification(data, seen, calibration))
    clock.says("one photo against one")
    made |= _shown(crowds(data, seen, calibration))
    clock.says("a person in a crowd")
    made |= _shown(young_women(data, seen, calibration))
    clock.says("young East Asian women")
    made |= _shown(composites(data, seen, calibration, engine))
    clock.says("composites")
    if not quick:
        made |= _fakes(battery(data, seen, calibration, engine))
        clock.says("the battery of fakes")
        made |= _shown(detection(data, engine, calibration.same_person))
        clock.says("changed pictures")
    world = World(data, seen, altered(data, photos_of_users(data), engine))
    clock.says("altered copies")
    chosen = [s for s in settings(world) if not quick or (s.size, s.own) == (100, 1)]
    made |= reported(all_checked(world, calibration, chosen))
    clock.says("simulated checks")
    return made


class Clock:
    """A clock that reports how long each part of the measurement took."""

    def __init__(self) -> None:
        self._since = time.monotonic()

    def says(self, part: str) -> None:
        """Print the seconds since the end of the last part."""
        now = time.monotonic()
        print(f"{part}: {now - self._since:.0f} s", file=sys.stderr, flush=True)
        self._since = now


def _shown(some: dict[str, Figure]) -> dict[str, Figure]:
    for name, figure in some.items():
        print(f"{figure}  {name}", flush=True)
    return some


def _fakes(some: dict[str, Figure]) -> dict[str, Figure]:
    print(f"\n{table(some)}\n", flush=True)
    return some


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
    """Measure the figures, print them, compare them with the baseline, and save them if asked
    to."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_option(parser)
    parser.add_argument("--pack", default=DEFAULT_PACK)
    parser.add_argument("--save", action="store_true", help="keep these figures as the baseline")
    parser.add_argument(
        "--quick", action="store_true", help="small cases only, no fakes, no detection"
    )
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
