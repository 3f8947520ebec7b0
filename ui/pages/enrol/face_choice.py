"""The faces of one photo, from which the person chooses her own."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.check.answer_text import numbered_face_text, unlisted_faces_text
from app.enrol.photo_feedback import OwnPhoto
from app.messages import Words
from app.review.reveal import RevealedPicture
from ui.widgets.buttons import SingleClickButton
from ui.widgets.labels import small
from ui.widgets.layouts import FlowLayout, column
from ui.widgets.picture import PicturePane

SIDE = 96
"""Side of a thumbnail in pixels."""


class FaceButton(SingleClickButton):
    """A button with one face, its number, and its place in the photo."""

    def __init__(
        self,
        name: str,
        names: Sequence[str],
        picture: RevealedPicture | None,
        choose: Callable[[], None],
    ) -> None:
        """Show a face.

        Args:
            name: The number and place of the face.
            names: The names of all faces, so that all buttons get the same size.
        """
        super().__init__()
        self._names = names
        self.setProperty("role", "button")
        self.setAccessibleName(name)
        self.setAutoDefault(True)  # Enter presses what has the keyboard
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _checked: choose())
        self.picture = PicturePane(name, QSize(SIDE, SIDE))
        self.picture.setFixedSize(SIDE, SIDE)
        self._caption = small(name)
        self._caption.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        for each in (self.picture, self._caption):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._column = column(gap=0, margin=1)
        self._column.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(self._caption)
        self.setLayout(self._column)
        if picture is not None:
            self.picture.show_picture(picture)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        self._caption.ensurePolished()
        metrics = self._caption.fontMetrics()
        words = (metrics.horizontalAdvance(word) for name in self._names for word in name.split())
        width = max(SIDE, *words)
        room, wrapped = QRect(0, 0, width, 1 << 20), Qt.TextFlag.TextWordWrap
        text = max(metrics.boundingRect(room, wrapped, name).height() for name in self._names)
        margins = self._column.contentsMargins()
        around = QSize(margins.left() + margins.right(), margins.top() + margins.bottom())
        return QSize(width, SIDE + text) + around

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return False  # all are of one size, however many lines each caption takes

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.sizeHint()


class FaceChoice(QWidget):
    """The buttons of all faces of a photo, in reading order."""

    def __init__(
        self,
        photo: OwnPhoto,
        pictures: Mapping[int, RevealedPicture],
        words: Words,
        choose: Callable[[int], None],
    ) -> None:
        super().__init__()
        names = [numbered_face_text(face, words) for face in photo.faces]
        self.buttons = tuple(
            FaceButton(name, names, pictures.get(face.number), partial(choose, face.number))
            for name, face in zip(names, photo.faces, strict=True)
        )
        more = unlisted_faces_text(photo, words)
        self.setLayout(column(FlowLayout(*self.buttons), *([small(more)] if more else ()), gap=1))

    def wipe(self) -> None:
        """Overwrite the thumbnails, on the screen and in memory."""
        for each in self.buttons:
            each.picture.wipe()
