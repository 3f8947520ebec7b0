"""The few pictures of a session that will be her own photos."""

from dataclasses import dataclass
from typing import Self

from app.enrol.camera.challenge import is_straight
from app.enrol.photo_feedback import quality_remarks
from face.types import Pixels, Traits

MOST = 3
APART = 3
"""Looks between two pictures: what is nearer in time tells nothing new."""


@dataclass(frozen=True, slots=True, eq=False)
class _Shot:
    look: int
    worth: tuple[bool, float]
    pixels: Pixels


class BestPictures:
    """A context manager; at its end all that it kept is wiped."""

    def __init__(self) -> None:
        self._looks = 0
        self._kept: list[_Shot] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for shot in self._kept:
            shot.pixels.fill(0)
        self._kept.clear()

    @property
    def pictures(self) -> tuple[Pixels, ...]:
        """The good ones, best first; if none is, the best of the others."""
        best = sorted(self._kept, key=lambda shot: shot.worth, reverse=True)
        good = [shot for shot in best if shot.worth[0]]
        return tuple(shot.pixels for shot in good or best[:1])

    def offer(self, pixels: Pixels, traits: Traits) -> None:
        """Keep a copy if it is straight and among the best."""
        self._looks += 1
        if not is_straight(traits):
            return
        shot = _Shot(self._looks, _worth(traits), pixels)
        near = [each for each in self._kept if shot.look - each.look < APART]
        if any(each.worth >= shot.worth for each in near):
            return
        self._drop(near)
        self._kept.append(_Shot(shot.look, shot.worth, pixels.copy()))
        if len(self._kept) > MOST:
            self._drop([min(self._kept, key=lambda each: each.worth)])

    def _drop(self, shots: list[_Shot]) -> None:
        for shot in shots:
            shot.pixels.fill(0)
            self._kept.remove(shot)


def _worth(traits: Traits) -> tuple[bool, float]:
    """Whether there is nothing to be said against it, then how sharp, straight and large it is."""
    large = min(1.0, traits.size_px / 150)
    return not quality_remarks(traits), traits.sharpness * (1 - abs(traits.yaw)) * large
