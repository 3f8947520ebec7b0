"""The password of the archive that a picture lies in, asked for when it is not known any more."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.messages import Words
from ui.widgets.buttons import button
from ui.widgets.fields import PassphraseField
from ui.widgets.labels import muted, paragraph
from ui.widgets.layouts import at_start, column


class ArchivePassword(QWidget):
    """Hidden while there is nothing to ask."""

    answered = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        say = words.say
        self.password = PassphraseField(words, say("review.locked.password"))
        self.password.changed.connect(self._dress)
        self.password.entered.connect(self._answer)
        self.use_button = button(say("review.locked.use"), self._answer)
        self.setLayout(
            column(
                paragraph(say("review.locked")),
                muted(say("review.locked.what")),
                self.password,
                at_start(self.use_button),
                gap=1,
            )
        )
        self.clear()

    def ask(self) -> None:
        """Ask for it; what was typed before did not fit."""
        self.password.clear()
        self._dress()
        self.show()

    def clear(self) -> None:
        """Ask nothing; what was typed is gone."""
        self.password.clear()
        self._dress()
        self.hide()

    def _dress(self) -> None:
        self.use_button.setEnabled(bool(self.password.text))

    def _answer(self) -> None:
        password = self.password.text
        if password:
            self.clear()
            self.answered.emit(password)
