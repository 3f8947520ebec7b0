"""Content: add what was reported, see how far it is, and what could not be checked."""

from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from app.intake import Answers
from app.intake.add import AddResult, SourceDetails
from app.intake.readers.core.address import outermost
from app.messages import Words
from app.scan.scan import ScanResult
from face.types import Reason
from storage.case import Case
from storage.errors import ItemMissingError
from storage.types import ItemDetail, State
from ui.models.item_loader import ItemReading
from ui.models.item_table import ItemTable
from ui.pages.acting_role_choice import ActingRoleChoice
from ui.pages.intake.add_panel import AddPanel
from ui.pages.intake.item_list import ItemList
from ui.pages.intake.outcome import Outcome
from ui.pages.intake.provenance_editor import EditProvenance
from ui.pages.intake.questions import Questions
from ui.pages.page import Page
from ui.pages.scan.notices import PackNotice, RescanNotice
from ui.session.session import Session
from ui.widgets.buttons import button
from ui.widgets.file_chooser import Choose, local_files, welcome
from ui.widgets.labels import notice, paragraph, show_notice
from ui.widgets.layouts import column, row
from ui.widgets.task_line import TaskLine
from ui.worker import Task


class IntakePage(Page):
    """The list is read again whenever the case changes, as long as the page is seen."""

    name = "content"
    widest = 1100

    def __init__(self, session: Session, words: Words) -> None:
        super().__init__(session, words)
        self._followed: set[Task] = set()
        self._told: tuple[AddResult | None, ScanResult | None] = (None, None)
        self.table = ItemTable(words, self)
        self._reading = ItemReading(session, self.table, self)
        self._reading.complete.connect(self._count)
        self.notice = notice()
        self.pack = PackNotice(session, words, self)
        self.pack.go.connect(self.go)
        self.otherwise = RescanNotice(session, words, self)
        self.copy = paragraph(self.say("content.copy"))
        self.describing = EditProvenance(self)
        who = ActingRoleChoice(words, session.acting_role)
        self.adding = AddPanel(
            words, self._choose, self.describing.link, self.describing.table, who
        )
        self.adding_line = TaskLine(words, "progress.find")
        self.scanning_line = TaskLine(words, "progress.look")
        self.outcome = Outcome(words)
        self.asking = Questions(words)
        self.asking.answered.connect(self._answer)
        self.next_button = button(self.say("content.next"), lambda: self.go.emit("me"))
        self.listing = ItemList(words, self.table)
        self.listing.wanted.connect(self._want)
        self.listing.again.connect(self._try_again)
        self.listing.go_on.connect(session.intake.scan)
        self.describing.told.connect(self._tell)
        self.listing.describe.connect(self.describing.items)
        self._lay_out()
        self.adding.keep_in(session.drafts.provenance)
        self.listing.search_line.setText(session.drafts.search)
        self.listing.search_line.textChanged.connect(self._keep_search)
        self.setAcceptDrops(True)
        session.intake.changed.connect(self._follow)
        session.content_changed.connect(self._changed)
        session.opened.connect(self._other_case)
        session.closed.connect(self._other_case)
        self._follow()

    def _lay_out(self) -> None:
        self.after = QWidget()
        self.after.setLayout(row(None, self.next_button))
        body = column(
            self.notice,
            self.copy,
            self.pack,
            self.otherwise,
            self.adding,
            self.adding_line,
            self.scanning_line,
            self.outcome,
            self.asking,
            gap=2,
        )
        body.addWidget(self.listing, 1)
        body.addWidget(self.after)
        body.addStretch(0)
        self.fill(body)

    def enter(self) -> None:
        """Read the list."""
        self.describing.resume()
        self._dress()
        self._reading.request()

    def leave(self) -> None:
        """The list is not read while nobody sees it."""
        self._reading.stop()
        show_notice(self.notice, "")

    def _keep_search(self, text: str) -> None:
        self.session.drafts.search = text

    # adding

    def _tell(self, what: str) -> None:
        show_notice(self.notice, what)
        self.jump_to(self.notice)
        self.listing.refresh()

    def _choose(self) -> None:
        self.choose(Choose.CONTENT, self.say("content.choose"), self._add)

    def _add(self, paths: list[Path]) -> None:
        if self.session.intake.adding is not None:
            show_notice(self.notice, self.say("content.busy"))
            return
        show_notice(self.notice, "")
        self.session.intake.add(paths, self.adding.take_told())

    def _try_again(self) -> None:
        """What was never read is added again; then everything out of reach is looked at again."""
        self.ask(_out_of_reach, self._readd)

    def _readd(self, paths: list[Path]) -> None:
        if self.session.intake.adding is not None:
            return
        if paths:
            self.session.intake.add(paths, SourceDetails(role=self.session.acting_role.role))
        else:
            self.session.intake.forget_results()
            self.session.intake.scan()

    def _answer(self, answers: Answers) -> None:
        """What could not be taken in without these answers is added once more."""
        if self.session.intake.adding is None:
            self.session.intake.add_with_answers(answers)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Files may be dropped anywhere on the page."""
        if self.adding.isVisible() and welcome(event):
            self.adding.show_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """It went away again."""
        self.adding.show_over(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Take in what lies on this computer; say what does not."""
        self.adding.show_over(False)
        if not self.adding.isVisible() or not welcome(event):
            return
        paths, all_here = local_files(event.mimeData())
        if paths:
            self._add(paths)
        if not all_here:
            show_notice(self.notice, self.say("content.remote"))

    # what is under way, and what it did

    def _follow(self) -> None:
        session = self.session
        self.adding_line.follow(session.intake.adding)
        self.scanning_line.follow(session.intake.scanning)
        self._listen(session.intake.adding, session.intake.scanning)
        self._tell_outcome()
        self._count()

    def _listen(self, adding: Task | None, scanning: Task | None) -> None:
        if adding is not None and adding not in self._followed:
            adding.failed.connect(self._not_added)
        for task in (adding, scanning):
            if task is not None and task not in self._followed:
                task.progressed.connect(self._changed)
                self._followed.add(task)
        self._followed &= {adding, scanning}

    def _not_added(self) -> None:
        """What she said about where it is from need not be typed again."""
        self.adding.put_told(self.session.intake.details)

    def _tell_outcome(self) -> None:
        """What adding and looking did; it is there as well when the page is made anew."""
        taking_in = self.session.intake
        added, scanned = taking_in.added, taking_in.scanned
        if (added, scanned) == self._told:
            return
        ask = added is not self._told[0]
        self._told = added, scanned
        self.outcome.clear()
        if added is not None:
            self.outcome.tell_added(added)
        if scanned is not None:
            self.outcome.tell_scanned(scanned)
        if ask:
            questions = added.questions if added is not None else ()
            self.asking.ask(questions, taking_in.answers, forgotten=taking_in.answers_forgotten)

    # the list

    def _changed(self) -> None:
        if self.isVisible():
            self._reading.request()

    def _count(self) -> None:
        self.listing.count(self.session.intake.busy)
        self._dress()

    def _dress(self) -> None:
        """What is on the page depends on what is in the case."""
        numbers_only = self.session.is_check_copy
        busy = self.session.intake.busy
        self.copy.setVisible(numbers_only)
        self.adding.setVisible(not numbers_only)
        self.adding.add_button.setEnabled(self.session.intake.adding is None)
        self.adding.intro.setVisible(not self.table.rows)
        self.listing.show_columns(numbers_only)
        self.listing.setVisible(bool(self.table.rows))
        self.after.setVisible(bool(self.table.rows) and not busy)

    def _other_case(self) -> None:
        self._reading.forget()
        self._tell_outcome()
        self.describing.close()
        self.listing.tell(None)
        self._count()
        self._changed()

    def _want(self, number: int) -> None:
        def detail(case: Case) -> ItemDetail | None:
            try:
                return case.item(number)
            except ItemMissingError:  # what stood for a file went when the file was read at last
                return None

        self.ask(detail, self.listing.tell)


def _out_of_reach(case: Case) -> list[Path]:
    """The files and folders that hold what was never read, or what a password is needed for.

    What lies in none cannot be added.
    """
    locked = [each.item for each in case.items(State.UNCHECKED) if each.reason is Reason.LOCKED]
    paths = [each.path for each in case.missing.items()]
    paths += [source.path for item in locked for source in case.item(item).sources]
    return [Path(path) for path in dict.fromkeys(map(outermost, paths)) if path]
