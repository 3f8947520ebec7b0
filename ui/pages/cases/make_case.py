"""The page that makes a case: passphrase, storage, place, and recovery code."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.messages import Words
from storage.errors import CaseMissingError, CaseReadOnlyError, DiskFailedError, DiskFullError
from ui.pages.cases.passphrase_choice import PassphraseChoice
from ui.pages.cases.recovery_code import RecoveryCodeView
from ui.pages.cases.storage_choice import StorageChoice
from ui.pages.page import Page
from ui.session.new_case import NewCaseStep
from ui.session.session import Session
from ui.widgets.file_chooser import ChooserMode
from ui.widgets.labels import paragraph
from ui.widgets.layouts import column

_HERE = {
    DiskFullError: "make_case.disk_full",
    CaseReadOnlyError: "make_case.no_place",
    CaseMissingError: "make_case.no_place",
    DiskFailedError: "make_case.no_place",
}
"""Errors with texts of their own here; the general texts speak of a case that exists."""


class MakeCasePage(Page):
    """Shows one part at a time, each leading to the next; the session keeps the current step."""

    name = "make_case"
    needs_case = False
    in_rail = False

    def __init__(self, session: Session, words: Words) -> None:
        super().__init__(session, words)
        self.passphrase_choice = PassphraseChoice(session, words)
        self.storage_choice = StorageChoice(session, words)
        self.making = paragraph(self.say("make_case.making"))
        self.recovery_code: RecoveryCodeView | None = None
        # Each with what has the keyboard first. A focus proxy would lead Tab past all before it.
        self._parts: dict[QWidget, QWidget] = {
            self.passphrase_choice: self.passphrase_choice.drawn_radio,
            self.storage_choice: self.storage_choice.next_button,
            self.making: self.making,
        }
        self._place = column(*self._parts)
        self.fill(self._place, None)
        self.passphrase_choice.done.connect(lambda: self._go_to(NewCaseStep.STORAGE))
        self.passphrase_choice.back.connect(lambda: self.go.emit("start"))
        self.storage_choice.back.connect(lambda: self._go_to(NewCaseStep.PASSPHRASE))
        self.storage_choice.done.connect(self._ask_where)
        session.new_case.failed.connect(self._failed)
        self._show(self.passphrase_choice)

    def enter(self) -> None:
        """Show the current step, or the recovery code that waits to be written down."""
        if self.session.recovery_code:
            self._show_code(self.session.recovery_code)
        else:
            self.passphrase_choice.begin()
            self.storage_choice.begin()
            self._show_step()

    def _go_to(self, step: NewCaseStep) -> None:
        self.session.new_case.step = step
        self._show_step()

    def _show_step(self) -> None:
        """Show what is asked for now, and why the case could not be made."""
        new_case = self.session.new_case
        parts = dict(
            zip(
                NewCaseStep, (self.passphrase_choice, self.storage_choice, self.making), strict=True
            )
        )
        self._show(parts[new_case.step])
        self.storage_choice.say_problem(self._words_for(new_case.failure))

    def _show(self, part: QWidget) -> None:
        for each in self._parts:
            each.setVisible(each is part)
        self._parts[part].setFocus()

    def _ask_where(self) -> None:
        self.choose(
            ChooserMode.NEW_FILE,
            self.say("make_case.where"),
            lambda paths: self._make(paths[0]),
            self.say("make_case.file_name"),
        )

    def _make(self, path: Path) -> None:
        self.session.new_case.make(path)
        self._show_step()

    def _show_code(self, code: str) -> None:
        if self.recovery_code is not None:
            return
        self.passphrase_choice.clear()
        self.recovery_code = RecoveryCodeView(self.session, self.words, code)
        self.recovery_code.done.connect(self._written_down)
        self._parts[self.recovery_code] = self.recovery_code.written_box
        self._place.addWidget(self.recovery_code)
        self._show(self.recovery_code)

    def _written_down(self) -> None:
        if self.recovery_code:
            del self._parts[self.recovery_code]
            self.recovery_code.deleteLater()
            self.recovery_code = None
        self.session.forget_recovery_code()
        self.go.emit("intake")

    def _failed(self, error: Exception) -> None:
        if not self.isVisible():
            self.session.fail(error)
        self._show_step()

    def _words_for(self, error: Exception | None) -> str:
        if error is None:
            return ""
        here = (self.say(key) for kind, key in _HERE.items() if isinstance(error, kind))
        return next(here, self.words.error(error))
