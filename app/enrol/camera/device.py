"""Cameras of this computer. A camera is opened, read and closed in one thread."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Self

import numpy as np

from app.enrol.camera.errors import CameraBusyError, CameraMissingError
from face.types import Pixels

if TYPE_CHECKING:  # the window imports this file when it starts, and OpenCV takes long
    from face.cv import cv2

LONGEST_SIDE = 960
"""Larger pictures are scaled down: recognisers take in faces of about 150 pixels."""

_BACKENDS = {"linux": "CAP_V4L2", "darwin": "CAP_AVFOUNDATION", "win32": "CAP_MSMF"}
"""The backend by platform. The ones that OpenCV tries by itself also open files and URLs."""

_DEVICES = Path("/dev")
_MOST_DEVICES = 64


class Camera(Protocol):
    """A camera that gives pictures until it is closed."""

    def read(self) -> Pixels | None:
        """Return the next picture, RGB, not mirrored; None when there is none now."""
        ...

    def close(self) -> None:
        """Release the camera."""
        ...


class LocalCamera:
    """An opened camera of this computer."""

    def __init__(self, capture: "cv2.VideoCapture") -> None:
        self._capture = capture

    @classmethod
    def open(cls, number: int) -> Self | None:
        """Open the camera of that number; None if it cannot be opened."""
        from face.cv import cv2

        if sys.platform not in _BACKENDS:
            return None
        capture = cv2.VideoCapture(number, getattr(cv2, _BACKENDS[sys.platform]))
        if not capture.isOpened():
            capture.release()
            return None
        return cls(capture)

    def read(self) -> Pixels | None:
        """Wait for the next picture and return it, RGB, not mirrored; None when reading fails."""
        from face.cv import cv2

        got, in_bgr = self._capture.read()
        if not got:
            return None
        shrunk = _shrunk(np.asarray(in_bgr, np.uint8))
        picture = np.asarray(cv2.cvtColor(shrunk, cv2.COLOR_BGR2RGB), np.uint8)
        np.asarray(in_bgr).fill(0)
        return picture

    def close(self) -> None:
        """Release the camera."""
        self._capture.release()


def open_camera(number: int | None = None) -> Camera:
    """Open a camera of this computer by its number, or the first that can be opened.

    Args:
        number: 0 to 63. Addresses and paths are refused, since they may lead to other computers.

    Raises:
        CameraMissingError: There is no camera.
        CameraBusyError: There is a camera, but the system does not give it to this program. Only
            Linux tells; elsewhere it seems to be missing, or no picture comes.
        ValueError: `number` is not such a number.
    """
    if number is not None and not (type(number) is int and 0 <= number < _MOST_DEVICES):
        raise ValueError(number)
    there = _numbers() if number is None else (number,)
    for each in there:
        if (camera := LocalCamera.open(each)) is not None:
            return camera
    if any((_DEVICES / f"video{each}").exists() for each in there):
        raise CameraBusyError
    raise CameraMissingError


def _numbers() -> tuple[int, ...]:
    if sys.platform != "linux":
        return (0,)
    names = (path.name.removeprefix("video") for path in _DEVICES.glob("video*"))
    numbers = sorted(int(name) for name in names if name.isascii() and name.isdigit())
    return tuple(each for each in numbers if each < _MOST_DEVICES)


def _shrunk(picture: Pixels) -> Pixels:
    factor = LONGEST_SIDE / max(picture.shape[:2])
    if factor >= 1:
        return picture
    from face.cv import cv2

    smaller = cv2.resize(picture, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    return np.asarray(smaller, np.uint8)
