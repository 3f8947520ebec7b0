"""Measured figures, kept as a baseline and compared with it."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

BASELINE = Path(__file__).parent / "baseline.json"


class Good(StrEnum):
    """Which way a figure should go."""

    HIGH = "high"
    LOW = "low"
    NEAR_ONE = "near 1"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure.

    Attributes:
        noise: Its standard error.
    """

    value: float
    noise: float
    good: Good

    def merit(self) -> float:
        """Higher is better."""
        if self.good is Good.NEAR_ONE:
            return -abs(self.value - 1)
        return self.value if self.good is Good.HIGH else -self.value


def share(part: float, of: int, good: Good = Good.HIGH) -> Figure:
    """A share between 0 and 1 of so many independent trials."""
    error = (max(part * (1 - part), 1 / max(of, 1)) / max(of, 1)) ** 0.5
    return Figure(part, error, good)


def rate(count: float, of: int, good: Good = Good.LOW) -> Figure:
    """Events for each trial, as in a Poisson process."""
    return Figure(count / of, max(count, 1) ** 0.5 / of, good)


def write(figures: dict[str, Figure], pipeline: str, path: Path = BASELINE) -> None:
    """Keep the figures: numbers only."""
    table = {"pipeline": pipeline, "figures": {k: _rounded(v) for k, v in figures.items()}}
    path.write_text(json.dumps(table, indent=1) + "\n", "utf-8")


def read(path: Path = BASELINE) -> dict[str, Figure]:
    """The figures kept before; none when there are none."""
    if not path.is_file():
        return {}
    kept = json.loads(path.read_text("utf-8"))["figures"]
    return {k: Figure(v["value"], v["noise"], Good(v["good"])) for k, v in kept.items()}


def compared(now: dict[str, Figure], before: dict[str, Figure]) -> tuple[list[str], list[str]]:
    """What got better and what got worse, beyond two standard errors of the difference."""
    better: list[str] = []
    worse: list[str] = []
    for name in sorted(now.keys() & before.keys()):
        change = now[name].merit() - before[name].merit()
        noise = 2 * (now[name].noise ** 2 + before[name].noise ** 2) ** 0.5
        line = f"{name}: {before[name].value:.3f} -> {now[name].value:.3f}"
        if abs(change) > noise:
            (better if change > 0 else worse).append(line)
    return better, worse


def _rounded(figure: Figure) -> dict[str, object]:
    return {k: round(v, 4) if isinstance(v, float) else v for k, v in asdict(figure).items()}
