"""Errors of the camera. The way on is always the same: take photos from files instead."""

from app.errors import AppError


class CameraError(AppError):
    """Base: the camera cannot be used."""


class CameraMissingError(CameraError):
    """There is no camera, or the system does not show it to this program."""


class CameraBusyError(CameraError):
    """There is a camera and it gives no picture: another program has it, or it is forbidden."""


class CameraBlackError(CameraError):
    """The pictures are black: something covers the lens."""


class CameraLostError(CameraError):
    """The camera stopped giving pictures: it was pulled out, or another program took it."""
