"""The search for the own photo that an image was made from, in a folder that she chooses."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.check.answer import Hit
from app.intake.provenance import PHOTO, ProvenanceChange, change_provenance, photo_hash
from app.messages import Words
from app.review.source_photos import ComparisonTarget, SourcePhotos, find_source_photos
from app.review.source_photos_text import other_lines, source_photo_lines
from ui.pages.page import Page
from ui.session.session import Session
from ui.widgets.buttons import button, quiet_button
from ui.widgets.file_chooser import ChooserMode
from ui.widgets.labels import breakable, muted, notice, paragraph, show_notice
from ui.widgets.layouts import clear_layout, column, panel, start_aligned
from ui.widgets.task_line import TaskLine
from ui.worker import Task


class SourcePhotosView(QWidget):
    """Offers the search, and shows its result until another entry comes up."""

    def __init__(self, session: Session, words: Words, page: Page) -> None:
        super().__init__()
        self._session = session
        self._words = words
        self._page = page
        self._hit: Hit | None = None
        self._folder: Path | None = None
        self._task: Task | None = None
        self.find_button = quiet_button(words.say("sources.find"), self._choose)
        self.line = TaskLine(words, "progress.photos")
        self.notice = notice()
        self._said = column(gap=1)
        self.result = panel(self._said)
        self.result.hide()
        self.setLayout(
            column(start_aligned(self.find_button), self.line, self.notice, self.result, gap=1)
        )

    def set_hit(self, hit: Hit) -> None:
        """Change to another appearance; the result of the one before is removed."""
        self.stop()
        self._hit = hit
        self.find_button.setVisible(self._session.check.attestation is not None)

    def stop(self) -> None:
        """Cancel the search, and remove its result."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
        self._follow()
        show_notice(self.notice, "")
        self.result.hide()
        clear_layout(self._said)

    def _choose(self) -> None:
        self._page.choose(ChooserMode.FOLDER, self._words.say("sources.choose"), self._find)

    def _find(self, chosen: list[Path]) -> None:
        hit, attestation = self._hit, self._session.check.attestation
        if hit is None or attestation is None:
            return
        self.stop()
        (self._folder,) = chosen
        of, services, folder = (
            ComparisonTarget(hit.item, hit.face),
            self._session.services,
            chosen[0],
        )
        task = self._session.run(
            lambda case: find_source_photos(case, services, of, folder, attestation)
        )
        task.succeeded.connect(partial(self._found, task))
        task.failed.connect(partial(self._failed, task))
        task.ended.connect(partial(self._ended, task))
        self._task = task
        self._follow()

    def _follow(self) -> None:
        self.line.follow(self._task)
        self.find_button.setEnabled(self._task is None)

    def _found(self, task: Task, found: SourcePhotos) -> None:
        if task is not self._task or self._hit is None or not isValid(self):
            return
        for part in self._parts(self._hit.item, found):
            self._said.addWidget(part)
        self.result.show()

    def _parts(self, item: int, found: SourcePhotos) -> Iterator[QWidget]:
        for each in source_photo_lines(item, found, self._words):
            yield paragraph(breakable(each.strip()))
        if found.leads:
            self.note_button = button(
                self._words.say("sources.note"), partial(self._note, found.leads[0].photo)
            )
            yield start_aligned(self.note_button)
        for each in other_lines(found, self._words):
            yield muted(breakable(each.strip()))
        yield muted(self._words.say("sources.what"))

    def _failed(self, task: Task, error: Exception) -> None:
        if task is self._task and isValid(self):
            show_notice(self.notice, self._words.error(error))

    def _ended(self, task: Task) -> None:
        if task is self._task and isValid(self):
            self._task = None
            self._follow()

    # the photo is noted as the one that it was made from

    def _note(self, photo: str) -> None:
        if self._hit is None or self._folder is None:
            return
        path = self._folder / photo
        keep = partial(self._keep, self._hit.item)
        self._session.call_without_case(partial(photo_hash, path), keep, self._refuse)

    def _keep(self, item: int, sha256: str) -> None:
        changes = [ProvenanceChange(item, {PHOTO: sha256})]
        role = self._session.acting_role.role
        self._session.ask(
            lambda case: change_provenance(case, changes, role), self._noted, self._refuse
        )

    def _noted(self, _changed: object) -> None:
        if isValid(self):
            show_notice(self.notice, self._words.say("sources.noted"))

    def _refuse(self, error: Exception) -> None:
        if isValid(self):
            show_notice(self.notice, self._words.error(error))
