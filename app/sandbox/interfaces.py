"""What the steps ask of child processes: to find faces, and to show a frame.

The steps know these protocols only. app/program.py puts child processes behind them; tests put
fakes.
"""

from collections.abc import Callable, Generator, Iterable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, BinaryIO, Protocol, TypeAlias

from app.job import Job
from app.sandbox.frame_request import FrameRequest
from face.errors import UnreadableMediaError
from face.types import Pixels, Scan

if TYPE_CHECKING:
    from face.matching.calibration import Calibration
    from face.packs.registry import Pack

OpenMedium: TypeAlias = Callable[[], tuple[BinaryIO, int]]
"""Opens one medium: a seekable stream and its size. Raises OSError, UnreadableMediaError."""


class FaceScanner(Protocol):
    """Looks at media and finds the faces in them (app.sandbox.pool)."""

    def scan_all(
        self, jobs: Iterable[tuple[int, OpenMedium]]
    ) -> "Generator[tuple[int, Scan | UnreadableMediaError] | None]":
        """What came of each, in any order; None now and then while nothing is finished."""
        ...


class PackServices(Protocol):
    """Model packs, and child processes that use them."""

    def packs(self) -> "list[Pack]":
        """Every known model pack, installed or not."""
        ...

    def scanner(
        self, pack: str, *, children: int = 0, crops: bool = True, thorough: bool = False
    ) -> AbstractContextManager[FaceScanner]:
        """Child processes that look at media with a pack."""
        ...

    def calibration(self, pack: str, pipeline: str) -> "Calibration":
        """What was measured of a pack and pipeline."""
        ...


class FrameViewer(Protocol):
    """Decodes single frames (app.sandbox.frame_viewer)."""

    def show(self, source: OpenMedium, wanted: FrameRequest) -> Job[Pixels]:
        """One frame of a medium; closing the generator stops it."""
        ...
