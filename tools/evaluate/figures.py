"""Measured figures, kept as a baseline and compared with it."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

BASELINE = Path(__file__).parent / "baseline.json"


class Good(StrEnum):
    """The direction in which a figure is better."""

    HIGH = "high"
    LOW = "low"
    NEAR_ONE = "near 1"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured figure.

    Attributes:
        noise: The standard error of the value.
    """

    value: float
    noise: float
    good: Good

    def merit(self) -> float:
        """A number that is higher the better the figure is."""
        match self.good:
            case Good.NEAR_ONE:
                return -abs(self.value - 1)
            case Good.NEITHER:
                return 0.0
        return self.value if self.good is Good.HIGH else -self.value

    def __str__(self) -> str:
        """The value with its standard error."""
        return f"{self.value:.3f} ± {self.noise:.3f}"


def share(part: float, of: int, good: Good = Good.HIGH) -> Figure:
    """The figure of a share (0..1) of a number of independent trials."""
    error = (max(part * (1 - part), 1 / max(of, 1)) / max(of, 1)) ** 0.5
    return Figure(part, error, good)


def per(parts: NDArray[np.float64], wholes: NDArray[np.float64], good: Good) -> Figure:
    """The ratio of two sums over people who were drawn independently of each other.

    Its standard error comes from how much people differ, since the checks of one person are alike;
    it is at least that of a single event.

    Args:
        parts, wholes: One entry a person.
    """
    whole = max(float(wholes.sum()), 1e-9)
    value = float(parts.sum()) / whole
    error = float(np.sqrt(((parts - value * wholes) ** 2).sum()))
    return Figure(value, max(error, 1.0) / whole, good)


def write(figures: dict[str, Figure], pipeline: str, path: Path = BASELINE) -> None:
    """Write the figures to a file, one on each line."""
    lines = (f" {json.dumps(name)}: {json.dumps(_rounded(f))}" for name, f in figures.items())
    head = f'{{"pipeline": {json.dumps(pipeline)}, "figures": {{'
    path.write_text(head + "\n" + ",\n".join(lines) + "\n}}\n", "utf-8")


def read(path: Path = BASELINE) -> dict[str, Figure]:
    """Read the figures of a file; none when there is no file."""
    if not path.is_file():
        return {}
    kept = json.loads(path.read_text("utf-8"))["figures"]
    return {k: Figure(v["value"], v["noise"], Good(v["good"])) for k, v in kept.items()}


def compared(now: dict[str, Figure], before: dict[str, Figure]) -> tuple[list[str], list[str]]:
    """The figures that got better or worse by more than two standard errors of the difference."""
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
