"""The third step: the whole picture, only while a button or a key is held."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.check.check import Hit
from app.job import Progress
from app.messages import Words
from app.review.reveal import DisplayFilter, RevealedPicture, reveal
from app.scan.verified_content import SMALL
from face.errors import UnreadableMediaError
from face.types import Reason
from ui.pages.review.archive_password import ArchivePassword
from ui.pages.review.reveal_request import RevealRequest
from ui.session.session import Session
from ui.widgets.choices import tick
from ui.widgets.hold_to_show import HoldToShow

MEGABYTE = 1_000_000


class Frame(QObject):
    """The button, and how little of the picture is to be seen: widgets to be laid out."""

    def __init__(self, session: Session, words: Words, over: QWidget) -> None:
        super().__init__(over)
        self._session = session
        self._review = session.review
        self._words = words
        self._hit: Hit | None = None
        self._revealing = RevealRequest(session.review, self)
        self._revealing.came.connect(self._came)
        self._revealing.failed.connect(self._failed)
        self._revealing.progressed.connect(self._follow)
        self.locked = ArchivePassword(words)
        self.locked.answered.connect(self._know)
        self.hold = HoldToShow(
            words.say("review.hold"), over, words.say("review.opening"), words.say("review.let_go")
        )
        self.hold.wanted.connect(self._bring)
        self.hold.unwanted.connect(self._revealing.stop)
        veil = self._review.veil
        self.blur = tick(words.say("review.blur"), veil.blur, self._choose)
        self.grey = tick(words.say("review.grey"), veil.grey, self._choose)

    def is_about(self, hit: Hit) -> None:
        """Another appearance is looked at."""
        self.hold.let_go()
        self.locked.clear()
        self._hit = hit

    def _bring(self) -> None:
        if self._hit is None:
            return
        face, veil = (self._hit.item, self._hit.face), self._review.veil
        by = self._review.reviewer()
        self.locked.hide()
        self._revealing.bring(lambda case, viewer: reveal(case, viewer, *face, veil, by))

    def _follow(self, progress: Progress) -> None:
        """Only of a large file is there time to read how far it is."""
        if (progress.total or 0) > SMALL:
            done, total = (each // MEGABYTE for each in (progress.done, progress.total or 0))
            self.hold.say(self._words.say("review.reading", done=done, total=total))

    def _came(self, picture: RevealedPicture) -> None:
        self.hold.show_picture(picture)
        picture.wipe()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UnreadableMediaError) and error.reason is Reason.LOCKED:
            self.hold.say(self._words.say("review.locked.let_go"))
            self.locked.ask()
        else:
            self.hold.say(self._words.error(error))

    def _know(self, password: str) -> None:
        self._session.intake.know_password(password)
        self.hold.setFocus()

    def _choose(self, _checked: bool) -> None:
        self._review.veil = DisplayFilter(self.blur.isChecked(), self.grey.isChecked())
