"""Choose the few pictures of a camera session that become her own photos."""

from dataclasses import dataclass
from typing import Self

from app.enrol.camera.challenge import is_straight
from app.enrol.photo_feedback import quality_remarks
from face.types import Pixels, Traits

MOST = 3
APART = 3
"""How many scans lie between two kept pictures, since nearer ones add nothing new."""


@dataclass(frozen=True, slots=True, eq=False)
class _Shot:
    number: int
    worth: tuple[bool, float]
    pixels: Pixels


class BestPictures:
    """Keeps the best pictures that it is offered: a context manager that wipes them at the end."""

    def __init__(self) -> None:
        self._offered = 0
        self._kept: list[_Shot] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for shot in self._kept:
            shot.pixels.fill(0)
        self._kept.clear()

    @property
    def pictures(self) -> tuple[Pixels, ...]:
        """The good pictures, best first, or the best other one when none is good."""
        best = sorted(self._kept, key=lambda shot: shot.worth, reverse=True)
        good = [shot for shot in best if shot.worth[0]]
        return tuple(shot.pixels for shot in good or best[:1])

    def offer(self, pixels: Pixels, traits: Traits) -> None:
        """Keep a copy of a picture if the face is straight and among the best."""
        self._offered += 1
        if not is_straight(traits):
            return
        shot = _Shot(self._offered, _worth(traits), pixels)
        near = [each for each in self._kept if shot.number - each.number < APART]
        if any(each.worth >= shot.worth for each in near):
            return
        self._drop(near)
        self._kept.append(_Shot(shot.number, shot.worth, pixels.copy()))
        if len(self._kept) > MOST:
            self._drop([min(self._kept, key=lambda each: each.worth)])

    def _drop(self, shots: list[_Shot]) -> None:
        for shot in shots:
            shot.pixels.fill(0)
            self._kept.remove(shot)


def _worth(traits: Traits) -> tuple[bool, float]:
    """Rank a picture: first whether it is good, then how sharp, straight and large the face is."""
    large = min(1.0, traits.size_px / 150)
    return not quality_remarks(traits), traits.sharpness * (1 - abs(traits.yaw)) * large
