"""Print the results of simulated checks, for each setting and pooled, and name the figures."""

from collections.abc import Iterable, Iterator

from tools.evaluate.cases import Setting
from tools.evaluate.checks import Tally, pooled
from tools.evaluate.figures import Figure

SETTING, POOLED = "checks", "pooled"
"""First words in the names of figures of one setting, and of all settings of one kind."""


def reported(results: Iterable[tuple[Setting, Tally]]) -> dict[str, Figure]:
    """Print each result as it comes, then the pooled results; returns all figures by name."""
    figures: dict[str, Figure] = {}
    kinds: dict[str, list[Tally]] = {}
    for setting, tally in results:
        print(f"{setting}: {tally}", flush=True)
        figures |= _named(f"{SETTING}: {setting}", tally)
        kinds.setdefault(setting.kind, []).append(tally)
    print("\npooled over own photos and appearances")
    for kind, tallies in kinds.items():
        together = pooled(tallies)
        print(f"{kind}: {together}")
        figures |= _named(f"{POOLED}: {kind}", together)
    return figures


def _named(of: str, tally: Tally) -> Iterator[tuple[str, Figure]]:
    return ((f"{of}: {name}", figure) for name, figure in tally.figures().items())
