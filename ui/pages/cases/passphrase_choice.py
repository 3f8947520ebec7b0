"""The choice of a passphrase: drawn at random and typed once, or typed twice."""

import unicodedata

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget
from shiboken6 import isValid

from app.cases.keyboard import other_layout
from app.cases.passphrase import Strength, strength
from app.messages import Words
from ui.session.session import Session
from ui.widgets.buttons import button, primary_button, quiet_button
from ui.widgets.choices import check_box, radio_button
from ui.widgets.fields import PassphraseField
from ui.widgets.labels import notice, paragraph, secret, show_notice, small
from ui.widgets.layouts import FlowLayout, column

TYPING_MS = 250
"""Milliseconds after the last key before the strength is judged, so that typing stays smooth."""


class PassphraseChoice(QWidget):
    """Sets the passphrase of the new case, then emits `done`."""

    done = Signal()
    back = Signal()

    def __init__(self, session: Session, words: Words) -> None:
        super().__init__()
        self.session = session
        self.words = words
        self._new_case = session.new_case
        group = QButtonGroup(self)
        say = words.say
        self.drawn_radio = radio_button(say("make_case.use_drawn"), group, True, self._choose)
        self.own_radio = radio_button(say("make_case.use_own"), group, False, self._choose)
        self.drawn = secret("")
        self.again_button = button(say("make_case.other_words"), self._draw_others)
        self.repeated = PassphraseField(words, say("make_case.repeat"))
        self.see_again_button = button(say("make_case.see_again"), self._see_again)
        self._asks_once = False
        self.first = PassphraseField(words, say("make_case.first"))
        self.second = PassphraseField(words, say("make_case.second"))
        self.strength_text = paragraph()
        # A change of the words is read out while the keyboard is still in the line.
        self.strength_text.setAccessibleName(say("make_case.strength.empty"))
        self.weak_box = check_box(say("make_case.weak_is_wanted"), False, lambda _on: None)
        self.problem = notice()
        self._drawn_part = self._part(
            self.drawn, small(say("make_case.note_them")), FlowLayout(self.again_button)
        )
        self._repeat_part = self._part(
            paragraph(say("make_case.repeat.why")),
            self.repeated,
            FlowLayout(self.see_again_button),
        )
        self._own_part = self._part(
            self.first,
            self.strength_text,
            small(say("make_case.not_about_you")),
            self.second,
            self.weak_box,
        )
        self.next_button = primary_button(say("make_case.next"), self._next)
        self.back_button = quiet_button(say("make_case.back"), self._back)
        self.setLayout(
            column(
                paragraph(say("make_case.what")),
                self.drawn_radio,
                self._drawn_part,
                self._repeat_part,
                self.own_radio,
                self._own_part,
                self.problem,
                FlowLayout(self.next_button, self.back_button, gap=2),
            )
        )
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self._judge)
        self.first.changed.connect(self._typed)
        self.second.entered.connect(self._next)
        self.repeated.changed.connect(lambda _text: show_notice(self.problem, ""))
        self.repeated.entered.connect(self._next)

    def begin(self) -> None:
        """Show the drawn passphrase; it stays the same, since she may have written it down."""
        self.clear()
        self._asks_once = False
        self.drawn_radio.setChecked(True)
        self._show_drawn(self._new_case.drawn_passphrase(self.words.language))
        self._choose()

    def clear(self) -> None:
        """Remove every passphrase from the page."""
        self.drawn.clear()
        self.repeated.clear()
        self.first.clear()
        self.second.clear()
        self._typing.stop()
        self._judged(Strength.EMPTY)

    def _part(self, *things: QWidget | FlowLayout) -> QWidget:
        part = QWidget()
        part.setLayout(column(*things, gap=1))
        return part

    def _choose(self) -> None:
        if not hasattr(self, "_own_part"):
            return
        own = self.own_radio.isChecked()
        asks = not own and self._asks_once
        self._drawn_part.setVisible(not own and not asks)
        self._repeat_part.setVisible(asks)
        self._own_part.setVisible(own)
        for radio in (self.drawn_radio, self.own_radio):
            radio.setVisible(not asks)
        show_notice(self.problem, "")

    def _draw_others(self) -> None:
        self._show_drawn(self._new_case.redraw_passphrase(self.words.language))

    def _show_drawn(self, words: str) -> None:
        self.drawn.setText(words)
        self.drawn.setAccessibleName(words)

    def _typed(self) -> None:
        show_notice(self.problem, "")
        self._typing.start()

    def _judge(self) -> None:
        typed = self.first.text
        self.session.call_without_case(lambda: strength(typed), self._judged)

    def _judged(self, found: Strength) -> None:
        if not isValid(self):
            return
        text = self.words.say(f"make_case.strength.{found}")
        self.strength_text.setText(text)
        self.strength_text.setAccessibleName(text)
        self.weak_box.setVisible(found is Strength.WEAK)
        if found is not Strength.WEAK:
            self.weak_box.setChecked(False)

    def _next(self) -> None:
        if self.drawn_radio.isChecked():
            self._next_of_drawn()
        elif problem := self._problem_of_own():
            show_notice(self.problem, self.words.say(f"make_case.problem.{problem}"))
        else:
            typed = self.first.text
            self.session.call_without_case(lambda: strength(typed), self._take_unless_weak)

    def _next_of_drawn(self) -> None:
        """Have the drawn words typed once before they are taken, so that she has them."""
        if not self._asks_once:
            self._asks_once = True
            self._choose()
            self.repeated.line.setFocus()
        elif problem := self._problem_of_repeated():
            show_notice(self.problem, self.words.say(f"make_case.problem.{problem}"))
            self.repeated.line.setFocus()
        else:
            self._take(self.drawn.text())

    def _problem_of_repeated(self) -> str:
        typed = " ".join(self.repeated.text.split())
        if not typed:
            return "empty"
        drawn = self.drawn.text()
        if unicodedata.normalize("NFC", typed) == drawn:
            return ""
        return "other_layout" if other_layout(typed) == drawn else "unlike_drawn"

    def _see_again(self) -> None:
        self.repeated.clear()
        self._asks_once = False
        self._choose()
        self.next_button.setFocus()

    def _back(self) -> None:
        if self._asks_once:
            self._see_again()
        else:
            self.back.emit()

    def _problem_of_own(self) -> str:
        first, second = (
            unicodedata.normalize("NFC", field.text) for field in (self.first, self.second)
        )
        if not first.strip():
            return "empty"
        return "differ" if first != second else ""

    def _take_unless_weak(self, found: Strength) -> None:
        """Warn of a weak passphrase, but accept it: whoever has little time must not be held up."""
        if not isValid(self):
            return
        self._judged(found)
        if found is Strength.WEAK and not self.weak_box.isChecked():
            show_notice(self.problem, self.words.say("make_case.problem.weak"))
            self.weak_box.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._problem_of_own():
            self._take(self.first.text)

    def _take(self, passphrase: str) -> None:
        self._new_case.passphrase = passphrase
        self.repeated.clear()
        self._asks_once = False
        self._choose()
        self.done.emit()
