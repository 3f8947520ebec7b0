"""The open case and the one worker thread that it belongs to."""

import os
from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from app.cases.errors import LastBesideCaseError
from app.job import Job
from storage.case import Case
from storage.errors import CaseMissingError, DiskFailedError, DiskFullError
from storage.opening import neighbours
from storage.types import CaseInfo, CaseKind
from ui.worker import Task, Worker


class CloseReason(Enum):
    """Why no case is open any more."""

    BY_HAND = auto()
    LOCKED = auto()
    LOST = auto()
    """The disk was removed or the file moved; the passphrase opens it once it is back."""


class NoCaseError(Exception):
    """A question came after the case was closed; nobody waits for its answer."""


class CaseHolder:
    """Holds the open case; to be used in the worker thread only."""

    def __init__(self) -> None:
        self._case: Case | None = None

    @property
    def is_empty(self) -> bool:
        """Whether no case is held; reliable while nothing is under way in the worker thread."""
        return self._case is None

    def open(self, path: Path, opener: Callable[[], tuple[Case, str]]) -> tuple[CaseInfo, str]:
        """Open another case; return its information, and the recovery code of a new one.

        If that fails, the case that was held stays open, unless it is the same file, which cannot
        be open twice.
        """
        if self._case is not None and os.path.realpath(path) == os.path.realpath(self._case.path):
            self.close()
        case, code = opener()
        try:
            self.close()
        except BaseException:
            case.close()
            raise
        self._case = case
        return case.info(), code

    def close(self) -> None:
        """Close the case; whether or not that fails, it is not held any more.

        Raises:
            LastBesideCaseError: The disk is full.
            DiskFailedError: As `Case.close`; nothing is lost.
        """
        case, self._case = self._case, None
        if case is None:
            return
        log, *_ = neighbours(case.path)
        try:
            case.close()
        except DiskFullError as error:
            raise LastBesideCaseError(str(log)) from error

    def get(self) -> Case:
        """Return the open case.

        Raises:
            NoCaseError: No case is open.
            CaseMissingError: The file is gone, and nothing written now would be kept.
        """
        if self._case is None:
            raise NoCaseError
        if not os.path.exists(self._case.path):  # noqa: PTH110 - Path.exists raises EIO
            raise CaseMissingError(str(self._case.path))
        return self._case


def is_lost(error: Exception, path: Path | None) -> bool:
    """Return whether an error says that the case's disk or file is gone."""
    return (
        path is not None
        and isinstance(error, (DiskFailedError, CaseMissingError))
        and error.path == os.path.realpath(path)
    )


R = TypeVar("R")


class OpenCase(QObject):
    """Takes questions and jobs for the case; the session handles errors that nobody else takes.

    Attributes:
        path: The path of the case, also while it is locked; else None.
        info: The information of the open case, else None.
        locked: Why the window asks for the passphrase again; None while it does not.
    """

    failed = Signal(Exception)  # what nobody else took
    opened = Signal(object)  # CaseInfo
    closed = Signal(object)  # Closed

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        self.info: CaseInfo | None = None
        self.locked: CloseReason | None = None
        self._ended_for_good = False
        self._holder = CaseHolder()
        self._worker = Worker("case", self)

    @property
    def is_open(self) -> bool:
        """Whether a case is open and not locked, and the program is not ending."""
        return self.info is not None and not self.locked and not self._ended_for_good

    @property
    def is_check_copy(self) -> bool:
        """Whether the open case is a check copy, which holds numbers only."""
        return self.info is not None and self.info.kind is CaseKind.CHECK_COPY

    @property
    def is_begun(self) -> bool:
        """Whether a model pack has scanned anything in the case."""
        return bool(self.info and self.info.packs)

    def ask(
        self,
        question: Callable[[Case], R],
        then: Callable[[R], None] | None = None,
        otherwise: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run a short function on the case, between two steps of other work."""

        def fail(error: Exception) -> None:
            if not self._report_loss(error):
                (otherwise or self.fail)(error)

        self._worker.call(lambda: question(self._holder.get()), then, fail)

    def run(self, make_job: Callable[[Case], Job[Any]]) -> Task:
        """Start a job on the case; the caller listens to the signals of the task."""
        task = self._worker.start(lambda: make_job(self._holder.get()))
        task.failed.connect(self._report_loss)
        return task

    def call_without_case(
        self,
        work: Callable[[], R],
        then: Callable[[R], None] | None = None,
        otherwise: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run a short function off the UI thread without the case; does nothing once the program
        ends.
        """
        if not self._ended_for_good:
            self._worker.call(work, then, otherwise or self.fail)

    def fail(self, error: Exception) -> None:
        """Report an error that nobody else takes."""
        self.failed.emit(error)

    def _report_loss(self, error: Exception) -> bool:
        """Return whether the error says that the case is gone, and report that in its own way."""
        raise NotImplementedError
