"""A camera that shows coloured squares, and an engine that sees in them where somebody looks."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import numpy as np

from app.sandbox.errors import WorkerStartError
from face.types import Face, Pixels
from tests.support.fake_program import ME, SOMEBODY, FakeEngine, FakeScanner

HEIGHT, WIDTH = 240, 320
STRAIGHT_SIDE = 80

Show = Callable[[], Pixels | None]


def scene(yaw: float = 0.0, side: int = STRAIGHT_SIDE, *, others: int = 0) -> Pixels:
    """She at a place that says where she looks: in the middle, straight; further right, left."""
    pixels = np.full((HEIGHT, WIDTH, 3), 255, np.uint8)
    left = round((1 + yaw) * WIDTH / 2 - side / 2)
    top = (HEIGHT - side) // 2
    pixels[top : top + side, left : left + side] = ME
    for number in range(others):
        pixels[top : top + side, number * (side + 2) : number * (side + 2) + side] = SOMEBODY
    return pixels


def black() -> Pixels:
    """What a covered lens sees."""
    return np.random.default_rng(1).integers(0, 9, (HEIGHT, WIDTH, 3), dtype=np.uint8)


class FakeCamera:
    """Shows what it is told to, forever.

    Attributes:
        given: Every picture that it gave.
        closed: Whether it was let go.
    """

    def __init__(self, show: Show) -> None:
        self._show = show
        self.given: list[Pixels] = []
        self.closed = False

    def read(self) -> Pixels | None:
        """The next picture."""
        picture = self._show()
        if picture is not None:
            self.given.append(picture)
            del self.given[:-50]
        return picture

    def close(self) -> None:
        """Let it go."""
        self.closed = True

    def __call__(self) -> "FakeCamera":
        """Open it."""
        return self


def script(pictures: Iterable[Pixels], last: Pixels) -> Show:
    """One after the other, then the last for ever."""
    waiting = iter(pictures)
    return lambda: next(waiting, last).copy()


class LookingEngine(FakeEngine):
    """Takes the place of a square for where the face looks."""

    def find_faces(self, frame: Pixels) -> list[Face]:
        """From left to right."""
        return [
            replace(face, traits=replace(face.traits, yaw=face.box[0] + face.box[2] - 1))
            for face in super().find_faces(frame)
        ]


def scanner() -> FakeScanner:
    """Looks in this process."""
    return FakeScanner(LookingEngine("open", "p"), crops=True, scanned=[])


def cannot_start() -> FakeCamera:
    """A camera that fails in a way of its own."""
    raise WorkerStartError("camera")
