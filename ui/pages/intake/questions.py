"""The questions of the readers, such as the password of an archive, asked in place."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.intake import NO_ANSWERS, Answers, Question, QuestionKind
from app.messages import Words, plain_name
from ui.widgets.buttons import button, quiet_button
from ui.widgets.fields import PassphraseField, line
from ui.widgets.focus import fix_tab_order
from ui.widgets.labels import heading, muted, paragraph
from ui.widgets.layouts import FlowLayout, clear_layout, column, panel, stacked

MOST = 4
"""Names in a sentence, and questions at a time; the others are asked the next time."""


class ReaderQuestions(QWidget):
    """Hidden while there is nothing to ask.

    One password is tried on everything that is locked: archives of one room mostly share theirs,
    and those that it does not open are asked for again.
    """

    answered = Signal(object)  # Answers: those of before and these

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._before = NO_ANSWERS
        self._forgotten = False
        self.password: PassphraseField | None = None
        self.owners: dict[str, QLineEdit] = {}  # by what is asked about
        self._body = column()
        self.setLayout(self._body)
        self.hide()

    def clear(self) -> None:
        """Remove the questions and what was typed."""
        if self.password is not None:
            self.password.clear()
        self.password = None
        self.owners = {}
        clear_layout(self._body)
        self.hide()

    def ask(
        self, questions: Sequence[Question], before: Answers, *, forgotten: bool = False
    ) -> None:
        """Ask these questions.

        Args:
            before: The answers so far.
            forgotten: Whether the lock discarded other answers.
        """
        self.clear()
        if not questions:
            return
        self._before = before
        self._forgotten = forgotten
        say = self._words.say
        locked = [each for each in questions if each.asked is QuestionKind.PASSWORD]
        exported = [each for each in questions if each.asked is QuestionKind.OWNER][:MOST]
        parts = [self._password(locked)] if locked else []
        parts += [self._owner(each) for each in exported]
        self.add_button = button(say("intake.ask.add"), self._answer)
        self.leave_button = quiet_button(say("intake.ask.leave"), self.clear)
        actions = QWidget()
        actions.setLayout(FlowLayout(self.add_button, self.leave_button))
        self._body.addWidget(panel(heading(say("intake.ask")), *parts, actions))
        fix_tab_order(self)
        self._update_state()
        self.show()

    def _password(self, locked: Sequence[Question]) -> QWidget:
        say = self._words.say
        form = "one" if len(locked) == 1 else "many"
        names = self._names(each.name for each in locked)
        self.password = PassphraseField(self._words, say("intake.ask.password"))
        self.password.changed.connect(self._update_state)
        self.password.entered.connect(self._answer)
        said = paragraph(say(f"intake.ask.locked.{form}", names=names, count=len(locked)))
        return stacked(said, muted(say(self._why())), self.password, gap=1)

    def _why(self) -> str:
        if self._before.everywhere.get(QuestionKind.PASSWORD):
            return "intake.ask.wrong"
        return "intake.ask.forgotten" if self._forgotten else "intake.ask.locked.why"

    def _owner(self, question: Question) -> QWidget:
        asks = self._words.say("intake.ask.owner", name=plain_name(question.name))
        field = line(asks, self._words.say("intake.ask.owner.hint"))
        field.textChanged.connect(self._update_state)
        field.returnPressed.connect(self._answer)
        self.owners[question.path] = field
        likely = QWidget()
        likely.setLayout(
            FlowLayout(*(_fills(field, name) for name in question.choices[: 2 * MOST]))
        )
        return stacked(paragraph(asks), likely, field, gap=1)

    def _names(self, names: Iterable[str]) -> str:
        known = list(dict.fromkeys(map(plain_name, names)))
        shown = ", ".join(known[:MOST])
        more = len(known) - MOST
        return self._words.say("intake.ask.more", names=shown, count=more) if more > 0 else shown

    def _update_state(self) -> None:
        self.add_button.setEnabled(self._answers() is not None)

    def _answers(self) -> Answers | None:
        """Return all answers; None while none was typed."""
        owners = {
            (path, QuestionKind.OWNER): field.text().strip()
            for path, field in self.owners.items()
            if field.text().strip()
        }
        password = self.password.text if self.password is not None else ""
        if not owners and not password:
            return None
        before = self._before.with_password(password) if password else self._before
        return Answers({**before.here, **owners}, before.everywhere)

    def _answer(self) -> None:
        answers = self._answers()
        if answers is not None:
            self.clear()
            self.answered.emit(answers)


def _fills(field: QLineEdit, name: str) -> QWidget:
    return quiet_button(plain_name(name).replace("&", "&&"), partial(field.setText, name))
