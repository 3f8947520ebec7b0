"""The way through what a check found, and the child process that shows pictures of it."""

from collections.abc import Callable
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from app.check.check import Answer
from app.enrol.photo_feedback import Feedback
from app.job import Job
from app.preferences import Preferences
from app.review.queue import ReviewQueue
from app.review.reveal import DisplayFilter, RevealedPicture, Reviewer
from app.sandbox.interfaces import FrameViewer
from storage.case import Case
from ui.worker import Task

if TYPE_CHECKING:
    from ui.session.session import Session

Reveal = Callable[[Case, FrameViewer], Job[Any]]


class ReviewWork(QObject):
    """Nothing of it outlives the case being open. The child runs between `prepare` and `rest`.

    Attributes:
        walk: Where she is, and what she decided; None until she begins.
        veil: How little of a picture she wants to see, until the program ends.
    """

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self.walk: ReviewQueue | None = None
        self.veil = _veil(session.preferences)
        self._preferred = self.veil
        self._session = session
        self._viewer: FrameViewer | None = None  # this and the next: in the case's thread only
        self._children = ExitStack()
        session.closed.connect(self._close)
        session.preferences_changed.connect(self._prefer)

    @property
    def answer(self) -> Answer | None:
        """What the last check found."""
        return self._session.checks.answer

    @property
    def onlooker(self) -> Reviewer:
        """Who looks, with the passwords that she gave."""
        return Reviewer(self._session.presence.role, self._session.taking_in.answers)

    def know_password(self, password: str) -> None:
        """Of an archive that a picture lies in: tried from now on, until the case is closed."""
        taking_in = self._session.taking_in
        taking_in.answers = taking_in.answers.with_password(password)

    @property
    def own_picture(self) -> RevealedPicture | None:
        """Her face, from the best of the photos that are in memory."""
        held = self._session.own_face.held
        shown = [photo for photo in held.photos if photo.number in held.pictures]
        best = min(shown, key=lambda photo: photo.feedback != (Feedback.GOOD,), default=None)
        return held.pictures[best.number] if best is not None else None

    def prepare(self) -> None:
        """Let the decoders load behind whatever she reads next."""
        self._session.aside(self._load)

    def rest(self) -> None:
        """Let the child go."""
        self._session.aside(self._unload)

    def reveal(self, make_job: Reveal) -> Task:
        """Start bringing a picture; who starts it listens to its signals."""
        return self._session.run(lambda case: make_job(case, self._load()))

    # in the thread of the case

    def _load(self) -> FrameViewer:
        if self._viewer is None:
            self._viewer = self._children.enter_context(self._session.program.viewer())
        return self._viewer

    def _unload(self) -> None:
        self._viewer = None
        self._children.close()

    # in the UI thread

    def _close(self) -> None:
        self.walk = None
        self.rest()

    def _prefer(self, preferences: Preferences) -> None:
        """What she chose for one evening stays until she chooses otherwise for always."""
        if _veil(preferences) != self._preferred:
            self.veil = self._preferred = _veil(preferences)


def _veil(preferences: Preferences) -> DisplayFilter:
    return DisplayFilter(preferences.blur, preferences.grey)
