"""The goals for the figures, and whether they are reached."""

from dataclasses import dataclass

from tools.evaluate.checks import FOR_EACH_EXPECTED, STRONG
from tools.evaluate.composites import COMPOSITES
from tools.evaluate.fakes.battery import FAKES, TOO_FEW
from tools.evaluate.figures import Figure
from tools.evaluate.report import POOLED, SETTING
from tools.evaluate.searches import ABOVE_ALL, ABOVE_ALL_BUT_ONE
from tools.evaluate.young import OWN_PHOTOS, YOUNG

_AT_LEAST = {
    "verification: normalised, true pairs kept at 1e-03": 0.993,
    "verification: normalised, true pairs kept at 1e-04": 0.985,
    "verification: normalised, true pairs kept at 1e-05": 0.972,
    "crowd: East Asian, found at 1 strangers a check, of all photos": 0.95,
    "crowd: East Asian, found at 0.05 strangers a check, of all photos": 0.88,
    "crowd: other, found at 1 strangers a check, of all photos": 0.999,
    "crowd: other, found at 0.05 strangers a check, of all photos": 0.995,
    f"{YOUNG}, 1 own: {ABOVE_ALL_BUT_ONE}": 0.86,
    f"{YOUNG}, 1 own: {ABOVE_ALL}": 0.78,
    f"{YOUNG}, 1 own: found strong": 0.55,
    f"{YOUNG}, 3 own: {ABOVE_ALL_BUT_ONE}": 0.92,
    f"{COMPOSITES}, East Asian: found": 0.90,
    f"{COMPOSITES}, other: found": 0.80,
}

_FACTOR = 2.0
_MOST_STRONG = 0.1
_FEWER_FOUND = 0.02
"""Share by which fewer faces may be found in changed pictures than in upright ones."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal and what was reached.

    Attributes:
        met: Whether the goal is met; None where nothing was measured.
    """

    text: str
    reached: str = "not measured"
    met: bool | None = None

    def __str__(self) -> str:
        """A line with whether the goal is met, the goal, and what was reached."""
        word = {True: "met", False: "NOT MET", None: "-"}[self.met]
        return f"{word:8} {self.text} / {self.reached}"


def goals(figures: dict[str, Figure]) -> list[Goal]:
    """All goals with what the figures reach."""
    return [
        *_at_least(figures),
        *_young(figures),
        *_fakes(figures),
        *_changed_pictures(figures),
        *look_alikes(figures),
    ]


def look_alikes(figures: dict[str, Figure]) -> list[Goal]:
    """Goals for strangers against those that were expected, and for strong ones, by group."""
    told = _by_group(figures, SETTING, FOR_EACH_EXPECTED)
    strong = _by_group(figures, SETTING, STRONG)
    together = _by_group(figures, POOLED, STRONG)
    if not told:
        return [Goal("look-alikes as many as told")]
    return [
        *(_within_factor(group, some) for group, some in told.items()),
        *(_seldom_strong(group, some, together[group]) for group, some in strong.items()),
    ]


def _at_least(figures: dict[str, Figure]) -> list[Goal]:
    made = []
    for name, wanted in _AT_LEAST.items():
        text = f"{name}: at least {wanted:.1%}"
        figure = figures.get(name)
        made.append(Goal(text, str(figure), figure.value >= wanted) if figure else Goal(text))
    return made


def _young(figures: dict[str, Figure]) -> list[Goal]:
    """Goals for strangers that come up when young women look for themselves."""
    made = []
    for own in OWN_PHOTOS:
        name = f"{YOUNG}, {own} own"
        strong, told = (figures.get(f"{name}: {what}") for what in (STRONG, FOR_EACH_EXPECTED))
        few = f"{name}: {STRONG} at most {_MOST_STRONG}"
        near = f"{name}: {FOR_EACH_EXPECTED} between {1 / _FACTOR:g} and {_FACTOR:g}"
        if strong is None or told is None:
            made += [Goal(few), Goal(near)]
            continue
        made.append(Goal(few, str(strong), strong.value <= _MOST_STRONG))
        made.append(Goal(near, str(told), 1 / _FACTOR <= told.value <= _FACTOR))
    return made


def _fakes(figures: dict[str, Figure]) -> list[Goal]:
    text = f"{FAKES}: of every kind and group at least {TOO_FEW:.0%} found"
    found = {
        name.removeprefix(f"{FAKES}: ").removesuffix(": found"): figure
        for name, figure in figures.items()
        if name.startswith(f"{FAKES}: ") and name.endswith(": found")
    }
    if not found:
        return [Goal(text)]
    few = [f"{name} {figure.value:.0%}" for name, figure in found.items() if figure.value < TOO_FEW]
    reached = f"{len(found) - len(few)} of {len(found)}" + (
        f"; not {'; '.join(few)}" if few else ""
    )
    return [Goal(text, reached, not few)]


def _changed_pictures(figures: dict[str, Figure]) -> list[Goal]:
    upright = "detection: upright, "
    made = []
    for what in ("found", "recognised"):
        text = f"detection: changed pictures, {what} as often as upright ones, within 2 points"
        fewer = {
            name.removeprefix("detection: "): figures[upright + what].value - figure.value
            for name, figure in figures.items()
            if name.startswith("detection: ")
            and name.endswith(f", {what}")
            and "upright" not in name
        }
        if not fewer:
            made.append(Goal(text))
            continue
        worst = max(fewer, key=lambda name: fewer[name])
        reached = f"at most {100 * fewer[worst]:.1f} points fewer ({worst})"
        made.append(Goal(text, reached, fewer[worst] <= _FEWER_FOUND))
    return made


def _within_factor(group: str, told: dict[str, Figure]) -> Goal:
    outside = {
        name: figure for name, figure in told.items() if not 1 / _FACTOR <= figure.value <= _FACTOR
    }
    far = [figure for figure in outside.values() if _beyond_noise(figure)]
    low, high = (extreme(told, key=lambda name: told[name].value) for extreme in (min, max))
    return Goal(
        f"{group}: strangers for each expected between 0.5 and 2",
        f"{len(told) - len(outside)} of {len(told)} settings, {len(far)} outside beyond noise; "
        f"from {told[low]} ({low}) to {told[high]} ({high})",
        not outside,
    )


def _beyond_noise(told: Figure) -> bool:
    low, high = told.value - 2 * told.noise, told.value + 2 * told.noise
    return high < 1 / _FACTOR or low > _FACTOR


def _seldom_strong(group: str, strong: dict[str, Figure], together: dict[str, Figure]) -> Goal:
    above = [figure for figure in strong.values() if figure.value > _MOST_STRONG]
    far = [figure for figure in above if figure.value - 2 * figure.noise > _MOST_STRONG]
    highest, pooled = (max(some, key=lambda name: some[name].value) for some in (strong, together))
    return Goal(
        f"{group}: strong strangers a check never above {_MOST_STRONG}",
        f"{len(above)} of {len(strong)} settings above, {len(far)} beyond noise; "
        f"highest {strong[highest]} ({highest}), pooled {together[pooled]} ({pooled})",
        not above,
    )


def _by_group(figures: dict[str, Figure], begin: str, end: str) -> dict[str, dict[str, Figure]]:
    """The figures whose names begin and end so: group -> setting -> figure."""
    groups: dict[str, dict[str, Figure]] = {}
    for name, figure in figures.items():
        if name.startswith(f"{begin}: ") and name.endswith(f": {end}"):
            setting = name.removeprefix(f"{begin}: ").removesuffix(f": {end}")
            group = setting.split()[1].rstrip(",")
            groups.setdefault(group, {})[setting] = figure
    return groups
