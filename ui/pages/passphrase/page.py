"""Make a case: a passphrase, what it keeps, where it lies, and its recovery code."""

from pathlib import Path

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.messages import Words
from storage.errors import DiskFullError
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
        self._parts: list[QWidget] = [self.choose_words, self.choose_kept, self.making]
        self._place = column(*self._parts)
        self.fill(self._place, None)
        self.choose_words.done.connect(lambda: self._show(self.choose_kept))
        self.choose_words.back.connect(lambda: self.go.emit("start"))
        self.choose_kept.back.connect(lambda: self._show(self.choose_words))
        self.choose_kept.done.connect(self._ask_where)
        self._show(self.choose_words)

    def enter(self) -> None:
        """From the beginning, unless a code waits to be written down."""
        if self.code is None:
            self.choose_words.begin()
            self.choose_kept.begin()
            self._show(self.choose_words)

    def _show(self, part: QWidget) -> None:
        for each in self._parts:
            each.setVisible(each is part)
        part.setFocus()

    def _ask_where(self) -> None:
        self.choose(
            Choose.NEW_FILE,
            self.say("passphrase.where"),
            lambda paths: self._make(paths[0]),
            NEW_NAME,
        )

    def _make(self, path: Path) -> None:
        self._show(self.making)
        self.session.create(
            path,
            self.choose_words.passphrase,
            self.choose_kept.media,
            self.choose_kept.crops,
            self._made,
            self._failed,
        )

    def _made(self, code: str) -> None:
        if not isValid(self):
            return
        self.choose_words.clear()
        self.code = ShowCode(self.session, self.words, code)
        self.code.done.connect(self._written_down)
        self._parts.append(self.code)
        self._place.addWidget(self.code)
        self._show(self.code)

    def _written_down(self) -> None:
        if self.code:
            self._parts.remove(self.code)
            self.code.deleteLater()
            self.code = None
        self.go.emit("content")

    def _failed(self, error: Exception) -> None:
        if not isValid(self):
            return
        self._show(self.choose_kept)
        full = isinstance(error, DiskFullError)
        self.choose_kept.say_problem(
            self.say("passphrase.disk_full") if full else self.words.error(error)
        )
