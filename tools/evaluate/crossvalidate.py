"""Cross-validate the calibration: measure it on one half of the people, check with the other half.

python -m tools.evaluate.crossvalidate [--data FOLDER]

The calibration that ships is measured on everybody there is, so the simulated checks of
`python -m tools.evaluate` are on people it knows. Here nobody is on both sides.
"""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from face.engine import FaceEngine
from tools.evaluate.appearances import altered, photos_of_users
from tools.evaluate.calibrate import OPEN_PARTS, calibration_of
from tools.evaluate.cases import Setting, World, settings
from tools.evaluate.checks import Tally, all_checked
from tools.evaluate.dataset import Dataset, add_option, is_there, read
from tools.evaluate.embeddings import Seen
from tools.evaluate.figures import Figure
from tools.evaluate.goals import look_alikes
from tools.evaluate.report import reported

_SIZES = (100, 200, 1000)
"""Case sizes; the last has nearly all people of a half, as 2,000 are of the whole."""

_SEED = 11


def first_half(data: Dataset) -> NDArray[np.bool_]:
    """Mask of the photos of half of the people in each group of strangers and kind of user."""
    rng = np.random.default_rng(_SEED)
    chosen = np.zeros(len(data.photos), np.bool_)
    groups = [data.group(name) for name in data.groups()]
    kinds = [data.people[data.east_asian[data.people] == kind] for kind in (True, False)]
    # The women are a group of the crowd already: with one photo each, and here with all of them.
    men = np.array([i for i in data.young if data.photos[i].sex == "M"], np.intp)
    for photos in (*groups, *kinds, men):
        people = rng.permutation(np.unique(data.person[photos]))
        chosen |= np.isin(data.person, people[: len(people) // 2])
    return chosen


def cross_validated(world: World, pack: str, pipeline: str) -> Iterator[tuple[Setting, Tally]]:
    """Simulate the checks of every setting with both halves."""
    half = first_half(world.data)
    results: dict[Setting, Tally] = {}
    for number, known in enumerate((half, ~half), 1):
        print(f"measuring half {number} of 2, and checking with the other", file=sys.stderr)
        seen = replace(world.seen, usable=world.seen.usable & known)
        calibration = calibration_of(world.data, seen, OPEN_PARTS, pack, pipeline)
        unknown = replace(world.seen, usable=world.seen.usable & ~known)
        others = World(world.data, unknown, world.altered)
        for setting, tally in all_checked(others, calibration, settings(others, _SIZES)):
            results[setting] = results.get(setting, Tally()) + tally
    yield from results.items()


def summary(figures: dict[str, Figure]) -> None:
    """Print the goals for the look-alikes of each group."""
    print()
    for goal in look_alikes(figures):
        print(goal)
    print(
        "± is one standard error over users: of settings that are right, 1 in 20 lies further "
        "off than two, and the highest of many is high by chance too."
    )


def main() -> int:
    """Cross-validate the calibration of the `open` pack."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_option(parser)
    arguments = parser.parse_args()
    if not is_there(arguments.data):
        return 0
    engine = FaceEngine.open("open")
    data = read(arguments.data)
    seen = Seen.of(data, engine.pack)
    world = World(data, seen, altered(data, photos_of_users(data), engine))
    summary(reported(cross_validated(world, engine.pack, engine.pipeline)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
