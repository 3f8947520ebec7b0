"""A button that shows a picture only while it is held down."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.review.reveal import RevealedPicture
from ui.widgets.labels import paragraph, small
from ui.widgets.layouts import column
from ui.widgets.picture import PicturePane

KEYS = (Qt.Key.Key_Space, Qt.Key.Key_F)
"""Keys that, held while the button has the focus, do what the mouse does."""


class HoldToShow(QPushButton):
    """Held by mouse or key, it covers a page with a picture; released, it wipes the picture.

    It is also released when it loses the focus, is hidden or disabled, and when its window is no
    longer active.
    """

    wanted = Signal()  # it is held: bring the picture
    unwanted = Signal()  # it was let go: a picture that is still on its way is not wanted

    def __init__(self, text: str, over: QWidget, waiting: str, hint: str) -> None:
        """Create the button and the cover for the picture.

        Args:
            over: The widget that the picture covers.
            waiting: The text until the picture is there.
            hint: The text below the picture.
        """
        super().__init__(text)
        self.setProperty("role", "button")
        self.setAccessibleName(text.replace("&", ""))
        self.setAccessibleDescription(hint)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.surface = PictureCover(over, self.accessibleName(), hint)
        self._waiting = waiting
        self._held_by: set[object] = set()

    @property
    def is_held(self) -> bool:
        """Whether the button is held now."""
        return bool(self._held_by)

    def show_picture(self, picture: RevealedPicture) -> None:
        """Show the picture if the button is still held."""
        if self.is_held:
            self.surface.show_picture(picture)

    def say(self, text: str) -> None:
        """Say why there is no picture if the button is still held."""
        if self.is_held:
            self.surface.say(text)

    def let_go(self) -> None:
        """Hide the picture at once."""
        self.surface.clear()
        if self._held_by:
            self._held_by.clear()
            self.setDown(False)
            self.unwanted.emit()

    # what holds it, and what lets it go

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Shortcut:  # a mnemonic cannot be held, so it shows nothing
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        if event.type() in (QEvent.Type.WindowDeactivate, QEvent.Type.EnabledChange):
            self.let_go()
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() == Qt.MouseButton.LeftButton:
            self._hold(event.button())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() in self._held_by:
            self.let_go()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Ignore movements while the button is held."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() not in KEYS or event.modifiers():
            event.ignore()
        elif not event.isAutoRepeat():
            self._hold(event.key())

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() not in KEYS:
            event.ignore()
        elif not event.isAutoRepeat():
            self.let_go()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        self.let_go()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        self.let_go()
        super().hideEvent(event)

    def _hold(self, by: object) -> None:
        first = not self._held_by
        self._held_by.add(by)
        if first:
            self.setDown(True)
            self.surface.cover(self._waiting)
            self.wanted.emit()


class PictureCover(QWidget):
    """Covers a page; mouse events pass through, so that the button below sees the release."""

    def __init__(self, over: QWidget, name: str, hint: str) -> None:
        super().__init__(over)
        self._over = over
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.pane = PicturePane(name, QSize(1, 1))
        self.words = paragraph()
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        below = small(hint)
        below.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # Whichever of the two is there takes the room.
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.pane.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setLayout(column(self.words, self.pane, below, gap=1, margin=2))
        over.installEventFilter(self)
        self.hide()

    def cover(self, text: str) -> None:
        """Cover the page with a text in the place of the picture."""
        self.say(text)
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()

    def say(self, text: str) -> None:
        """Show a text in the place of the picture."""
        self.pane.wipe()
        self.pane.hide()
        self.words.setText(text)
        self.words.show()

    def show_picture(self, picture: RevealedPicture) -> None:
        """Show the picture."""
        self.words.hide()
        self.pane.show()
        self.pane.show_picture(picture)

    def clear(self) -> None:
        """Wipe the picture and uncover the page."""
        self.pane.wipe()
        if self.isVisible():
            self.hide()
            self._over.repaint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return False
