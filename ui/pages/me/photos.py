"""The photos that were given, and what each is good for."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from app.answer import photo_worth
from app.enrol import OwnPhoto
from app.messages import Words, plain_name
from app.reveal import Picture
from ui.held_face import Held
from ui.widgets.buttons import quiet
from ui.widgets.flow import Flow
from ui.widgets.layouts import column, panel, row
from ui.widgets.picture import PicturePane
from ui.widgets.texts import breakable, paragraph, small

SIDE = 72
"""Pixels of the small picture."""


class PhotoRow(QWidget):
    """One photo: her face in it, what to say of it, and a button that removes it."""

    def __init__(
        self,
        photo: OwnPhoto,
        picture: Picture | None,
        words: Words,
        remove: Callable[[OwnPhoto], None],
    ) -> None:
        super().__init__()
        name = plain_name(photo.name)
        self.photo = photo
        self.picture = PicturePane(words.say("me.picture", name=name), QSize(SIDE, SIDE))
        self.picture.setFixedSize(SIDE, SIDE)
        self.remove_button: QPushButton = quiet(words.say("me.remove"), lambda: remove(photo))
        self.remove_button.setAccessibleName(words.say("me.remove_name", name=name))
        said = [_sentence(text) for text in photo_worth(photo, words)]
        self.said = tuple(said)
        laid = row(gap=2)
        laid.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        texts = [*map(paragraph, said), small(breakable(name))]
        laid.addLayout(column(*texts, Flow(self.remove_button), None, gap=0), 1)
        self.setLayout(column(panel(laid)))
        if picture is not None:
            self.picture.show_picture(picture)


class PhotoRows(QWidget):
    """All of them. There are never many, so each has widgets of its own."""

    def __init__(self, words: Words, remove: Callable[[OwnPhoto], None]) -> None:
        super().__init__()
        self.rows: dict[int, PhotoRow] = {}
        self._words = words
        self._remove = remove
        self._column = column(gap=1)
        self.setLayout(self._column)

    def show_held(self, held: Held) -> None:
        """Show what is held now; rows that stay are left as they are, keyboard and all."""
        there = {photo.number: photo for photo in held.photos}
        for number in [number for number in self.rows if number not in there]:
            self._drop(self.rows.pop(number))
        for number, photo in there.items():
            if number not in self.rows:
                made = PhotoRow(photo, held.pictures.get(number), self._words, self._remove)
                self.rows[number] = made
                self._column.addWidget(made)

    def _drop(self, gone: PhotoRow) -> None:
        gone.picture.wipe()
        self._column.removeWidget(gone)
        gone.hide()
        gone.deleteLater()


def _sentence(text: str) -> str:
    """The words are made to follow the name of a photo; here they stand for themselves."""
    return text[:1].upper() + text[1:]
