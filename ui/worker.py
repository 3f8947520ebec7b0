"""Work off the UI thread; the only file that starts a thread.

The worker thread never touches Qt: it leaves its reports in a queue, and a timer of the UI thread
delivers them, so that every signal is sent and received on the UI thread. (Connecting to a signal
that a worker thread emits crashes now and then.)
"""

import logging
import threading
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeAlias, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from app.job import Job, Progress

log = logging.getLogger(__name__)

R = TypeVar("R")

POLL_MS = 50

Report: TypeAlias = Callable[[], None]


class Task(QObject):
    """A job under way; it ends with one of `succeeded`, `failed` and `cancelled`, then `ended`."""

    progressed = Signal(object)  # the latest Progress
    succeeded = Signal(object)  # what the job returned
    failed = Signal(Exception)
    cancelled = Signal()
    ended = Signal()  # after any of these three

    def __init__(self, make_job: Callable[[], Job[Any]], worker: "Worker") -> None:
        super().__init__(worker)
        self._worker = worker
        self.latest: Progress | None = None
        self.reported: Progress | None = None
        self._make_job = make_job
        self._job: Job[Any] | None = None
        self._stopping = threading.Event()
        self._paused = threading.Event()

    @property
    def paused(self) -> bool:
        """True between `pause` and `resume`."""
        return self._paused.is_set()

    def pause(self) -> None:
        """Take no further step until `resume`."""
        self._paused.set()

    def resume(self) -> None:
        """Continue after `pause`."""
        self._paused.clear()
        self._worker.wake()

    def cancel(self) -> None:
        """Close the job after the step under way; what it has finished is kept."""
        self._stopping.set()
        self._worker.wake()

    @property
    def stopping(self) -> bool:
        """True from `cancel` on."""
        return self._stopping.is_set()

    @property
    def can_step(self) -> bool:
        """Whether the worker has anything to do for this task."""
        return self._stopping.is_set() or not self._paused.is_set()

    def step(self) -> Report | None:
        """Take one step in the worker thread; return the report of the end after the last one."""
        try:
            if self._stopping.is_set():
                return self._stop()
            if self._job is None:
                self._job = self._make_job()
            self.latest = next(self._job)
        except StopIteration as stop:
            return partial(self.succeeded.emit, stop.value)
        except Exception as error:  # noqa: BLE001 - it is handed to whoever started the job
            log.debug("a job failed: %s", type(error).__name__)
            return partial(self.failed.emit, error)
        return None

    def _stop(self) -> Report:
        if self._job is not None:
            self._job.close()
        return self.cancelled.emit


class Worker(QObject):
    """One thread in which jobs take turns step by step, and calls are served between two steps.

    So a question about the case is answered while a long scan goes on in the same thread, which is
    the only one that the case belongs to.
    """

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls: deque[Callable[[], None]] = deque()
        self._tasks: list[Task] = []
        self._reports: deque[Report] = deque()
        self._work = threading.Condition()
        self._ending = False
        self._outstanding = 0
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self._deliver_reports)
        self._thread = threading.Thread(target=self._run, name=name)
        self._thread.start()

    def call(
        self,
        work: Callable[[], R],
        then: Callable[[R], None] | None = None,
        otherwise: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run a short function in the thread; hand its result or its error to the UI thread.

        Raises:
            RuntimeError: The worker has ended.
        """
        self._add(lambda: self._calls.append(partial(self._do, work, then, otherwise)))

    def start(self, make_job: Callable[[], Job[Any]]) -> Task:
        """Run a job; `make_job` is called in the thread."""
        task = Task(make_job, self)
        self._add(lambda: self._tasks.append(task))
        return task

    def wake(self) -> None:
        """Make the thread look for work again, because a task was resumed or cancelled."""
        with self._work:
            self._work.notify()

    def cancel_all(self, but: Sequence[Task] = ()) -> None:
        """Cancel every job except these."""
        with self._work:
            tasks = [task for task in self._tasks if task not in but]
        for task in tasks:
            task.cancel()

    def end(self, seconds: float) -> bool:
        """Stop all jobs, finish all calls and end the thread; return False if it took too long."""
        with self._work:
            self._ending = True
            self._work.notify()
        self.cancel_all()
        self._thread.join(seconds)
        self._timer.stop()
        return not self._thread.is_alive()

    @property
    def busy(self) -> bool:
        """True while a report has not been delivered yet."""
        return self._outstanding > 0

    def _add(self, put: Callable[[], None]) -> None:
        with self._work:
            if self._ending:
                raise RuntimeError("the worker has ended")
            put()
            self._work.notify()
        self._outstanding += 1
        self._timer.start()

    # in the worker thread

    def _run(self) -> None:
        while True:
            with self._work:
                self._work.wait_for(self._has_work)
                calls, tasks = list(self._calls), list(self._tasks)
                self._calls.clear()
                if self._ending and not calls and not tasks:
                    return
            # What is cancelled first: a call may close the case that its job still uses.
            for task in tasks:
                if task.stopping:
                    self._step(task)
            for call in calls:
                call()
            for task in tasks:
                if not task.stopping and task.can_step:
                    self._step(task)

    def _has_work(self) -> bool:
        return bool(self._ending or self._calls or any(task.can_step for task in self._tasks))

    def _step(self, task: Task) -> None:
        report = task.step()
        if report is not None:
            with self._work:
                self._tasks.remove(task)
            self._reports.append(partial(self._ended, task, report))

    def _do(
        self,
        work: Callable[[], R],
        then: Callable[[R], None] | None,
        otherwise: Callable[[Exception], None] | None,
    ) -> None:
        try:
            result = work()
        except Exception as error:  # noqa: BLE001 - it is handed to whoever asked
            log.debug("a call failed: %s", type(error).__name__)
            reported = partial(otherwise, error) if otherwise else _do_nothing
        else:
            reported = partial(then, result) if then else _do_nothing
        self._reports.append(reported)

    # in the UI thread

    def _deliver_reports(self) -> None:
        for task in list(self._tasks):
            self._report_progress(task)
        while self._reports:
            report = self._reports.popleft()
            self._outstanding -= 1
            report()
        if not self._outstanding:
            self._timer.stop()

    def _ended(self, task: Task, report: Report) -> None:
        self._report_progress(task)
        report()
        task.ended.emit()
        task.deleteLater()

    def _report_progress(self, task: Task) -> None:
        latest = task.latest
        if latest is not None and latest is not task.reported:
            task.reported = latest
            task.progressed.emit(latest)


def _do_nothing() -> None:
    """Take the place of a callback that the caller did not give."""
