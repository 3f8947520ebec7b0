"""The start page: how to leave, what the program does and does not do, and the ways to a case."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLayout, QWidget

from app.messages import LANGUAGES, Words
from ui.pages.cases.unlock_form import UnlockForm
from ui.pages.page import Page
from ui.session.session import Session
from ui.widgets.buttons import button, primary_button, quiet_button
from ui.widgets.choices import Choices, check_box
from ui.widgets.file_chooser import ChooserMode
from ui.widgets.labels import heading, muted, notice, paragraph, show_notice, small
from ui.widgets.layouts import FlowLayout, bullet_list, column, panel

LINES = ("does", "offline", "does_not", "decide")


class StartPage(Page):
    """The first page that a person sees, and the one that a locked window shows."""

    name = "start"
    needs_case = False

    def __init__(self, session: Session, words: Words) -> None:
        super().__init__(session, words)
        self.unlock_form: UnlockForm | None = None
        self._intro = self._introduction()
        self._ways = self._three_ways()
        self._open = self._is_open()
        self._opening = muted(self.say("start.opening"))
        self._place = column(self._ways, self._opening, self._open)
        self.fill(
            notice("" if can_write(words.language) else Words("en").say("start.no_hangul")),
            self._languages(),
            self._intro,
            self._place,
            None,
        )
        session.opened.connect(self._opened)
        session.opening.connect(self._choose_way)
        self._choose_way()

    def enter(self) -> None:
        """Offer to open the locked case, to continue with the open one, or all three ways."""
        self._choose_way()
        if self.unlock_form:
            self.unlock_form.field.line.setFocus()

    def leave(self) -> None:
        """Clear what was typed."""
        if self.unlock_form:
            self.unlock_form.clear()

    # its parts

    def _languages(self) -> QWidget:
        languages = [(each, self.say(f"language.{each}")) for each in LANGUAGES]
        self.languages = Choices(
            self.say("start.language"), languages, self.words.language, self._speak
        )
        return self.languages

    def _introduction(self) -> QWidget:
        intro = QWidget()
        lines = bullet_list(*[self.say(f"start.{line}") for line in LINES])
        intro.setLayout(column(self._leaving(), lines, *self._young()))
        return intro

    def _leaving(self) -> QWidget:
        return panel(
            heading(self.say("start.leave")),
            paragraph(self.say("start.leave.how")),
            small(self.say("start.leave.not")),
            gap=1,
        )

    def _young(self) -> tuple[QLayout, QWidget]:
        self.young_box = check_box(self.say("start.young"), self.session.under_19, self._say_young)
        lines = ("fault", "lines", "pictures", "kept", "tell")
        self.young_text = panel(
            *[paragraph(self.say(f"start.young.{line}")) for line in lines], gap=1
        )
        self.young_text.setVisible(self.session.under_19)
        ask = paragraph(self.say("start.young.ask"))
        return column(ask, self.young_box, gap=0), self.young_text

    def _three_ways(self) -> QWidget:
        self.make_button = primary_button(self.say("start.make"), lambda: self.go.emit("make_case"))
        self.open_button = button(self.say("start.open"), lambda: self._ask_for("start.which"))
        self.copy_button = button(self.say("start.copy"), lambda: self._ask_for("start.which_copy"))
        ways = QWidget()
        ways.setLayout(FlowLayout(self.make_button, self.open_button, self.copy_button, gap=2))
        return ways

    def _is_open(self) -> QWidget:
        self.go_on_button = primary_button(self.say("start.go_on"), self._go_on)
        self.close_button = quiet_button(self.say("start.close"), self.session.close)
        self.code_waits = notice()
        return panel(
            paragraph(self.say("start.is_open")),
            self.code_waits,
            FlowLayout(self.go_on_button, self.close_button, gap=2),
        )

    # what happens

    def _choose_way(self) -> None:
        if self.session.locked and self.session.path and self.unlock_form is None:
            self._ask_passphrase(self.session.path)
        asked = self.unlock_form is not None
        self._intro.setVisible(not asked)
        opening = self.session.is_opening
        self._ways.setVisible(not asked and not opening and not self.session.is_open)
        self._opening.setVisible(not asked and opening)
        self._open.setVisible(not asked and self.session.is_open)
        show_notice(
            self.code_waits, self.say("start.code_waits") if self.session.recovery_code else ""
        )

    def _speak(self, language: str) -> None:
        if language != self.words.language:
            self.session.prefer(replace(self.session.preferences, language=language))

    def _say_young(self, young: bool) -> None:
        self.session.under_19 = young
        self.young_text.setVisible(young)

    def _ask_for(self, prompt: str) -> None:
        self.choose(
            ChooserMode.FILE, self.say(prompt), lambda paths: self._ask_passphrase(paths[0])
        )

    def _ask_passphrase(self, path: Path) -> None:
        self.unlock_form = UnlockForm(self.session, self.words, path)
        self.unlock_form.other.connect(self._other_file)
        self._place.addWidget(self.unlock_form)
        self._choose_way()
        self.unlock_form.field.line.setFocus()

    def _other_file(self) -> None:
        if self.unlock_form:
            self.unlock_form.deleteLater()
            self.unlock_form = None
        if self.session.locked:
            self.session.close()  # and the page is made anew
        self._choose_way()

    def _opened(self) -> None:
        """Continue with the case, unless she went to another page meanwhile."""
        asked, self.unlock_form = self.unlock_form, None
        if asked:
            asked.deleteLater()
        self._choose_way()
        if asked or self.isVisible():
            self._go_on()

    def _go_on(self) -> None:
        if self.session.recovery_code:
            self.go.emit("make_case")
        else:
            self.go.emit("enrol" if self.session.is_check_copy else "intake")


def can_write(language: str) -> bool:
    """Return whether a font of this computer has the letters of that language."""
    if language != "ko":
        return True
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.Korean))
