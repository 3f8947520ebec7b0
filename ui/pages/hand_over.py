"""The page on which what she confirmed is made ready for the police or a support centre."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QButtonGroup, QLayout, QRadioButton, QWidget

from app.bundle_plan import Level, possible_levels
from app.evidence_fields import Gap, confirmed_items, gaps
from app.messages import Words
from storage.case import Case
from storage.types import State
from ui.pages.page import Page
from ui.session import Session
from ui.widgets.buttons import button, primary
from ui.widgets.choices import one_of
from ui.widgets.file_chooser import Choose
from ui.widgets.layouts import at_start, column, empty, indented, together
from ui.widgets.parts import listed, part
from ui.widgets.texts import breakable, muted, paragraph, strong

MOST_NUMBERS = 12
"""Item numbers that are named in a sentence; of more, only their count."""


@dataclass(frozen=True, slots=True)
class Inside:
    """What a bundle of the case would hold."""

    confirmed: tuple[int, ...]
    unchecked: int
    gaps: tuple[Gap, ...]


def inside(case: Case) -> Inside:
    """Read it from the case."""
    confirmed = confirmed_items(case)
    return Inside(
        confirmed, len(case.items(State.UNCHECKED)), gaps(case.item(item) for item in confirmed)
    )


class HandOverPage(Page):
    """Says what will be in the bundle, what is missing, and where it goes."""

    name = "hand_over"

    def __init__(self, session: Session, words: Words) -> None:
        super().__init__(session, words)
        self._body = column(gap=3)
        self._tell(self.say("hand_over.reading"))
        self.fill(paragraph(self.say("hand_over.what")), self._body, None)

    def enter(self) -> None:
        """Read the case again: much may have been decided since."""
        if self.session.is_check_copy:
            self._tell(self.say("hand_over.copy"))
        elif self.session.is_open:
            self.ask(inside, self._show)

    def _show(self, found: Inside) -> None:
        if not found.confirmed:
            self._tell(self.say("hand_over.nothing"), self._review_button())
            return
        empty(self._body)
        for each in (
            part(self.say("hand_over.inside"), *self._inside(found))[1],
            part(self.say("hand_over.gaps"), *self._gaps(found.gaps))[1],
            part(self.say("hand_over.level"), *self._levels())[1],
            part(self.say("hand_over.where"), *self._where())[1],
            self._make(),
        ):
            self._body.addWidget(each)

    def _tell(self, text: str, *things: QWidget) -> None:
        empty(self._body)
        for each in (paragraph(text), *things):
            self._body.addWidget(each)

    def _review_button(self) -> QWidget:
        self.review_button = primary(self.say("hand_over.review"), lambda: self.go.emit("review"))
        return at_start(self.review_button)

    # what will be in it

    def _inside(self, found: Inside) -> tuple[QWidget, ...]:
        number = _number(len(found.confirmed))
        confirmed = self.say(f"hand_over.confirmed.{number}", **self._named(found.confirmed))
        unchecked = _number(found.unchecked)
        return (
            paragraph(confirmed),
            paragraph(self.say("hand_over.facts")),
            muted(self.say(f"hand_over.unchecked.{unchecked}", count=found.unchecked)),
        )

    def _gaps(self, found: Sequence[Gap]) -> tuple[QWidget | QLayout, ...]:
        if not found:
            return (paragraph(self.say("hand_over.gaps.none")),)
        said = [self._gap(gap) for gap in found]
        return listed(*said), muted(self.say("hand_over.gaps.why"))

    def _gap(self, gap: Gap) -> str:
        what = self.say(f"asked.{gap.asked}")
        key = f"asked.missing.{_number(len(gap.items))}"
        return self.say(key, what=what, **self._named(gap.items))

    def _named(self, items: Sequence[int]) -> dict[str, object]:
        return {"count": len(items), "items": self._numbers(items)}

    def _numbers(self, items: Sequence[int]) -> str:
        shown = ", ".join(map(str, items[:MOST_NUMBERS]))
        more = len(items) - MOST_NUMBERS
        return self.say("hand_over.more", items=shown, count=more) if more > 0 else shown

    # how much of it

    def _levels(self) -> list[QWidget]:
        info = self.session.info
        possible = possible_levels(info.media, crops=info.crops) if info else frozenset()
        group = QButtonGroup(self)
        self.levels = {level: self._level(level, group) for level in Level}
        for level, choice in self.levels.items():
            choice.setEnabled(level in possible)
        return [
            together(choice, indented(muted(self.say(f"level.{level}.{_why(level in possible)}"))))
            for level, choice in self.levels.items()
        ]

    def _level(self, level: Level, group: QButtonGroup) -> QRadioButton:
        chosen = level is self.session.plan.level
        return one_of(self.say(f"level.{level}"), group, chosen, lambda: self._plan(level=level))

    # where to

    def _where(self) -> tuple[QWidget, ...]:
        self.target = strong()
        self._say_target()
        self.choose_button = button(self.say("hand_over.choose"), self._choose)
        return (
            paragraph(self.say("hand_over.where.what")),
            self.target,
            at_start(self.choose_button),
        )

    def _choose(self) -> None:
        prompt = self.say("hand_over.choose.prompt")
        self.choose(Choose.NEW_FILE, prompt, self._chosen_place, self.say("hand_over.file"))

    def _chosen_place(self, paths: list[Path]) -> None:
        self._plan(target=paths[0])
        self._say_target()
        self.choose_button.setFocus()

    def _say_target(self) -> None:
        target = self.session.plan.target
        key = "hand_over.where.chosen" if target else "hand_over.where.none"
        self.target.setText(breakable(self.say(key, path=str(target))))

    def _plan(self, **changes: Any) -> None:
        self.session.plan = replace(self.session.plan, **changes)

    # making it

    def _make(self) -> QWidget:
        self.make_button = primary(self.say("hand_over.make"), lambda: None)
        self.make_button.setEnabled(False)
        later = muted(self.say("hand_over.later"))
        self.make_button.setAccessibleDescription(later.text())
        return together(at_start(self.make_button), later, gap=1)


def _number(count: int) -> str:
    """Which form of a sentence fits."""
    return {0: "none", 1: "one"}.get(count, "many")


def _why(possible: bool) -> str:
    return "for" if possible else "missing"
