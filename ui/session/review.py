"""The review: the queue of what a check found, and the child process that decodes pictures."""

from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from PySide6.QtCore import QObject

from app.job import Job
from app.preferences import Preferences
from app.program import Services
from app.review.queue import ReviewQueue
from app.review.reveal import DisplayFilter, Reviewer
from app.sandbox.interfaces import FrameViewer
from storage.case import Case
from ui.session.open_case import OpenCase
from ui.worker import Task

RevealJob = Callable[[Case, FrameViewer], Job[Any]]


class ReviewWork(QObject):
    """The queue lasts as long as the case is open; the child runs between `prepare` and `release`.

    Attributes:
        queue: The review queue with the decisions; None until the review begins.
        display_filter: How pictures are obscured, until the program ends.
    """

    def __init__(
        self,
        case: OpenCase,
        services: Services,
        reviewer: Callable[[], Reviewer],
        preferences: Preferences,
    ) -> None:
        """Create it without a child process.

        Args:
            reviewer: Returns who looks, with the passwords that she gave.
        """
        super().__init__(case)
        self.queue: ReviewQueue | None = None
        self.display_filter = _display_filter_of(preferences)
        self._preferred = self.display_filter
        self.reviewer = reviewer
        self._case = case
        self._open_viewer = services.viewer
        self._viewer: FrameViewer | None = None  # this and the next: in the case's thread only
        self._children = ExitStack()
        case.closed.connect(self._close)

    def prepare(self) -> None:
        """Start the child process in the background."""
        self._case.call_without_case(self._load)

    def release(self) -> None:
        """End the child process."""
        self._case.call_without_case(self._unload)

    def reveal(self, make_job: RevealJob) -> Task:
        """Start to decode a picture; the caller listens to the signals of the task."""
        return self._case.run(lambda case: make_job(case, self._load()))

    # in the thread of the case

    def _load(self) -> FrameViewer:
        if self._viewer is None:
            self._viewer = self._children.enter_context(self._open_viewer())
        return self._viewer

    def _unload(self) -> None:
        self._viewer = None
        self._children.close()

    # in the UI thread

    def _close(self) -> None:
        self.queue = None
        self.release()

    def prefer(self, preferences: Preferences) -> None:
        """Adopt a changed preference; a filter chosen for the moment stays otherwise."""
        if _display_filter_of(preferences) != self._preferred:
            self.display_filter = self._preferred = _display_filter_of(preferences)


def _display_filter_of(preferences: Preferences) -> DisplayFilter:
    return DisplayFilter(preferences.blur, preferences.grey)
