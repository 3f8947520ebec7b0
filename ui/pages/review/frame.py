"""The third step: the whole picture, only while a button or a key is held."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.check import Hit
from app.messages import Words
from app.reveal import Picture, Veil, reveal
from ui.pages.review.revealing import Revealing
from ui.session import Session
from ui.widgets.choices import tick
from ui.widgets.hold_to_show import HoldToShow


class Frame(QObject):
    """The button, and how little of the picture is to be seen: widgets to be laid out."""

    def __init__(self, session: Session, words: Words, over: QWidget) -> None:
        super().__init__(over)
        self._reviewing = session.reviewing
        self._words = words
        self._hit: Hit | None = None
        self._revealing = Revealing(session.reviewing, self)
        self._revealing.came.connect(self._came)
        self._revealing.failed.connect(self._failed)
        self.hold = HoldToShow(
            words.say("review.hold"), over, words.say("review.opening"), words.say("review.let_go")
        )
        self.hold.wanted.connect(self._bring)
        self.hold.unwanted.connect(self._revealing.stop)
        veil = self._reviewing.veil
        self.blur = tick(words.say("review.blur"), veil.blur, self._choose)
        self.grey = tick(words.say("review.grey"), veil.grey, self._choose)

    def is_about(self, hit: Hit) -> None:
        """Another appearance is looked at."""
        self.hold.let_go()
        self._hit = hit

    def _bring(self) -> None:
        if self._hit is None:
            return
        face, veil, role = (
            (self._hit.item, self._hit.face),
            self._reviewing.veil,
            self._reviewing.role,
        )
        self._revealing.bring(lambda case, viewer: reveal(case, viewer, *face, veil, role))

    def _came(self, picture: Picture) -> None:
        self.hold.show_picture(picture)

    def _failed(self, error: Exception) -> None:
        self.hold.say(self._words.error(error))

    def _choose(self, _checked: bool) -> None:
        self._reviewing.veil = Veil(self.blur.isChecked(), self.grey.isChecked())
