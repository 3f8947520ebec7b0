"""Simulated checks: people look for themselves in cases full of strangers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from face.calibration import Calibration
from face.matching import Band, Outcome, check
from tools.evaluate.dataset import Dataset, Indices
from tools.evaluate.embeddings import Embeddings


@dataclass(frozen=True, slots=True)
class Setting:
    """What kind of check.

    Attributes:
        group: Whose crowd fills the case.
        size: Strangers in it.
        own: Photos of herself that the user has.
        appearances: How often she is in the case.
    """

    group: str
    size: int
    own: int
    appearances: int


@dataclass(slots=True)
class Tally:
    """What many checks of one setting came to."""

    checks: int = 0
    appearances: int = 0
    found_strong: int = 0
    found: int = 0
    strangers_strong: int = 0
    strangers: int = 0
    expected_strong: float = 0.0
    expected: float = 0.0

    def add(self, outcome: Outcome, is_own: NDArray[np.bool_]) -> None:
        """Count one answer."""
        self.checks += 1
        self.appearances += int(is_own.sum())
        self.expected_strong += outcome.expected_strong
        self.expected += outcome.expected_strong + outcome.expected_some
        for hit in outcome.hits:
            strong = hit.band is Band.STRONG
            if is_own[hit.row]:
                self.found += 1
                self.found_strong += strong
            else:
                self.strangers += 1
                self.strangers_strong += strong

    def figures(self) -> dict[str, float]:
        """Per check; found as a share of the appearances."""
        seen = max(self.appearances, 1)
        return {
            "checks": self.checks,
            "found_strong": self.found_strong / seen,
            "found": self.found / seen,
            "strangers_strong": self.strangers_strong / self.checks,
            "strangers": self.strangers / self.checks,
            "expected_strong": self.expected_strong / self.checks,
            "expected": self.expected / self.checks,
        }


def tally(
    setting: Setting,
    pool: Indices,
    users: Iterator[tuple[Embeddings, Embeddings]],
    faces: Embeddings,
    calibration: Calibration,
) -> Tally:
    """Let users check cases of one setting.

    Args:
        pool: Strangers to draw the case from.
        users: Own photos, and appearances, of each.
    """
    rng = np.random.default_rng(7)
    total = Tally()
    for own, appearances in users:
        strangers = faces[rng.choice(pool, min(setting.size, len(pool)), replace=False)]
        tracks = np.concatenate([strangers, appearances])
        is_own = np.arange(len(tracks)) >= len(strangers)
        order = rng.permutation(len(tracks))
        total.add(check(own, np.ascontiguousarray(tracks[order]), calibration), is_own[order])
    return total
