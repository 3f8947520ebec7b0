"""What can go wrong with the child processes. Errors carry data; the words are in app/messages/."""

from app.errors import AppError


class WorkerStartError(AppError):
    """A child process did not get ready to look at media; `detail` says how far it came."""

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail)
        self.detail = detail


class BrokenProtocolError(AppError):
    """The other side of the pipe sent what it must not send; `what` names the value."""

    def __init__(self, what: str = "") -> None:
        super().__init__(what)
        self.what = what
