"""The page of the step "handover": plan a bundle, make it, and show the result."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QLayout, QRadioButton, QWidget

from app.handover.bundle_plan import Level
from app.handover.document_language import DocumentLanguage
from app.handover.handover_choices import LockedFor
from app.handover.requested_fields import MissingField
from app.messages import Words
from storage.case import Case
from ui.pages.acting_role_choice import ActingRoleChoice
from ui.pages.handover.bundle_check import BundleCheckView
from ui.pages.handover.captures import Captures
from ui.pages.handover.hash_list import HashListView
from ui.pages.handover.item_choice import (
    BundleContents,
    ItemChoice,
    bundle_contents,
    count_and_numbers,
    plural_form,
)
from ui.pages.handover.lock_choice import LockChoice
from ui.pages.handover.result_view import ResultView
from ui.pages.intake.provenance_editor import ProvenanceEditor
from ui.pages.page import Page
from ui.session.session import Session
from ui.widgets.buttons import button, primary_button
from ui.widgets.choices import Choices, check_box, radio_button
from ui.widgets.fields import labelled, line
from ui.widgets.file_chooser import ChooserMode
from ui.widgets.labels import breakable, muted, notice, paragraph, show_notice, strong
from ui.widgets.layouts import (
    bullet_list,
    clear_layout,
    column,
    indented,
    section,
    stacked,
    start_aligned,
)
from ui.widgets.task_line import TaskLine


class HandoverPage(Page):
    """Shows the plan until a bundle is made, then the result."""

    name = "handover"

    def __init__(self, session: Session, words: Words) -> None:
        super().__init__(session, words)
        self._handover = session.handover
        self._found: BundleContents | None = None
        self.result_view: ResultView | None = None
        self._planned: QWidget | None = None
        self.locked_before = notice()
        self._body = column(gap=3)
        self._tell(self.say("handover.reading"))
        self.fill(paragraph(self.say("handover.what")), self.locked_before, self._body, None)
        self._handover.changed.connect(self._follow)
        self.provenance_editor = ProvenanceEditor(self)
        self.provenance_editor.reported.connect(self._described)

    def enter(self) -> None:
        """Read the case again, since much may have been decided."""
        self._tell_of_lock()
        if self.session.is_check_copy:
            self._tell(self.say("handover.copy"))
        elif self.session.is_open:
            self.ask(self._contents, self._show, self._not_read)

    def leave(self) -> None:
        """Forget what was read of the case."""
        self.provenance_editor.close()
        self._found = None

    def _show(self, found: BundleContents) -> None:
        self._found = found
        if self._handover.result is not None:
            self._show_made()
        elif found.items and found.person is None:
            self._put(section(self.say("handover.person"), *self._people(found))[1])
        elif found.items:
            self._show_plan(found)
        else:
            self._tell(self.say("handover.empty"))

    def _contents(self, case: Case) -> BundleContents:
        return bundle_contents(case, self._handover.plan.person)

    def _people(self, found: BundleContents) -> list[QWidget]:
        """Ask whose bundle it is, where several people were checked."""
        self.people = QButtonGroup(self)
        return [
            muted(self.say("handover.person.why")),
            *(
                radio_button(
                    self.say("check.person.number", person=each),
                    self.people,
                    each == found.person,
                    partial(self._choose_person, each),
                )
                for each in found.people
            ),
        ]

    def _choose_person(self, person: int) -> None:
        if person != self._handover.plan.person:
            self._handover.change(person=person, numbers=None)
            self.ask(self._contents, self._show)

    def _tell_of_lock(self) -> None:
        """Say that the lock stopped a bundle."""
        stopped = self._handover.interrupted
        show_notice(self.locked_before, self.say("handover.interrupted") if stopped else "")

    def _not_read(self, error: Exception) -> None:
        """Replace the notice of reading by the error."""
        self._tell(self.words.error(error))

    def _tell(self, text: str, *things: QWidget) -> None:
        self._put(paragraph(text), *things)

    def _put(self, *things: QWidget) -> None:
        self.result_view = self._planned = None
        clear_layout(self._body)
        for each in things:
            self._body.addWidget(each)

    def _nothing_confirmed(self) -> tuple[QWidget, ...]:
        self.review_button = button(self.say("handover.review"), lambda: self.go.emit("review"))
        return paragraph(self.say("handover.nothing")), start_aligned(self.review_button)

    # the plan

    def _show_plan(self, found: BundleContents) -> None:
        self.item_choice = ItemChoice(self.words, self._handover, found)
        self.lock_choice = LockChoice(self.words, self._handover)
        self.captures = Captures(self.words, self.session, found.captures, self._choose_captures)
        self.captures.added.connect(self._captured)
        self.acting_role = ActingRoleChoice(self.words, self.session.acting_role)
        for each in (self.item_choice, self.lock_choice):
            each.changed.connect(self._update_state)
        several = len(found.people) > 1
        about = section(self.say("handover.person"), *self._people(found))[1] if several else None
        planned = stacked(
            *([about] if about is not None else []),
            *(() if found.confirmed else self._nothing_confirmed()),
            section(self.say("handover.inside"), self.item_choice)[1],
            *self._still_missing(found),
            section(self.say("handover.captures"), self.captures)[1],
            section(self.say("handover.level"), *self._levels(found.levels))[1],
            section(self.say("handover.language"), *self._languages())[1],
            section(self.say("handover.lock"), self.lock_choice)[1],
            section(self.say("handover.letters"), *self._letters())[1],
            section(self.say("who"), muted(self.say("who.why")), self.acting_role)[1],
            section(self.say("handover.where"), *self._where())[1],
            gap=3,
        )
        self.hash_list = HashListView(self.session, self.words, self)
        self.bundle_check = BundleCheckView(self.session, self.words, self)
        lists = [self.hash_list] if found.confirmed else []
        self._put(planned, self._make(), *lists, self.bundle_check)
        self._planned = planned
        self._update_state()

    def _still_missing(self, found: BundleContents) -> list[QWidget]:
        """Return the section on missing fields, if there is any item."""
        if not found.confirmed and not found.links:
            return []
        return [section(self.say("handover.gaps"), *self._gaps(found.missing_fields))[1]]

    def _gaps(self, found: Sequence[MissingField]) -> tuple[QWidget | QLayout, ...]:
        if not found:
            return (paragraph(self.say("handover.gaps.none")),)
        said = [self._gap(gap) for gap in found]
        items = sorted({item for gap in found for item in gap.items})
        fill_in = self.say(f"handover.gaps.fill.{plural_form(len(items))}")
        self.fill_button = button(fill_in, lambda: self.provenance_editor.items(items))
        why = muted(self.say("handover.gaps.why"))
        return bullet_list(*said), why, start_aligned(self.fill_button)

    def _gap(self, gap: MissingField) -> str:
        what = self.say(f"asked.{gap.asked}")
        key = f"asked.missing.{plural_form(len(gap.items))}"
        return self.say(key, what=what, **count_and_numbers(self.words, gap.items))

    def _described(self, _told: str) -> None:
        self.ask(self._contents, self._show)

    # how much of it

    def _levels(self, possible: frozenset[Level]) -> list[QWidget]:
        group = QButtonGroup(self)
        self.levels = {level: self._level(level, group) for level in Level}
        for level, choice in self.levels.items():
            choice.setEnabled(level in possible)
        return [
            stacked(choice, indented(muted(self.say(f"level.{level}.{_why(level in possible)}"))))
            for level, choice in self.levels.items()
        ]

    def _level(self, level: Level, group: QButtonGroup) -> QRadioButton:
        chosen = level is self._handover.plan.level
        change = self._handover.change
        return radio_button(self.say(f"level.{level}"), group, chosen, lambda: change(level=level))

    def _languages(self) -> tuple[QWidget, ...]:
        change = self._handover.change
        self.languages = Choices[DocumentLanguage](
            self.say("handover.language"),
            [(each, self.say(f"handover.language.{each}")) for each in DocumentLanguage],
            self._handover.plan.language,
            lambda language: change(language=language),
        )
        return muted(self.say("handover.language.what")), self.languages

    def _letters(self) -> tuple[QWidget | QLayout, ...]:
        plan, change = self._handover.plan, self._handover.change
        name, hint = self.say("handover.letters.name"), self.say("handover.letters.name.hint")
        self.name_line = line(name.replace("&", ""), hint)
        self.name_line.setText(plan.name)
        self.name_line.setEnabled(plan.letters)
        self.name_line.textEdited.connect(lambda text: change(name=text.strip()))
        self.letters_box = check_box(
            self.say("handover.letters.too"), plan.letters, self._want_letters
        )
        what = indented(muted(self.say("handover.letters.what")))
        named_so = QWidget()
        named_so.setLayout(labelled(name, self.name_line))
        self.small_set_box = check_box(
            self.say("handover.small_set.too"),
            plan.small_set,
            lambda on: change(small_set=on),
        )
        small = indented(muted(self.say("handover.small_set.what")))
        return (
            stacked(self.letters_box, what),
            indented(named_so),
            stacked(self.small_set_box, small),
        )

    def _choose_captures(self, prompt: str, then: Callable[[list[Path]], None]) -> None:
        self.choose(ChooserMode.FILES, prompt, then)

    def _captured(self, lacks: str) -> None:
        def show(found: BundleContents) -> None:
            self._show(found)
            show_notice(self.captures.failure, lacks)
            self.jump_to(self.captures, self.captures.shows)

        self.ask(self._contents, show)

    def _want_letters(self, on: bool) -> None:
        self._handover.change(letters=on)
        self.name_line.setEnabled(on)

    # where to

    def _where(self) -> tuple[QWidget, ...]:
        self.target = strong()
        self.choose_button = button(self.say("handover.choose"), self._choose)
        return (
            paragraph(self.say("handover.where.what")),
            self.target,
            start_aligned(self.choose_button),
        )

    def _choose(self) -> None:
        prompt = self.say("handover.choose.prompt")
        name = self.say(f"handover.file.{self._handover.plan.locked_for}")
        self.choose(ChooserMode.NEW_FILE, prompt, self._chosen_place, name)

    def _chosen_place(self, paths: list[Path]) -> None:
        self._handover.change(target=paths[0])
        self._handover.failure = None
        self._update_state()
        self.choose_button.setFocus()

    # making it

    def _make(self) -> QWidget:
        self.make_button = primary_button(self.say("handover.make"), self._start)
        self.lacking = muted()
        self.failure = notice()
        self.line = TaskLine(self.words, "handover.progress", "handover.stopping")
        return stacked(
            self.failure, start_aligned(self.make_button), self.lacking, self.line, gap=1
        )

    def _start(self) -> None:
        self._handover.start(self.words.language)

    def _follow(self) -> None:
        """Follow a bundle that began or ended."""
        self._tell_of_lock()
        if self._found is None:
            return
        if self._handover.result is not None or self.result_view is not None:
            self._show(self._found)
        elif self._planned is not None:
            self._update_state()
            stop, make = self.line.stop_button, self.make_button
            (make if self._handover.running is None else stop).setFocus()

    def _show_made(self) -> None:
        made = self._handover.result
        if made is not None:
            view = ResultView(self.words, self._handover, made)
            self._put(view)
            self.result_view = view
            self.jump_to(view, view.first)

    def _update_state(self) -> None:
        """Enable what the plan and the work under way allow."""
        plan, running = self._handover.plan, self._handover.running
        key = "handover.where.chosen" if plan.target else "handover.where.none"
        self.target.setText(breakable(self.say(key, path=str(plan.target))))
        if self._planned is not None:
            self._planned.setEnabled(running is None)
        self.make_button.setVisible(running is None)
        self.make_button.setEnabled(plan.is_complete)
        self.lacking.setText(
            "" if plan.is_complete else self.say(f"handover.lacking.{self._lack()}")
        )
        self.lacking.setVisible(not plan.is_complete)
        self.make_button.setAccessibleDescription(self.lacking.text())
        self.line.follow(running)
        error = self._handover.failure
        show_notice(self.failure, self.words.error(error) if error else "")

    def _lack(self) -> str:
        """Return the first thing that the plan lacks, as part of a message key."""
        plan = self._handover.plan
        if plan.items == ():
            return "numbers"
        if plan.locked_for is LockedFor.RECIPIENT and not plan.recipient:
            return "recipient"
        return "target"


def _why(possible: bool) -> str:
    return "for" if possible else "missing"
