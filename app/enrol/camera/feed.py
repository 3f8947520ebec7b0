"""The newest picture of a camera, which a thread of its own reads.

A camera that is read too slowly gives old pictures, and one that hangs blocks its reader for
seconds. Neither may happen to the thread that owns the case.
"""

import threading
import time
from collections.abc import Callable
from contextlib import closing
from typing import Self

import numpy as np

from app.enrol.camera.device import Camera
from app.enrol.camera.errors import CameraBlackError, CameraBusyError, CameraLostError
from face.types import Pixels

START_SECONDS = 8.0
"""How long a camera may take until its first picture."""
LOST_SECONDS = 3.0
BLACK_SECONDS = 2.0
BLACK = 24
"""Brightness of 255. Behind a covered lens 99% of the pixels are darker than this."""

_AGAIN_SECONDS = 0.05
_CLOSE_SECONDS = 1.0


class Feed:
    """Reads a camera in a thread: a context manager that releases it and wipes pictures."""

    def __init__(
        self, open_camera: Callable[[], Camera], clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Prepare to read a camera.

        Args:
            open_camera: Opens the camera; called in the thread of the feed, which closes it, too.
            clock: Returns seconds.
        """
        self._open = open_camera
        self._clock = clock
        self._changed = threading.Condition()
        self._newest: Pixels | None = None
        self._error: Exception | None = None
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="camera", daemon=True)
        self._since = self._bright = clock()
        self._came: float | None = None

    def __enter__(self) -> Self:
        """Start reading. Opening a camera can take seconds, in which `newest` returns None."""
        self._since = self._clock()
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop reading. A camera that hangs is released as soon as it answers."""
        self._over.set()
        self._thread.join(_CLOSE_SECONDS)
        self._put(None)

    def newest(self, wait: float) -> Pixels | None:
        """Return a picture that came since the last call, or None. The caller owns it now.

        Args:
            wait: How many seconds to wait for a picture at most.

        Raises:
            CameraMissingError, CameraBusyError, CameraBlackError, CameraLostError: The camera
                gives no usable pictures.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._newest is not None or self._error, wait)
            picture, self._newest = self._newest, None
            if self._error is not None:
                raise self._error
        self._judge(picture)
        return picture

    def _judge(self, picture: Pixels | None) -> None:
        now = self._clock()
        if picture is None:
            if self._came is None and now - self._since > START_SECONDS:
                raise CameraBusyError
            if self._came is not None and now - self._came > LOST_SECONDS:
                raise CameraLostError
            return
        if self._came is None or np.percentile(picture[::8, ::8], 99) > BLACK:
            self._bright = now
        self._came = now
        if now - self._bright > BLACK_SECONDS:
            raise CameraBlackError

    def _run(self) -> None:
        try:
            with closing(self._open()) as camera:
                while not self._over.is_set():
                    picture = camera.read()
                    if picture is None:
                        self._over.wait(_AGAIN_SECONDS)
                    else:
                        self._put(picture)
        except Exception as error:  # noqa: BLE001 - it is raised where somebody can say it
            with self._changed:
                self._error = error
                self._changed.notify()

    def _put(self, picture: Pixels | None) -> None:
        """Replace the newest picture, and wipe one that nobody took."""
        with self._changed:
            before, self._newest = self._newest, picture
            self._changed.notify()
        if before is not None:
            before.fill(0)
        if picture is not None and self._over.is_set():
            picture.fill(0)
