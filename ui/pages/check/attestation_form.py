"""The form before a check: whose face it is. Nothing is chosen beforehand.

It also says which own photos wait; a check goes on without them.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from app.enrol.attestation import Attestation
from app.enrol.photo_feedback import OwnPhoto
from app.messages import Words, plain_name
from app.scan.pack_text import missing_part_lines, people_text
from face.packs import DEFAULT_PACK
from ui.session.check import NEW_PERSON
from ui.session.session import Session
from ui.widgets.buttons import button, primary_button, quiet_button
from ui.widgets.choices import WrappingChoice
from ui.widgets.labels import breakable, heading, muted, notice, paragraph, show_notice, small
from ui.widgets.layouts import FlowLayout, clear_layout, column, panel


class AttestationForm(QWidget):
    """Asks whose face it is, and says which photos and which model pack will be used."""

    asked = Signal(object)  # Attestation
    back = Signal()  # to the answer of the last check
    choose = Signal()  # she wants to say which face is hers in a photo that waits

    def __init__(self, session: Session, words: Words) -> None:
        super().__init__()
        self._session = session
        self._words = words
        self._chosen: Attestation | None = None
        say = words.say
        self.choices = QButtonGroup(self)
        choices = [WrappingChoice(say(f"check.whose.{each}"), self.choices) for each in Attestation]
        self.radios = {each: made.radio for each, made in zip(Attestation, choices, strict=True)}
        self.choices.buttonToggled.connect(self._choose)
        self.person: int | None = None
        self.people = QButtonGroup(self)
        self.people_panel = QWidget()
        self._people_layout = column(gap=1)
        self.people_panel.setLayout(self._people_layout)
        self.problem = notice()
        self.what = paragraph()
        self.photos = muted()
        self.photos_to_go = notice()
        self.face_waits = notice()
        self.choose_button = button(say("check.choose_face"), self.choose.emit)
        self.pack_note = paragraph()
        self.run_button = primary_button(say("check.run"), self._ask)
        self.back_button = quiet_button(say("check.back"), self.back.emit)
        self.setLayout(
            column(
                self.what,
                panel(
                    heading(say("check.whose")),
                    small(say("check.whose_why")),
                    *choices,
                    gap=1,
                ),
                self.people_panel,
                self.pack_note,
                self.photos,
                self.photos_to_go,
                self.face_waits,
                self.problem,
                FlowLayout(self.run_button, self.choose_button, self.back_button, gap=1),
            )
        )

    def show_form(self) -> None:
        """Reset the form; an earlier choice does not count for the next check."""
        self._chosen = None
        self.choices.setExclusive(False)
        for radio in self.radios.values():
            radio.setChecked(False)
        self.choices.setExclusive(True)
        self.problem.hide()
        self._show_people()
        self.refresh()

    def refresh(self) -> None:
        """Say which photos and which model pack will be used, and which photos wait."""
        say, own_face = self._words.say, self._session.own_face
        copy = self._session.is_check_copy
        self.what.setText(say("check.what_copy" if copy else "check.what"))
        self.photos.setText(say("check.photos", count=own_face.state.used))
        to_go = own_face.waiting
        show_notice(self.photos_to_go, say("check.photos_to_go", count=to_go) if to_go else "")
        waiting = waiting_names(own_face.state.photos)
        words = say("check.face_waits", names=waiting) if waiting else ""
        show_notice(self.face_waits, breakable(words))
        self.choose_button.setVisible(bool(waiting))
        self.back_button.setVisible(self._session.check.answer is not None)
        note = pack_note(self._session, self._words)
        self.pack_note.setText(note)
        self.pack_note.setVisible(bool(note))

    def _show_people(self) -> None:
        """Ask which person it is, where somebody was checked before."""
        clear_layout(self._people_layout)
        known, held = self._session.check.people, self._session.check.person
        self.person = held
        self.people_panel.setVisible(bool(known))
        if not known:
            return
        say = self._words.say
        self._people_layout.addWidget(heading(say("check.person")))
        self._people_layout.addWidget(small(say("check.person.why")))
        one = len(known) == 1
        for number in known:
            text = say("check.person.same" if one else "check.person.number", person=number)
            self._add_person(text, number, chosen=number == held or (one and held is None))
        self._add_person(say("check.person.new"), NEW_PERSON, chosen=False)

    def _add_person(self, text: str, number: int, *, chosen: bool) -> None:
        choice = WrappingChoice(text, self.people)
        choice.radio.setChecked(chosen)
        choice.radio.clicked.connect(partial(self._choose_person, number))
        self._people_layout.addWidget(choice)

    def _choose_person(self, number: int) -> None:
        self.person = number
        self.problem.hide()

    def _choose(self) -> None:
        checked = self.choices.checkedButton()
        self._chosen = next((each for each, radio in self.radios.items() if radio is checked), None)
        self.problem.hide()

    def _ask(self) -> None:
        if self._chosen is None:
            show_notice(self.problem, self._words.say("check.say_whose"))
            next(iter(self.radios.values())).setFocus()
            return
        if self.people.buttons() and self.people.checkedButton() is None:
            show_notice(self.problem, self._words.say("check.say_person"))
            self.people.buttons()[0].setFocus()
            return
        self.asked.emit(self._chosen)


def waiting_names(photos: Sequence[OwnPhoto]) -> str:
    """Return the names of photos in which she has not said yet which face is hers, or ""."""
    return ", ".join(plain_name(photo.name) for photo in photos if photo.waits)


def pack_note(session: Session, words: Words) -> str:
    """Return whom the pack tells apart poorly, and a line for each of its missing parts."""
    installed = [pack for pack in session.packs.known if pack.installed]
    pack = next((pack for pack in installed if pack.name == session.pack), None)
    if pack is None:
        return ""
    lacking = missing_part_lines(pack, words)
    if not pack.poor_at:
        return "\n".join(lacking)
    whom = people_text(pack.poor_at, words)
    if installed == [pack] and pack.name == DEFAULT_PACK:
        return "\n".join((words.say("check.pack_built_in", people=whom), *lacking))
    used = words.say("pack.used", pack=pack.name)
    return "\n".join((f"{used} {words.say('pack.poor', people=whom)}", *lacking))
