"""The page of the step "intake": add content, follow the work, and browse the items."""

from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from app.intake import Answers
from app.intake.add import AddResult
from app.intake.readers.core.address import disk_path
from app.intake.source_details import SourceDetails
from app.messages import Words
from app.scan.scan import ScanResult
from face.types import Reason
from storage.case import Case
from storage.errors import ItemMissingError
from storage.types import ItemDetail, ItemState
from ui.models.item_loader import ItemLoader
from ui.models.item_table import ItemTable
from ui.pages.acting_role_choice import ActingRoleChoice
from ui.pages.intake.add_panel import AddPanel
from ui.pages.intake.item_list import ItemList
from ui.pages.intake.outcome import IntakeOutcome
from ui.pages.intake.provenance_editor import ProvenanceEditor
from ui.pages.intake.questions import ReaderQuestions
from ui.pages.page import Page
from ui.pages.scan.notices import PackNotice, RescanNotice
from ui.session.session import Session
from ui.widgets.buttons import button
from ui.widgets.file_chooser import ChooserMode, accept_copy, local_files
from ui.widgets.labels import notice, paragraph, show_notice
from ui.widgets.layouts import column, row
from ui.widgets.task_line import TaskLine
from ui.worker import Task


class IntakePage(Page):
    """Reads the list again whenever the case changes, as long as the page is visible."""

    name = "intake"
    widest = 1100

    def __init__(self, session: Session, words: Words) -> None:
        super().__init__(session, words)
        self._followed: set[Task] = set()
        self._shown_results: tuple[AddResult | None, ScanResult | None] = (None, None)
        self.table = ItemTable(words, self)
        self._loader = ItemLoader(session, self.table, self)
        self._loader.complete.connect(self._count)
        self.notice = notice()
        self.pack_notice = PackNotice(session, words, self)
        self.pack_notice.go.connect(self.go)
        self.rescan_notice = RescanNotice(session, words, self)
        self.copy = paragraph(self.say("intake.copy"))
        self.provenance_editor = ProvenanceEditor(self)
        acting_role = ActingRoleChoice(words, session.acting_role)
        self.add_panel = AddPanel(
            words,
            self._choose,
            self.provenance_editor.link,
            self.provenance_editor.table,
            acting_role,
        )
        self.add_progress = TaskLine(words, "progress.find")
        self.scan_progress = TaskLine(words, "progress.look")
        self.outcome = IntakeOutcome(words)
        self.questions = ReaderQuestions(words)
        self.questions.answered.connect(self._answer)
        self.next_button = button(self.say("intake.next"), lambda: self.go.emit("enrol"))
        self.item_list = ItemList(words, self.table)
        self.item_list.wanted.connect(self._want)
        self.item_list.again.connect(self._try_again)
        self.item_list.go_on.connect(session.intake.scan)
        self.provenance_editor.reported.connect(self._tell)
        self.item_list.describe.connect(self.provenance_editor.items)
        self._lay_out()
        self.add_panel.bind_draft(session.drafts.provenance)
        self.item_list.search_line.setText(session.drafts.search)
        self.item_list.search_line.textChanged.connect(self._keep_search)
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
            self.pack_notice,
            self.rescan_notice,
            self.add_panel,
            self.add_progress,
            self.scan_progress,
            self.outcome,
            self.questions,
            gap=2,
        )
        body.addWidget(self.item_list, 1)
        body.addWidget(self.after)
        body.addStretch(0)
        self.fill(body)

    def enter(self) -> None:
        """Resume an open form, and read the list."""
        self.provenance_editor.resume()
        self._update_state()
        self._loader.request()

    def leave(self) -> None:
        """Stop reading the list."""
        self._loader.stop()
        show_notice(self.notice, "")

    def _keep_search(self, text: str) -> None:
        self.session.drafts.search = text

    # adding

    def _tell(self, what: str) -> None:
        show_notice(self.notice, what)
        self.jump_to(self.notice)
        self.item_list.refresh()

    def _choose(self) -> None:
        self.choose(ChooserMode.CONTENT, self.say("intake.choose"), self._add)

    def _add(self, paths: list[Path]) -> None:
        if self.session.intake.adding is not None:
            show_notice(self.notice, self.say("intake.busy"))
            return
        show_notice(self.notice, "")
        self.session.intake.add(paths, self.add_panel.take_details())

    def _try_again(self) -> None:
        """Add again what was never read, then scan again what failed."""
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
        """Add again what could not be read without these answers."""
        if self.session.intake.adding is None:
            self.session.intake.add_with_answers(answers)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if self.add_panel.isVisible() and accept_copy(event):
            self.add_panel.set_dragged_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        self.add_panel.set_dragged_over(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        self.add_panel.set_dragged_over(False)
        if not self.add_panel.isVisible() or not accept_copy(event):
            return
        paths, all_here = local_files(event.mimeData())
        if paths:
            self._add(paths)
        if not all_here:
            show_notice(self.notice, self.say("intake.remote"))

    # what is under way, and what it did

    def _follow(self) -> None:
        session = self.session
        self.add_progress.follow(session.intake.adding)
        self.scan_progress.follow(session.intake.scanning)
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
        """Put the details back into the fields, so that they need not be typed again."""
        self.add_panel.restore_details(self.session.intake.details)

    def _tell_outcome(self) -> None:
        """Show the results of adding and scanning, also after the page was rebuilt."""
        intake = self.session.intake
        added, scanned = intake.added, intake.scanned
        if (added, scanned) == self._shown_results:
            return
        ask = added is not self._shown_results[0]
        self._shown_results = added, scanned
        self.outcome.clear()
        if added is not None:
            self.outcome.show_added(added)
        if scanned is not None:
            self.outcome.show_scanned(scanned)
        if ask:
            questions = added.questions if added is not None else ()
            self.questions.ask(questions, intake.answers, forgotten=intake.answers_forgotten)

    # the list

    def _changed(self) -> None:
        if self.isVisible():
            self._loader.request()

    def _count(self) -> None:
        self.item_list.count(self.session.intake.busy)
        self._update_state()

    def _update_state(self) -> None:
        """Show and enable the parts that fit what is in the case."""
        numbers_only = self.session.is_check_copy
        busy = self.session.intake.busy
        self.copy.setVisible(numbers_only)
        self.add_panel.setVisible(not numbers_only)
        self.add_panel.add_button.setEnabled(self.session.intake.adding is None)
        self.add_panel.intro.setVisible(not self.table.rows)
        self.item_list.show_columns(numbers_only)
        self.item_list.setVisible(bool(self.table.rows))
        self.after.setVisible(bool(self.table.rows) and not busy)

    def _other_case(self) -> None:
        self._loader.forget()
        self._tell_outcome()
        self.provenance_editor.close()
        self.item_list.show_detail(None)
        self._count()
        self._changed()

    def _want(self, number: int) -> None:
        def detail(case: Case) -> ItemDetail | None:
            try:
                return case.item(number)
            except ItemMissingError:  # what stood for a file went when the file was read at last
                return None

        self.ask(detail, self.item_list.show_detail)


def _out_of_reach(case: Case) -> list[Path]:
    """Return the files and folders that hold what was never read, or what a password is needed for.

    What lies in none cannot be added.
    """
    locked = [each.item for each in case.items(ItemState.UNCHECKED) if each.reason is Reason.LOCKED]
    paths = [each.path for each in case.placeholders.items()]
    paths += [source.path for item in locked for source in case.item(item).sources]
    return [Path(path) for path in dict.fromkeys(map(disk_path, paths)) if path]
