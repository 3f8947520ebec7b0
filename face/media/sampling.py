"""Sampling: which frames of a video or an animation are scanned, and where shots begin."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from face.media import limits
from face.types import Pixels

KEY_FRAMES_ONLY_MS: Final = 2_000
"""Sampling interval from which only key frames of a video are decoded."""
_STARTED_AGAIN_MS: Final = 500


class SamplingClock:
    """Samples a frame when the next one would come later than the interval allows."""

    def __init__(self, interval_ms: int) -> None:
        self._interval_ms = interval_ms
        self._taken_ms: int | None = None

    def due(self, time_ms: int, next_ms: int, key_frame: bool) -> bool:
        if self._taken_ms is None:
            return True
        if key_frame and self._interval_ms < KEY_FRAMES_ONLY_MS:
            return time_ms - self._taken_ms >= limits.KEY_FRAME_GAP_MS
        return next_ms - self._taken_ms > self._interval_ms

    def taken(self, time_ms: int) -> None:
        self._taken_ms = time_ms


class MonotonicTimeline:
    """Makes times increase even where the timestamps of a file stand still or start again.

    Otherwise no frame behind such a place would ever be sampled.
    """

    def __init__(self, frame_ms: float) -> None:
        self._frame_ms = frame_ms
        self._shift = 0.0
        self._last = -1.0

    def at(self, stamp_ms: float) -> int:
        time = stamp_ms + self._shift
        if time <= self._last:
            started_again = self._last - time >= _STARTED_AGAIN_MS
            time = self._last + (self._frame_ms if started_again else self._frame_ms / 2)
            if started_again:
                self._shift = time - stamp_ms
        self._last = time
        return round(time)


class AnimationSampler:
    """Samples an animation: each distinct frame, later two a second.

    Attributes:
        shot: Number of the shot that the last frame belongs to.
    """

    def __init__(self, first: Pixels) -> None:
        """Start with the first frame, at 0 ms, which is a sample already."""
        self._detector = ShotDetector()
        self._detector.add(luma_grid(first[:, :, 1]))
        self._last = first
        self._last_ms = 0
        self._taken = 1

    @property
    def shot(self) -> int:
        return self._detector.shot

    def wants(self, pixels: Pixels, time_ms: int) -> bool:
        """Return whether the next frame is a sample."""
        cut = self._detector.add(luma_grid(pixels[:, :, 1]))
        enough = self._taken >= limits.EVERY_FRAME_UP_TO
        if enough and not cut and time_ms - self._last_ms < limits.SAMPLE_MS:
            return False
        if np.array_equal(pixels, self._last):
            return False
        self._last, self._last_ms = pixels, time_ms
        self._taken += 1
        return True


_GRID: Final = 8
_FINE: Final = 8
"""Fields of the luma grid in each direction, and samples of each field in each direction. Coarser
than a shaken camera moves: in a grid of 32 x 32, shaking changes as much as a cut between dark
scenes."""
_CUT: Final = 0.055
"""Least mean change of the fields by a cut, as a share of white (a stage at night: 0.07; people and
camera moving: up to 0.03)."""
_TIMES_USUAL: Final = 4.0
"""Least change by a cut as a multiple of the usual change, which moving people cause."""
_MEMORY: Final = 0.75
"""Weight of the past in the running mean of the change."""


class ShotDetector:
    """Detects shots: a cut changes a coarse luma grid far more than the frames before it did.

    The adaptive threshold is that of PySceneDetect's AdaptiveDetector, from past frames only.
    """

    def __init__(self) -> None:
        self.shot = 0
        self._last: NDArray[np.float32] | None = None
        self._usual = 0.0

    def add(self, luma: NDArray[np.float32]) -> bool:
        """Take the luma grid (0..1) of the next frame; returns True if a new shot begins with
        it."""
        last, self._last = self._last, luma
        if last is None:
            return False
        change = float(np.abs(luma - last).mean())
        cut = change > max(_CUT, _TIMES_USUAL * self._usual)
        if cut:
            self.shot += 1
            self._usual = 0.0
        else:
            self._usual = _MEMORY * self._usual + (1 - _MEMORY) * change
        return cut


def luma_grid(plane: NDArray[np.generic], white: float = 255.0) -> NDArray[np.float32]:
    """Reduce a luma plane to 8 x 8 values of 0..1, each the mean of 64 pixels."""
    samples = _GRID * _FINE
    rows = np.linspace(0, plane.shape[0] - 1, samples).astype(np.intp)
    columns = np.linspace(0, plane.shape[1] - 1, samples).astype(np.intp)
    fine = plane[np.ix_(rows, columns)].astype(np.float32) / np.float32(white)
    grid: NDArray[np.float32] = fine.reshape(_GRID, _FINE, _GRID, _FINE).mean(axis=(1, 3))
    return grid
