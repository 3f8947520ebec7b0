"""The own photos that were given, with feedback on each."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from app.check.answer_text import photo_feedback_lines
from app.enrol.photo_feedback import OwnPhoto
from app.messages import Words, plain_name
from ui.pages.enrol.face_choice import FaceChoice
from ui.session.own_face import OwnFaceState
from ui.widgets.buttons import quiet_button
from ui.widgets.labels import breakable, paragraph, small
from ui.widgets.layouts import FlowLayout, column, panel, row
from ui.widgets.picture import PicturePane

SIDE = 72
"""Side of a thumbnail in pixels."""


@dataclass(frozen=True, slots=True)
class PhotoActions:
    """What can be done with a photo: remove it, choose the own face in it, or choose again."""

    remove: Callable[[OwnPhoto], None]
    choose: Callable[[OwnPhoto, int], None]
    choose_again: Callable[[OwnPhoto], None]


class PhotoRow(QWidget):
    """A photo: the thumbnail of her face, the feedback, and a button that removes it.

    While the photo waits for her to choose her face, the row shows all faces in it.
    """

    def __init__(
        self, photo: OwnPhoto, state: OwnFaceState, words: Words, ways: PhotoActions
    ) -> None:
        super().__init__()
        self.photo = photo
        self.state = _state(photo, state)
        say = words.say
        self._name = plain_name(photo.name)
        self.said = tuple(_sentence(text) for text in photo_feedback_lines(photo, words))
        self.picture = PicturePane(say("enrol.picture", name=self._name), QSize(SIDE, SIDE))
        self.picture.setFixedSize(SIDE, SIDE)
        self.again_button: QPushButton | None = None
        self.choice: FaceChoice | None = None
        if photo.waits:
            offered = state.offered.get(photo.number, {})
            self.choice = FaceChoice(photo, offered, words, lambda face: ways.choose(photo, face))
        elif photo.number in state.several:
            self.again_button = quiet_button(
                say("enrol.another_face"), lambda: ways.choose_again(photo)
            )
            self.again_button.setAccessibleName(say("enrol.another_face_name", name=self._name))
        removing, named = (
            ("enrol.no_face_is_mine", "enrol.no_face_is_mine_name")
            if photo.waits
            else ("enrol.remove", "enrol.remove_name")
        )
        self.remove_button = quiet_button(say(removing), lambda: ways.remove(photo))
        self.remove_button.setAccessibleName(say(named, name=self._name))
        self.setLayout(column(self._laid_out()))
        if (picture := state.thumbnails.get(photo.number)) is not None:
            self.picture.show_picture(picture)

    @property
    def controls(self) -> tuple[QPushButton, ...]:
        """The buttons of the row, in reading order."""
        faces = self.choice.buttons if self.choice is not None else ()
        again = (self.again_button,) if self.again_button is not None else ()
        return (*faces, *again, self.remove_button)

    def wipe(self) -> None:
        """Overwrite the thumbnails, on the screen and in memory."""
        self.picture.wipe()
        if self.choice is not None:
            self.choice.wipe()

    def _laid_out(self) -> QWidget:
        again = (self.again_button,) if self.again_button is not None else ()
        texts = [*map(paragraph, self.said), small(breakable(self._name))]
        buttons = FlowLayout(*again, self.remove_button)
        if self.choice is not None:
            return panel(*texts, self.choice, buttons, gap=1)
        laid = row(gap=2)
        laid.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        laid.addLayout(column(*texts, buttons, None, gap=0), 1)
        return panel(laid)


class PhotoRows(QWidget):
    """A row for each photo; there are few, so each has widgets of its own."""

    def __init__(self, words: Words, ways: PhotoActions) -> None:
        super().__init__()
        self.rows: dict[int, PhotoRow] = {}
        self._words = words
        self._ways = ways
        self._column = column(gap=1)
        self.setLayout(self._column)

    def show_state(self, state: OwnFaceState) -> None:
        """Show the current photos; unchanged rows stay as they are, with their focus."""
        there = {photo.number: photo for photo in state.photos}
        for number, shown in list(self.rows.items()):
            if number not in there or shown.state != _state(there[number], state):
                self._drop(self.rows.pop(number))
        for place, (number, photo) in enumerate(there.items()):
            if number not in self.rows:
                made = PhotoRow(photo, state, self._words, self._ways)
                self.rows[number] = made
                self._column.insertWidget(place, made)
        self.rows = {number: self.rows[number] for number in there}

    def _drop(self, gone: PhotoRow) -> None:
        gone.wipe()
        self._column.removeWidget(gone)
        gone.hide()
        gone.deleteLater()


def _state(photo: OwnPhoto, state: OwnFaceState) -> tuple[object, ...]:
    """Return what a row depends on; it is rebuilt when this changes."""
    number = photo.number
    offered = frozenset(state.offered.get(number, ()))
    return photo, number in state.thumbnails, offered, number in state.several


def _sentence(text: str) -> str:
    """Return the text as a sentence of its own; the messages continue after a photo's name."""
    return text[:1].upper() + text[1:]
