"""The open case, and the one thread that it belongs to."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from app.job import Job
from storage.case import Case
from ui.session.held_case import HeldCase
from ui.worker import Task, Worker

R = TypeVar("R")


class CaseThread(QObject):
    """Takes questions and jobs; a session says what comes of an error."""

    failed = Signal(Exception)  # what nobody else took

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._over = False
        self._held = HeldCase()
        self._worker = Worker("case", self)

    def ask(
        self,
        question: Callable[[Case], R],
        then: Callable[[R], None] | None = None,
        otherwise: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do one short thing with the case, between two steps of whatever else goes on."""

        def fail(error: Exception) -> None:
            if not self._sees_loss(error):
                (otherwise or self.fail)(error)

        self._worker.call(lambda: question(self._held.get()), then, fail)

    def run(self, make_job: Callable[[Case], Job[Any]]) -> Task:
        """Start a job on the case; who starts it listens to its signals."""
        task = self._worker.start(lambda: make_job(self._held.get()))
        task.failed.connect(self._sees_loss)
        return task

    def aside(
        self,
        work: Callable[[], R],
        then: Callable[[R], None] | None = None,
        otherwise: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do one short thing that needs no case away from the UI thread; nothing after the end."""
        if not self._over:
            self._worker.call(work, then, otherwise or self.fail)

    def fail(self, error: Exception) -> None:
        """Tell of it."""
        self.failed.emit(error)

    def _sees_loss(self, error: Exception) -> bool:
        """Whether the error says that the case is gone, which is told in another way."""
        raise NotImplementedError
