"""The answer of a check in words; no colour, sound or figure suggests what to think of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget

from app.check.answer import Answer
from app.check.answer_text import (
    caution_lines,
    compared_text,
    confirmed_lines,
    differing_photos_text,
    earlier_hit_headings,
    new_hit_headings,
    next_steps,
    notes_on_hits,
    nothing_new_text,
    other_version_lines,
    unchecked_count_text,
)
from app.messages import Words
from ui.pages.check.attestation_form import pack_note, waiting_names
from ui.pages.check.unchecked import UncheckedList
from ui.pages.review.summary import ItemNumbers
from ui.session.session import Session
from ui.widgets.buttons import button, primary_button
from ui.widgets.labels import breakable, heading, muted, notice, paragraph
from ui.widgets.layouts import FlowLayout, bullet_list, clear_layout, column, panel
from ui.widgets.support import support_lines

IN_THE_WINDOW = frozenset({"look", "export", "scan"})
"""Next steps that the window words differently, since the command line names a command."""


class AnswerView(QWidget):
    """Shows what was found, how far to trust it, what to do next, and who helps."""

    go = Signal(str)
    again = Signal()

    def __init__(self, session: Session, words: Words) -> None:
        super().__init__()
        self._session = session
        self._words = words
        self.shown: Answer | None = None
        self.stale = notice(words.say("check.changed"))
        self._parts = column()
        self.setLayout(column(self.stale, self._parts))

    def show_answer(self, answer: Answer) -> None:
        """Show an answer; the view is rebuilt only for another one."""
        self.stale.setVisible(self._session.check.is_stale)
        if answer is self.shown:
            return
        self.shown = answer
        clear_layout(self._parts)
        for part in (
            self._outcome(answer),
            *self._numbers(answer),
            self._ways(answer),
            self._caution(answer),
            self._not_checked(answer),
            self._next(answer),
            self._support(),
        ):
            self._parts.addWidget(part)

    def clear(self) -> None:
        """Remove the answer."""
        self.shown = None
        clear_layout(self._parts)

    @property
    def unchecked(self) -> UncheckedList:
        """The list of what was not checked, in the answer that is shown."""
        return self._unchecked

    @property
    def first_button(self) -> QWidget:
        """The control that gets the focus when the answer comes up."""
        return self._first

    def _outcome(self, answer: Answer) -> QWidget:
        words = self._words
        new = list(new_hit_headings(answer, words).values()) or [nothing_new_text(answer, words)]
        known = [*earlier_hit_headings(answer, words).values(), *notes_on_hits(answer, words)]
        rest = [
            compared_text(answer, words),
            *other_version_lines(answer, words),
            *confirmed_lines(answer, words),
        ]
        if waited := waiting_names(answer.photos):
            rest.append(breakable(words.say("check.face_waited", names=waited)))
        count = unchecked_count_text(answer, words)
        return panel(
            *map(heading, new),
            *map(paragraph, known),
            heading(count) if answer.unchecked else muted(count),
            *map(muted, rest),
            gap=1,
        )

    def _numbers(self, answer: Answer) -> list[QWidget]:
        if not (answer.is_copy and answer.hits):
            return []
        numbers = ItemNumbers(self._words)
        numbers.show_hits(answer.hits)
        return [numbers]

    def _ways(self, answer: Answer) -> QWidget:
        say = self._words.say
        review = primary_button(say("check.review"), lambda: self.go.emit("review"))
        more = button(say("check.more_photos"), lambda: self.go.emit("enrol"))
        again = button(say("check.again"), self.again.emit)
        ways = [review, again] if answer.hits and not answer.is_copy else [more, again]
        self._first = ways[0]
        made = QWidget()
        made.setLayout(FlowLayout(*ways, gap=1))
        return made

    def _caution(self, answer: Answer) -> QWidget:
        things = [heading(self._words.say("check.cautions"))]
        if answer.differ:
            names = {photo.label: photo.name for photo in answer.photos}
            first, second = (names[label] for label in answer.differ)
            things.append(notice(breakable(differing_photos_text(first, second, self._words))))
        said = [*caution_lines(answer, self._words), pack_note(self._session, self._words)]
        things.extend(paragraph(text) for text in said if text)
        return panel(*things, gap=1)

    def _not_checked(self, answer: Answer) -> QWidget:
        self._unchecked = UncheckedList(self._words)
        self._unchecked.show_unchecked(answer.unchecked)
        made = panel(heading(self._words.say("check.unchecked")), self._unchecked, gap=1)
        if not answer.unchecked:
            made.hide()
        return made

    def _next(self, answer: Answer) -> QWidget:
        said = [self._step(step) for step in next_steps(answer)]
        steps: QLayout = bullet_list(*said)
        return panel(heading(self._words.say("next.heading")), steps, gap=1)

    def _step(self, step: str) -> str:
        if step in IN_THE_WINDOW:
            return self._words.say(f"check.next_{step}")
        # what the command line prints in lines and columns
        return " ".join(self._words.say(f"next.{step}").split())

    def _support(self) -> QWidget:
        say = self._words.say
        return panel(
            heading(say("support.heading")),
            support_lines(self._words),
            paragraph(say("support.young").strip()),
            gap=1,
        )
