"""A list of hashes for a service that blocks copies."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget
from shiboken6 import isValid

from app.handover.hash_list import HashKind, WrittenHashList, write_hash_list
from app.messages import Words
from storage.case import Case
from ui.pages.handover.item_choice import count_and_numbers
from ui.pages.page import Page
from ui.session.session import Session
from ui.widgets.buttons import button
from ui.widgets.choices import radio_button
from ui.widgets.file_chooser import ChooserMode
from ui.widgets.labels import breakable, muted, notice, paragraph, show_notice
from ui.widgets.layouts import Disclosure, column, indented, panel, stacked, start_aligned


class HashListView(QWidget):
    """Chooses the kind of hashes and writes the list; folded, since few people need it."""

    def __init__(self, session: Session, words: Words, page: Page) -> None:
        super().__init__()
        self._session = session
        self._words = words
        self._page = page
        self._kind = HashKind.PDQ
        self._group = QButtonGroup(self)
        self.kinds = {kind: self._choice(kind) for kind in HashKind}
        self.save_button = button(words.say("hashes.save"), self._choose)
        self.message = notice()
        inside = panel(
            paragraph(words.say("hashes.for")),
            *(
                stacked(choice, indented(muted(words.say(f"hashes.what.{kind}"))))
                for kind, choice in self.kinds.items()
            ),
            muted(words.say("hashes.care")),
            start_aligned(self.save_button),
            self.message,
            gap=1,
        )
        self.disclosure = Disclosure(words.say("hashes.show"), words.say("hashes.hide"), inside)
        self.setLayout(column(self.disclosure))

    def _choice(self, kind: HashKind) -> QRadioButton:
        choose = partial(setattr, self, "_kind", kind)
        text = self._words.say(f"hashes.kind.{kind}")
        return radio_button(text, self._group, kind is self._kind, choose)

    def _choose(self) -> None:
        prompt = self._words.say("hashes.choose")
        name = self._words.say("hashes.file", kind=str(self._kind))
        self._page.choose(ChooserMode.NEW_FILE, prompt, self._write, name)

    def _write(self, chosen: list[Path]) -> None:
        (path,) = chosen
        kind, role = self._kind, self._session.acting_role.role
        person = self._session.handover.plan.person

        def write(case: Case) -> WrittenHashList:
            return write_hash_list(case, path, kind, role, person)

        self._session.ask(write, partial(self._written, path), self._refuse)

    def _written(self, path: Path, made: WrittenHashList) -> None:
        if not isValid(self):
            return
        say = self._words.say
        said = [say("hashes.made", path=str(path), lines=made.lines, items=len(made.items))]
        if made.left_out:
            said.append(say("hashes.left_out", **count_and_numbers(self._words, made.left_out)))
        show_notice(self.message, breakable("\n".join(said)))
        self.save_button.setFocus()

    def _refuse(self, error: Exception) -> None:
        if isValid(self):
            show_notice(self.message, self._words.error(error))
