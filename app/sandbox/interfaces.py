"""The interfaces through which the steps use child processes.

app/program.py puts child processes behind these protocols, and tests put fakes.
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
"""Opens a medium: a seekable stream and its size. Raises OSError, UnreadableMediaError."""


class FaceScanner(Protocol):
    """Finds the faces in media (app.sandbox.pool)."""

    def scan_all(
        self, jobs: Iterable[tuple[int, OpenMedium]]
    ) -> "Generator[tuple[int, Scan | UnreadableMediaError] | None]":
        """Yield the result of each medium in any order; None while nothing is finished."""
        ...


class PackServices(Protocol):
    """Gives access to model packs and to child processes that use them."""

    def packs(self) -> "list[Pack]":
        """Return every known model pack, installed or not."""
        ...

    def scanner(
        self, pack: str, *, children: int = 0, crops: bool = True, thorough: bool = False
    ) -> AbstractContextManager[FaceScanner]:
        """Return child processes that scan media with a pack."""
        ...

    def calibration(self, pack: str, pipeline: str) -> "Calibration":
        """Return what was measured for a pack and pipeline."""
        ...


class FrameViewer(Protocol):
    """Decodes single frames (app.sandbox.frame_viewer)."""

    def show(self, source: OpenMedium, wanted: FrameRequest) -> Job[Pixels]:
        """Decode one frame of a medium; closing the generator stops it."""
        ...
