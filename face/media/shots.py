"""Where one camera take ends and the next begins."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

_GRID: Final = 8
_FINE: Final = 8
"""Fields of the luma grid each way, and samples of each field each way. Coarser than a shaken
camera moves: of 32 x 32 fields, shaking changes as much as a cut between dark scenes."""
_CUT: Final = 0.055
"""A cut changes the fields by this much of white on average (a stage at night: 0.07; people and
camera moving: up to 0.03)."""
_TIMES_USUAL: Final = 4.0
"""... and by this many times what the frames before it did (camera and people move)."""
_MEMORY: Final = 0.75
"""How slowly the usual change forgets."""


class ShotDetector:
    """Cuts by the change of a coarse luma grid against the usual change of the last frames.

    The adaptive threshold is that of PySceneDetect's AdaptiveDetector, with the past only.
    """

    def __init__(self) -> None:
        self.shot = 0
        self._last: NDArray[np.float32] | None = None
        self._usual = 0.0

    def add(self, luma: NDArray[np.float32]) -> bool:
        """Take the next frame's luma grid (0..1); True if a new shot begins with it."""
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
    """Thin out a luma plane to 8 x 8 values of 0..1, each the mean of 64 pixels."""
    samples = _GRID * _FINE
    rows = np.linspace(0, plane.shape[0] - 1, samples).astype(np.intp)
    columns = np.linspace(0, plane.shape[1] - 1, samples).astype(np.intp)
    fine = plane[np.ix_(rows, columns)].astype(np.float32) / np.float32(white)
    grid: NDArray[np.float32] = fine.reshape(_GRID, _FINE, _GRID, _FINE).mean(axis=(1, 3))
    return grid
