"""Errors of child processes. They carry data; their words are in app/messages/."""

from app.errors import AppError, SandboxMissingError
from app.sandbox.walls import Wall


class WorkerStartError(AppError):
    """A child process did not get ready to work; `detail` says how far it came."""

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail)
        self.detail = detail


class BrokenProtocolError(AppError):
    """The other side of the pipe broke the protocol; `what` names the wrong value."""

    def __init__(self, what: str = "") -> None:
        super().__init__(what)
        self.what = what


class WeakerProtectionError(SandboxMissingError):
    """Walls around a child do not stand, and nobody has allowed that; `walls` names them."""

    def __init__(self, walls: tuple[Wall, ...] = ()) -> None:
        super().__init__(", ".join(walls))
        self.walls = walls
