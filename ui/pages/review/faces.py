"""The second step: the face that came up beside hers, when she asks for it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.check.check import Hit
from app.messages import Words
from app.review.reveal import DisplayFilter, RevealedPicture, reveal_crop
from ui.pages.review.reveal_request import RevealRequest
from ui.session.session import Session
from ui.widgets.buttons import button
from ui.widgets.labels import muted, small
from ui.widgets.layouts import Flow, column
from ui.widgets.picture import PicturePane

SIDE = 160
"""Pixels of a face at the ordinary text size."""


class Faces(QWidget):
    """Hidden until its button is pressed, and again when she goes on.

    Attributes:
        button: To be laid out beside what else can be shown.
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
        self._places.setLayout(Flow(self._other_place, self._own_place, gap=3))
        self.message = muted()
        self.setLayout(column(self.message, self._places, gap=1))
        self.hide_faces()

    @property
    def shown(self) -> bool:
        """Whether they were asked for."""
        return not self.isHidden()

    def is_about(self, hit: Hit) -> None:
        """Another appearance is looked at: whatever was shown of the one before goes."""
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
        """Wipe both; nothing of them stays."""
        self._revealing.stop()
        self.own.wipe()
        self.other.wipe()
        self.hide()
        self._label_button("review.show_face")

    def _came(self, picture: RevealedPicture | None) -> None:
        own = self._session.own_face.held.best_picture
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
