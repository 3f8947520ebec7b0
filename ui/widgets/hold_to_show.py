"""A button that shows a picture only while it is held down."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.review.reveal import RevealedPicture
from ui.widgets.labels import paragraph, small
from ui.widgets.layouts import column
from ui.widgets.picture import PicturePane

KEYS = (Qt.Key.Key_Space, Qt.Key.Key_F)
"""Either of them, held while the button has the keyboard, does what the mouse does."""


class HoldToShow(QPushButton):
    """Held by the mouse or a key, it covers a page with the picture; let go, all of it is gone.

    It is let go, too, when it loses the keyboard, is hidden or disabled, and when its window is
    not the active one any more.
    """

    wanted = Signal()  # it is held: bring the picture
    unwanted = Signal()  # it was let go: a picture that is still on its way is not wanted

    def __init__(self, text: str, over: QWidget, waiting: str, hint: str) -> None:
        """Make the button and the surface for the picture.

        Args:
            over: What the picture covers while it is shown.
            waiting: Said until the picture is there.
            hint: Said below the picture.
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
        """Whether the picture is wanted right now."""
        return bool(self._held_by)

    def show_picture(self, picture: RevealedPicture) -> None:
        """Show it, if the button is still held."""
        if self.is_held:
            self.surface.show_picture(picture)

    def say(self, text: str) -> None:
        """Say why there is no picture, in its place, if the button is still held."""
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
        """Its mnemonic leads to it; only a key that stays down shows anything."""
        if event.type() == QEvent.Type.Shortcut:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        if event.type() in (QEvent.Type.WindowDeactivate, QEvent.Type.EnabledChange):
            self.let_go()
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Held by the mouse."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._hold(event.button())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Let go by the mouse."""
        if event.button() in self._held_by:
            self.let_go()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """It may move while it holds."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Held by a key; what a key repeats while it is down is not another press."""
        if event.key() not in KEYS or event.modifiers():
            event.ignore()
        elif not event.isAutoRepeat():
            self._hold(event.key())

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let go by a key."""
        if event.key() not in KEYS:
            event.ignore()
        elif not event.isAutoRepeat():
            self.let_go()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Whoever goes elsewhere does not look at it any more."""
        self.let_go()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """The page is left."""
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
    """Covers a page. The mouse goes through to what is below, so that it can let go."""

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
        """Cover the page and say something in the place of the picture."""
        self.say(text)
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()

    def say(self, text: str) -> None:
        """Say something in the place of the picture."""
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
        """Stay as large as what it covers."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return False
