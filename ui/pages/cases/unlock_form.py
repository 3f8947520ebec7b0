"""The form that opens a chosen file by its passphrase or its recovery code."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.messages import Words, plain_name
from storage.errors import CaseMissingError, DiskFailedError, RecoveryCodeError
from ui.session.open_case import CloseReason
from ui.session.session import Session
from ui.widgets.buttons import primary_button, quiet_button
from ui.widgets.fields import PassphraseField
from ui.widgets.labels import heading, muted, notice, show_notice
from ui.widgets.layouts import FlowLayout, column

_HERE = {CaseMissingError: "start.gone", DiskFailedError: "start.gone"}
"""Errors with texts of their own in the window; the general texts speak of commands."""

_WHY = {CloseReason.LOCKED: "start.locked", CloseReason.LOST: "start.taken_out"}


class UnlockForm(QWidget):
    """Stays until the file is open or another file is wanted."""

    other = Signal()

    def __init__(self, session: Session, words: Words, path: Path) -> None:
        super().__init__()
        self.session = session
        self.words = words
        self.path = path
        self._with_code = False
        self.field = PassphraseField(words, words.say("start.passphrase"))
        self.field.entered.connect(self.open)
        self.problem = notice()
        self.waiting = muted(words.say("start.opening"))
        self.waiting.hide()
        self.open_button = primary_button(words.say("start.open_it"), self.open)
        self.code_button = quiet_button(words.say("start.lost"), self._change_key)
        self.other_button = quiet_button(words.say("start.other"), self.other.emit)
        self.setLayout(
            column(
                heading(plain_name(path.name)),
                notice(words.say(_WHY[session.locked]) if session.locked else ""),
                self.field,
                self.problem,
                self.waiting,
                FlowLayout(self.open_button, self.code_button, self.other_button, gap=2),
            )
        )
        session.opening.connect(self._wait)
        self._wait(session.is_opening)

    def open(self) -> None:
        """Try what was typed; the key derivation takes about a second, by design."""
        if not self.open_button.isEnabled():
            return
        show_notice(self.problem, "")
        if self._with_code:
            self.session.open_with_recovery_code(self.path, self.field.text, self._failed)
        else:
            self.session.open(self.path, self.field.text, self._failed)

    def clear(self) -> None:
        """Clear what was typed."""
        self.field.clear()

    def _change_key(self) -> None:
        self._with_code = not self._with_code
        say = self.words.say
        self.field.relabel(say("start.code") if self._with_code else say("start.passphrase"))
        text = say("start.not_lost") if self._with_code else say("start.lost")
        self.code_button.setText(text)
        self.code_button.setAccessibleName(text.replace("&", ""))
        show_notice(self.problem, "")
        self.field.line.setFocus()

    def _failed(self, error: Exception) -> None:
        if not isValid(self):  # the page was made anew in other words
            self.session.fail(error)
            return
        show_notice(self.problem, self._words_for(error))
        if not isinstance(error, RecoveryCodeError):  # 56 letters with one slip are not typed again
            self.field.clear()
        self.field.line.setFocus()

    def _words_for(self, error: Exception) -> str:
        for kind, key in _HERE.items():
            if isinstance(error, kind):
                return self.words.say(key, name=plain_name(self.path.name))
        return self.words.error(error)

    def _wait(self, on: bool) -> None:
        self.waiting.setVisible(on)
        for each in (self.field, self.open_button, self.code_button, self.other_button):
            each.setEnabled(not on)
