"""Check a bundle that was made: is it whole, and whose key signed it."""

from pathlib import Path

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.handover.compare import ComparedBundle, compare_bundle
from app.messages import Words, plain_name
from storage.bundle.bag import BAGIT
from ui.pages.page import Page
from ui.session.session import Session
from ui.widgets.buttons import button
from ui.widgets.choices import check_box
from ui.widgets.fields import PassphraseField, labelled, line
from ui.widgets.file_chooser import ChooserMode
from ui.widgets.labels import breakable, notice, paragraph, show_notice, strong
from ui.widgets.layouts import Disclosure, column, panel, stacked, start_aligned
from ui.widgets.task_line import TaskLine
from ui.worker import Task


class BundleCheckView(QWidget):
    """Chooses a bundle, checks it, and tells the three answers apart; folded, as few need it."""

    def __init__(self, session: Session, words: Words, page: Page) -> None:
        super().__init__()
        self._session = session
        self._words = words
        self._page = page
        self._path: Path | None = None
        say = words.say
        self.choose_button = button(say("handover.check.choose"), self._choose)
        self.chosen = strong()
        self.secret = PassphraseField(words, say("handover.check.secret"))
        self.secret.entered.connect(self.start)
        self.of_case = check_box(say("handover.check.of_case"), True, lambda _on: None)
        told = say("handover.check.fingerprint")
        self.fingerprint = line(told)
        fingerprint = QWidget()
        fingerprint.setLayout(labelled(told, self.fingerprint))
        self.start_button = button(say("handover.check.start"), self.start)
        self.start_button.setEnabled(False)
        self.progress = TaskLine(words, "handover.check.progress")
        self.problem = notice()
        self.answer = strong()
        self.details = paragraph()
        inside = panel(
            paragraph(say("handover.check.for")),
            start_aligned(self.choose_button),
            self.chosen,
            self.secret,
            self.of_case,
            fingerprint,
            start_aligned(self.start_button),
            self.progress,
            self.problem,
            stacked(self.answer, self.details, gap=1),
            gap=1,
        )
        show, hide = say("handover.check.show"), say("handover.check.hide")
        self.disclosure = Disclosure(show, hide, inside)
        self.setLayout(column(self.disclosure))
        self._show("", "", "")

    def _choose(self) -> None:
        prompt = self._words.say("handover.check.prompt")
        self._page.choose(ChooserMode.FILE, prompt, self.choose)

    def choose(self, paths: list[Path]) -> None:
        """Take the file that is to be checked; bagit.txt stands for its folder."""
        (path,) = paths
        self._path = path.parent if path.name == BAGIT else path
        text = self._words.say("handover.check.chosen", path=plain_name(str(self._path)))
        self.chosen.setText(breakable(text))
        self.start_button.setEnabled(True)
        self._show("", "", "")
        self.secret.line.setFocus()

    def start(self) -> None:
        """Check it; the passphrase is forgotten at once."""
        path = self._path
        if path is None or not self.start_button.isEnabled():
            return
        typed, told, of_case = self.secret.text, self.fingerprint.text(), self.of_case.isChecked()
        self.secret.clear()
        self._show("", "", "")
        task = self._session.run(
            lambda case: compare_bundle(case, path, typed, told, of_case=of_case)
        )
        task.succeeded.connect(self._tell)
        task.failed.connect(self._refuse)
        task.ended.connect(lambda: self._follow(None))
        self._follow(task)

    def _follow(self, task: Task | None) -> None:
        if isValid(self):
            self.progress.follow(task)
            self.start_button.setEnabled(task is None)

    def _tell(self, found: ComparedBundle) -> None:
        if isValid(self):
            words = self._words
            judgements = [text for _good, text in found.judgements(words)]
            stamps = [each.line(words) for each in found.stamps]
            litter = [
                words.say("verify.litter", name=plain_name(each)) for each in found.found.litter
            ]
            details = [*found.problem_lines(words), *judgements, *stamps, *litter]
            self._show("", words.say(f"verify.answer.{found.answer}"), "\n\n".join(details))
            self._page.jump_to(self.answer)

    def _refuse(self, error: Exception) -> None:
        if isValid(self):
            self._show(self._words.error(error), "", "")
            self.secret.line.setFocus()

    def _show(self, problem: str, answer: str, details: str) -> None:
        show_notice(self.problem, problem)
        for label, text in ((self.answer, answer), (self.details, breakable(details))):
            label.setText(text)
            label.setVisible(bool(text))
