"""Which frames of a video or an animation are looked at."""

from typing import Final

import numpy as np

from face.media import limits
from face.media.shots import ShotDetector, luma_grid
from face.types import Pixels

KEY_FRAMES_ONLY_MS: Final = 2_000
"""From this interval on, only key frames of a video are decoded at all."""
_STARTED_AGAIN_MS: Final = 500


class Clock:
    """Takes a frame when the next one would come later than the interval allows."""

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


class Timeline:
    """Times that always go on, where a file's own stand still or start again.

    Otherwise whatever comes after such a place would never be due for a look.
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


class Sampler:
    """Which frames of an animation are looked at: each distinct one, later two a second.

    Attributes:
        shot: The shot of the frame that was last asked for.
    """

    def __init__(self, first: Pixels) -> None:
        """`first` is the frame that has been looked at already, at 0 ms."""
        self._detector = ShotDetector()
        self._detector.add(luma_grid(first[:, :, 1]))
        self._last = first
        self._last_ms = 0
        self._taken = 1

    @property
    def shot(self) -> int:
        return self._detector.shot

    def wants(self, pixels: Pixels, time_ms: int) -> bool:
        """Decide on the next frame."""
        cut = self._detector.add(luma_grid(pixels[:, :, 1]))
        enough = self._taken >= limits.EVERY_FRAME_UP_TO
        if enough and not cut and time_ms - self._last_ms < limits.SAMPLE_MS:
            return False
        if np.array_equal(pixels, self._last):
            return False
        self._last, self._last_ms = pixels, time_ms
        self._taken += 1
        return True
