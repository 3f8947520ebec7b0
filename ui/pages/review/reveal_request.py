"""One picture on its way from the worker, wanted until it is there or not wanted any more."""

from PySide6.QtCore import QObject, Signal

from ui.session.closed import NoCaseError
from ui.session.review import Reveal, ReviewWork
from ui.worker import Task


class RevealRequest(QObject):
    """What was asked for last is told; whatever was asked for before is dropped."""

    came = Signal(object)  # what the job returned
    failed = Signal(Exception)
    progressed = Signal(object)  # Progress

    def __init__(self, reviewing: ReviewWork, parent: QObject) -> None:
        super().__init__(parent)
        self._reviewing = reviewing
        self._task: Task | None = None

    def bring(self, make_job: Reveal) -> None:
        """Start bringing something."""
        self.stop()
        task = self._reviewing.reveal(make_job)
        task.succeeded.connect(self._come)
        task.failed.connect(self._fail)
        task.progressed.connect(self.progressed)
        self._task = task

    def stop(self) -> None:
        """It is not wanted any more."""
        task, self._task = self._task, None
        if task is not None:
            task.succeeded.disconnect(self._come)
            task.failed.disconnect(self._fail)
            task.progressed.disconnect(self.progressed)
            task.cancel()

    def _come(self, what: object) -> None:
        self._task = None
        self.came.emit(what)

    def _fail(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, NoCaseError):
            self.failed.emit(error)
