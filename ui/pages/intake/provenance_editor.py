"""Edits the provenance of items in a form in place of the page, and saves it in the case."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from app.intake.add_link import describe_link
from app.intake.provenance import (
    FieldValues,
    ProvenanceChange,
    change_provenance,
    photo_hash,
    shared_provenance,
)
from app.intake.provenance_table import (
    ProvenanceTableError,
    TableLine,
    TableResult,
    apply_table,
    fault_lines,
    read_provenance_table,
)
from storage.case import Case
from ui.pages.intake.provenance_form import NOTHING_KNOWN, KnownProvenance, ProvenanceForm
from ui.pages.page import Page
from ui.session.drafts import OpenForm
from ui.widgets.file_chooser import ChooserMode

R = TypeVar("R")

MOST = 8
"""Faults of a table that are named; the others are counted."""


@dataclass(frozen=True, slots=True)
class _CurrentProvenance:
    """The current provenance of items, and whether the first has several sources."""

    known: KnownProvenance
    several_places: bool


class ProvenanceEditor(QObject):
    """Opens one form at a time."""

    reported = Signal(str)  # what came of it, in words

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.form: ProvenanceForm | None = None

    def link(self) -> None:
        """Open a form for a link without a file."""
        form = ProvenanceForm(
            self._page.words, self._page.say("intake.said.link"), NOTHING_KNOWN, needs="url"
        )
        self._open(form, (), self._add_link)

    def items(self, numbers: Sequence[int]) -> None:
        """Open a form with the provenance of these items."""
        if numbers:
            self._page.ask(
                partial(_current_provenance, numbers=numbers), partial(self._show, numbers)
            )

    def table(self) -> None:
        """Read the provenance of many items from a table."""
        self._page.choose(ChooserMode.FILE, self._page.say("intake.table.choose"), self._read_table)

    def resume(self) -> None:
        """Open the form again that was open when the page was rebuilt, with its draft."""
        draft = self._drafts.get(self._page.name)
        if draft is None or self.form is not None:
            return
        if draft.numbers:
            self.items(draft.numbers)
        else:
            self.link()

    def close(self) -> None:
        """Close the form without saving."""
        self._drafts.pop(self._page.name, None)
        form, self.form = self.form, None
        if form is not None and isValid(form):
            self._page.close_overlay(form)

    def _read_table(self, chosen: list[Path]) -> None:
        (path,) = chosen
        read = partial(_if_there, self, partial(self._keep_table, path))
        self._page.session.call_without_case(
            partial(read_provenance_table, path), read, self._refuse_table
        )

    def _keep_table(self, path: Path, lines: Sequence[TableLine]) -> None:
        role = self._page.session.acting_role.role
        kept = partial(_if_there, self, self._table_kept)
        question = partial(apply_table, path=path, lines=lines, role=role)
        self._page.session.ask(question, kept, self._refuse_table)

    def _table_kept(self, kept: TableResult) -> None:
        self.reported.emit(
            self._page.say("intake.table.kept", count=len(kept.changed), links=kept.links)
        )
        self._page.session.refresh()

    def _refuse_table(self, error: Exception) -> None:
        if isValid(self):
            words = self._page.words
            faults = error if isinstance(error, ProvenanceTableError) else ProvenanceTableError()
            self.reported.emit("\n".join([words.error(error), *fault_lines(faults, words, MOST)]))

    def _show(self, numbers: Sequence[int], said: _CurrentProvenance) -> None:
        say = self._page.say
        one = len(numbers) == 1
        head = (
            say("intake.said.item", item=numbers[0])
            if one
            else say("intake.said.items", count=len(numbers))
        )
        remarks = [say("intake.said.first")] if one and said.several_places else []
        form = ProvenanceForm(self._page.words, head, said.known, remarks=remarks, several=not one)
        self._open(form, numbers, partial(self._change, numbers))

    def _open(
        self, form: ProvenanceForm, numbers: Sequence[int], keep: Callable[[FieldValues], None]
    ) -> None:
        draft = self._drafts.get(self._page.name)
        if draft is not None and draft.numbers == numbers:
            form.put(draft.draft)
        self.close()
        self.form = form
        keep_draft = partial(self._keep_draft, form, numbers)
        form.edited.connect(keep_draft)
        keep_draft()
        form.kept.connect(keep)
        form.cancelled.connect(self.close)
        form.photo_wanted.connect(self._choose_photo)
        self._page.show_overlay(form, form.first)

    @property
    def _drafts(self) -> dict[str, OpenForm]:
        return self._page.session.drafts.forms

    def _keep_draft(self, form: ProvenanceForm, numbers: Sequence[int]) -> None:
        self._drafts[self._page.name] = OpenForm(numbers, form.draft)

    def _choose_photo(self) -> None:
        prompt = self._page.say("intake.said.photo.choose.prompt")
        self._page.choose(ChooserMode.FILE, prompt, self._hash_photo)

    def _hash_photo(self, photos: list[Path]) -> None:
        form = self.form
        if form is not None:
            hashed = partial(_if_there, form, form.name_photo)
            refused = partial(_if_there, form, form.refuse)
            self._page.session.call_without_case(partial(photo_hash, photos[0]), hashed, refused)

    def _add_link(self, said: FieldValues) -> None:
        role = self._page.session.acting_role.role
        self._ask(partial(describe_link, said=said, role=role), self._link_added)

    def _change(self, numbers: Sequence[int], said: FieldValues) -> None:
        role = self._page.session.acting_role.role
        missing = self.form is not None and self.form.only_missing.isChecked()
        changes = [ProvenanceChange(each, said, only_missing=missing) for each in numbers]
        self._ask(lambda case: len(change_provenance(case, changes, role)), self._changed)

    def _ask(self, question: Callable[[Case], R], then: Callable[[R], None]) -> None:
        form = self.form
        if form is not None:
            refused = partial(_if_there, form, form.refuse)
            self._page.session.ask(question, partial(_if_there, self, then), refused)

    def _link_added(self, new: bool) -> None:
        self._done("intake.link.new" if new else "intake.link.known")

    def _changed(self, count: int) -> None:
        form = "many" if count > 1 else "one" if count else "none"
        self._done(f"intake.said.kept.{form}", count)

    def _done(self, key: str, count: int = 0) -> None:
        self.close()
        self.reported.emit(self._page.say(key, count=count))
        self._page.session.refresh()


def _current_provenance(case: Case, numbers: Sequence[int]) -> _CurrentProvenance:
    return _CurrentProvenance(
        shared_provenance(case, numbers), len(case.item(numbers[0]).sources) > 1
    )


def _if_there(thing: QObject, then: Callable[[R], object], answer: R) -> None:
    if isValid(thing):
        then(answer)
