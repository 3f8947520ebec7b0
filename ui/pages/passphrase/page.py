"""Make a case: a passphrase, what it keeps, where it lies, and its recovery code."""

from pathlib import Path

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.messages import Words
from storage.errors import CaseMissingError, CaseReadOnlyError, DiskFailedError, DiskFullError
from ui.pages.page import Page
from ui.pages.passphrase.choose_kept import ChooseKept
from ui.pages.passphrase.choose_words import ChooseWords
from ui.pages.passphrase.show_code import ShowCode
from ui.session import Session
from ui.widgets.file_chooser import Choose
from ui.widgets.layouts import column
from ui.widgets.texts import paragraph

NEW_NAME = "notes"
"""Offered for the file: says nothing, and has no ending that would."""

_HERE = {
    DiskFullError: "passphrase.disk_full",
    CaseReadOnlyError: "passphrase.no_place",
    CaseMissingError: "passphrase.no_place",
    DiskFailedError: "passphrase.no_place",
}
"""What is said in words of its own: the other words speak of a case that is there."""


class PassphrasePage(Page):
    """One part at a time; each leads to the next."""

    name = "passphrase"
    needs_case = False
    in_rail = False

    def __init__(self, session: Session, words: Words) -> None:
        super().__init__(session, words)
        self.choose_words = ChooseWords(session, words)
        self.choose_kept = ChooseKept(session, words)
        self.making = paragraph(self.say("passphrase.making"))
        self.code: ShowCode | None = None
        self._is_making = False
        # Each with what has the keyboard first. A focus proxy would lead Tab past all before it.
        self._parts: dict[QWidget, QWidget] = {
            self.choose_words: self.choose_words.drawn_radio,
            self.choose_kept: self.choose_kept.next_button,
            self.making: self.making,
        }
        self._place = column(*self._parts)
        self.fill(self._place, None)
        self.choose_words.done.connect(lambda: self._show(self.choose_kept))
        self.choose_words.back.connect(lambda: self.go.emit("start"))
        self.choose_kept.back.connect(lambda: self._show(self.choose_words))
        self.choose_kept.done.connect(self._ask_where)
        self._show(self.choose_words)

    def enter(self) -> None:
        """From the beginning, unless a code waits to be written down."""
        if self.session.code:
            self._show_code(self.session.code)
        elif not self._is_making:
            self.choose_words.begin()
            self.choose_kept.begin()
            self._show(self.choose_words)

    def _show(self, part: QWidget) -> None:
        for each in self._parts:
            each.setVisible(each is part)
        self._parts[part].setFocus()

    def _ask_where(self) -> None:
        self.choose(
            Choose.NEW_FILE,
            self.say("passphrase.where"),
            lambda paths: self._make(paths[0]),
            NEW_NAME,
        )

    def _make(self, path: Path) -> None:
        self._is_making = True
        self._show(self.making)
        self.session.create(
            path,
            self.choose_words.passphrase,
            self.choose_kept.media,
            self.choose_kept.crops,
            lambda _code: None,
            self._failed,
        )

    def _show_code(self, code: str) -> None:
        if self.code is not None:
            return
        self._is_making = False
        self.choose_words.clear()
        self.code = ShowCode(self.session, self.words, code)
        self.code.done.connect(self._written_down)
        self._parts[self.code] = self.code.written_box
        self._place.addWidget(self.code)
        self._show(self.code)

    def _written_down(self) -> None:
        if self.code:
            del self._parts[self.code]
            self.code.deleteLater()
            self.code = None
        self.session.written_down()
        self.go.emit("content")

    def _failed(self, error: Exception) -> None:
        if not isValid(self):  # it was made anew in other words
            self.session.fail(error)
            return
        self._is_making = False
        if not self.isVisible():
            self.session.fail(error)
        self._show(self.choose_kept)
        here = (self.say(key) for kind, key in _HERE.items() if isinstance(error, kind))
        self.choose_kept.say_problem(next(here, self.words.error(error)))
