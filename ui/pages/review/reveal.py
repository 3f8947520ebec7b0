"""Pictures on demand: the two faces side by side, and the whole frame while a button is held."""

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from app.check.answer import Hit
from app.job import Progress
from app.messages import Words
from app.review.reveal import DisplayFilter, RevealedPicture, reveal, reveal_crop
from app.scan.verified_content import READ_AT_ONCE_BYTES
from face.errors import UnreadableMediaError
from face.types import Reason
from ui.session.open_case import NoCaseError
from ui.session.review import RevealJob, ReviewWork
from ui.session.session import Session
from ui.widgets.buttons import button
from ui.widgets.choices import check_box
from ui.widgets.fields import PassphraseField
from ui.widgets.hold_to_show import HoldToShow
from ui.widgets.labels import muted, paragraph, small
from ui.widgets.layouts import FlowLayout, column, start_aligned
from ui.widgets.picture import PicturePane
from ui.worker import Task


class RevealRequest(QObject):
    """Requests one picture at a time; a new request drops the one before."""

    came = Signal(object)  # what the job returned
    failed = Signal(Exception)
    progressed = Signal(object)  # Progress

    def __init__(self, review: ReviewWork, parent: QObject) -> None:
        super().__init__(parent)
        self._review = review
        self._task: Task | None = None

    def bring(self, make_job: RevealJob) -> None:
        """Start to decode a picture."""
        self.stop()
        task = self._review.reveal(make_job)
        task.succeeded.connect(self._come)
        task.failed.connect(self._fail)
        task.progressed.connect(self.progressed)
        self._task = task

    def stop(self) -> None:
        """Drop the request."""
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


class ArchivePassword(QWidget):
    """Asks for the password of the archive that contains a picture; hidden otherwise."""

    answered = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        say = words.say
        self.password = PassphraseField(words, say("review.locked.password"))
        self.password.changed.connect(self._update_state)
        self.password.entered.connect(self._answer)
        self.use_button = button(say("review.locked.use"), self._answer)
        self.setLayout(
            column(
                paragraph(say("review.locked")),
                muted(say("review.locked.what")),
                self.password,
                start_aligned(self.use_button),
                gap=1,
            )
        )
        self.clear()

    def ask(self) -> None:
        """Ask for the password; what was typed before did not fit."""
        self.password.clear()
        self._update_state()
        self.show()

    def clear(self) -> None:
        """Hide the question and clear what was typed."""
        self.password.clear()
        self._update_state()
        self.hide()

    def _update_state(self) -> None:
        self.use_button.setEnabled(bool(self.password.text))

    def _answer(self) -> None:
        password = self.password.text
        if password:
            self.clear()
            self.answered.emit(password)


SIDE = 160
"""Side of a face in pixels, at the ordinary text size."""


class FaceReveal(QWidget):
    """Shows the face that was found beside hers, between two presses of its button.

    Attributes:
        button: The button, to be laid out with others.
    """

    def __init__(self, session: Session, words: Words, side: int) -> None:
        super().__init__()
        self._session = session
        self._review = session.review
        self._words = words
        self._hit: Hit | None = None
        self._revealing = RevealRequest(session.review, self)
        self._revealing.came.connect(self._came)
        self._revealing.failed.connect(self._failed)
        self.button = button(words.say("review.show_face"), self.toggle)
        self.own = PicturePane(words.say("review.own_face"), QSize(side, side))
        self.other = PicturePane("", QSize(side, side))
        self._caption = small()
        self._own_place = _place(self.own, small(words.say("review.own_face")))
        self._other_place = _place(self.other, self._caption)
        self._places = QWidget()
        self._places.setLayout(FlowLayout(self._other_place, self._own_place, gap=3))
        self.message = muted()
        self.setLayout(column(self.message, self._places, gap=1))
        self.hide_faces()

    @property
    def shown(self) -> bool:
        """Whether the faces were asked for."""
        return not self.isHidden()

    def set_hit(self, hit: Hit) -> None:
        """Change to another appearance; faces of the one before are wiped."""
        self.hide_faces()
        self._hit = hit
        caption = self._words.say("review.other_face", item=hit.item)
        self._caption.setText(caption)
        self.other.setAccessibleName(caption)

    def toggle(self) -> None:
        """Show the two faces, or hide them again."""
        if self.shown:
            self.hide_faces()
        elif self._hit is not None:
            self._places.hide()
            self._say("review.opening")
            self.show()
            self._label_button("review.hide_face")
            face, by = (self._hit.item, self._hit.face), self._review.reviewer()
            self._revealing.bring(
                lambda case, viewer: reveal_crop(case, viewer, *face, DisplayFilter(), by)
            )

    def hide_faces(self) -> None:
        """Wipe and hide both faces."""
        self._revealing.stop()
        self.own.wipe()
        self.other.wipe()
        self.hide()
        self._label_button("review.show_face")

    def _came(self, picture: RevealedPicture | None) -> None:
        own = self._session.own_face.state.best_picture
        self.message.hide()
        if picture is None:
            self._say("review.no_crop")
            return
        self.other.show_picture(picture)
        picture.wipe()
        if own is None:
            self._say("review.no_own")
        else:
            self.own.show_picture(own)
        self._own_place.setVisible(own is not None)
        self._places.show()

    def _failed(self, error: Exception) -> None:
        self.message.setText(self._words.error(error))
        self.message.show()

    def _say(self, key: str) -> None:
        self.message.setText(self._words.say(key))
        self.message.show()

    def _label_button(self, key: str) -> None:
        text = self._words.say(key)
        self.button.setText(text)
        self.button.setAccessibleName(text.replace("&", ""))


def _place(pane: PicturePane, caption: QLabel) -> QWidget:
    place = QWidget()
    caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
    place.setLayout(column(pane, caption, gap=1))
    return place


MEGABYTE = 1_000_000


class FrameReveal(QObject):
    """Shows the whole frame while its button is held; its widgets are laid out elsewhere."""

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
        display_filter = self._review.display_filter
        self.blur = check_box(words.say("review.blur"), display_filter.blur, self._choose)
        self.grey = check_box(words.say("review.grey"), display_filter.grey, self._choose)

    def set_hit(self, hit: Hit) -> None:
        """Change to another appearance."""
        self.hold.let_go()
        self.locked.clear()
        self._hit = hit

    def _bring(self) -> None:
        if self._hit is None:
            return
        face, display_filter = (self._hit.item, self._hit.face), self._review.display_filter
        by = self._review.reviewer()
        self.locked.hide()
        self._revealing.bring(lambda case, viewer: reveal(case, viewer, *face, display_filter, by))

    def _follow(self, progress: Progress) -> None:
        """Show the progress of reading a large file."""
        if (progress.total or 0) > READ_AT_ONCE_BYTES:
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
        self._session.intake.remember_password(password)
        self.hold.setFocus()

    def _choose(self, _checked: bool) -> None:
        self._review.display_filter = DisplayFilter(self.blur.isChecked(), self.grey.isChecked())
