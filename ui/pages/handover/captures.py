"""Screen captures that show where an item was seen: those of the case, and adding more."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.handover.captures import CaptureDetails, CapturesAdded, add_captures
from app.intake.source_details import SourceDetails
from app.messages import Words, plain_name
from storage.captures import Capture
from ui.pages.handover.item_choice import numbers_in
from ui.session.session import Session
from ui.widgets.buttons import button
from ui.widgets.choices import check_box
from ui.widgets.fields import labelled, line
from ui.widgets.labels import muted, notice, show_notice
from ui.widgets.layouts import bullet_list, column, indented, stacked, start_aligned

ChooseFiles: TypeAlias = Callable[[str, Callable[[list[Path]], None]], object]
"""Lets the person choose files under a prompt."""

MOST_LISTED = 12


class Captures(QWidget):
    """Adds captures to the case at once; a bundle contains them with the item that they show."""

    added = Signal(str)  # what of it did not go as she may think, in words

    def __init__(
        self, words: Words, session: Session, known: Sequence[Capture], choose: ChooseFiles
    ) -> None:
        super().__init__()
        self._words = words
        self._session = session
        self._choose_files = choose
        say = words.say
        name = say("handover.captures.shows")
        self.shows = line(name.replace("&", ""), say("handover.captures.hint"))
        self.shows.textChanged.connect(self._update_state)
        self.covered = check_box(say("handover.captures.covered"), False, lambda _: None)
        self.add_button = button(say("handover.captures.add"), self._choose)
        self.failure = notice()
        field = QWidget()
        field.setLayout(labelled(name, self.shows))
        self.setLayout(
            column(
                muted(say("handover.captures.what")),
                *([bullet_list(*self._known_captures(known))] if known else []),
                field,
                stacked(self.covered, indented(muted(say("handover.captures.covered.for")))),
                self.failure,
                start_aligned(self.add_button),
            )
        )
        self._update_state()

    def _known_captures(self, known: Sequence[Capture]) -> list[str]:
        said = [self._sentence(each) for each in known[:MOST_LISTED]]
        if len(known) > MOST_LISTED:
            said.append(self._words.say("handover.captures.more", count=len(known) - MOST_LISTED))
        return said

    def _sentence(self, each: Capture) -> str:
        of = "alone" if each.shows is None else "of"
        values = {"item": each.item, "shows": each.shows}
        return self._words.say(f"handover.capture.{of}.{each.kind}", **values)

    def _update_state(self) -> None:
        number = numbers_in(self.shows.text())
        self.add_button.setEnabled(len(number) == 1)

    def _choose(self) -> None:
        self._choose_files(self._words.say("handover.captures.prompt"), self._take)

    def _take(self, paths: list[Path]) -> None:
        (shows,) = numbers_in(self.shows.text())
        role = self._session.acting_role.role
        details = CaptureDetails(shows, self.covered.isChecked(), SourceDetails(role=role))
        task = self._session.run(lambda case: add_captures(case, paths, details))
        task.succeeded.connect(self._taken)
        task.failed.connect(self._fail)

    def _taken(self, done: CapturesAdded) -> None:
        if done.items:
            self._session.intake.scan()  # what nobody has looked at stays out of a bundle
            self.added.emit(self._lacks(done))
        else:
            show_notice(self.failure, self._lacks(done))

    def _lacks(self, done: CapturesAdded) -> str:
        """Return in words which captures were not added or not stored."""
        blocked = ", ".join(plain_name(each.name) for each in done.blocked)
        not_kept = ", ".join(str(item) for item in done.items if item not in done.kept)
        said = {"blocked": blocked, "not_kept": not_kept}
        say = self._words.say
        return "\n".join(
            say(f"handover.captures.{key}", names=names) for key, names in said.items() if names
        )

    def _fail(self, error: Exception) -> None:
        show_notice(self.failure, self._words.error(error))
