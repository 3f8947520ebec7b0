"""The page of the step "enrol"."""

from itertools import pairwise
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from app.check.answer_text import differing_photos_text
from app.enrol.camera.errors import CameraError
from app.enrol.kept_photo import ChallengeResult
from app.enrol.photo_feedback import MOST_PHOTOS, OwnPhoto
from app.messages import Words
from face.errors import ModelError
from ui.pages.enrol.camera_panel import CameraPanel
from ui.pages.enrol.photo_rows import PhotoActions, PhotoRows
from ui.pages.page import Page
from ui.pages.scan.notices import PackNotice, RescanNotice
from ui.session.session import Session
from ui.theme.style import UNIT
from ui.widgets.buttons import button, primary_button
from ui.widgets.file_chooser import ChooserMode, accept_copy, local_files
from ui.widgets.labels import breakable, muted, notice, paragraph, show_notice
from ui.widgets.layouts import FlowLayout, column

MOST_AT_ONCE = 3 * MOST_PHOTOS
"""Photos that are accepted at once; whoever drops hundreds must not wait for all of them."""


class EnrolPage(Page):
    """Photos by choosing, dropping or the camera; "forget" stays in view while there are any."""

    name = "enrol"

    def __init__(self, session: Session, words: Words) -> None:
        super().__init__(session, words)
        self._face = session.own_face
        self.problem = notice()
        self.pack_notice = PackNotice(session, words, self)
        self.pack_notice.go.connect(self.go)
        self.rescan_notice = RescanNotice(session, words, self, of_copies=True)
        self.scanned_again = notice()
        self.status = muted()
        self.status.hide()
        self._says_work = False
        self.differ = notice()
        self.rows = PhotoRows(
            words, PhotoActions(self._remove, self._choose_face, self._choose_again)
        )
        self.camera = CameraPanel(words, self._face)
        self.camera.over.connect(self._show_ways)
        self.camera.hide()
        self._fill()
        self.setAcceptDrops(True)
        self._face.changed.connect(self._show_state)
        self._face.work_changed.connect(self._show_work)
        self._face.filmed.connect(self._say_filmed)
        self._face.failed.connect(self._say_error)
        self._show_state()

    def enter(self) -> None:
        """Load the models while the person chooses."""
        self._face.prepare()
        self.session.packs.read()
        self._show_state()
        self._show_work()

    def leave(self) -> None:
        """Stop the camera at once."""
        self.camera.stop()
        self._show_ways()
        self._say_status("")
        self._face.release()

    # laid out

    def _fill(self) -> None:
        self.choose_button = primary_button(self.say("enrol.choose"), self._choose)
        self.camera_button = button(self.say("enrol.camera"), self._open_camera)
        self.next_button = primary_button(self.say("enrol.next"), lambda: self.go.emit("check"))
        self._ways = QWidget()
        self._ways.setLayout(
            column(
                FlowLayout(self.choose_button, self.camera_button, gap=1),
                muted(
                    " ".join((self.say("photos.more", most=MOST_PHOTOS), self.say("enrol.drop")))
                ),
            )
        )
        self.fill(
            paragraph(self.say("enrol.what")),
            self.problem,
            self.pack_notice,
            self.rescan_notice,
            self.scanned_again,
            self._ways,
            self.camera,
            self.status,
            self.differ,
            self.rows,
            FlowLayout(self.next_button),
            None,
            below=self._footer(),
        )

    def _footer(self) -> QWidget:
        self.forget_button = button(self.say("enrol.forget"), self._forget)
        self._below = QWidget()
        layout = column(FlowLayout(self.forget_button))
        layout.setContentsMargins(4 * UNIT, 2 * UNIT, 4 * UNIT, 2 * UNIT)
        self._below.setLayout(layout)
        return self._below

    # what the person does

    def _choose(self) -> None:
        self.choose(ChooserMode.FILES, self.say("enrol.choose_prompt"), self._add)

    def _add(self, paths: list[Path]) -> None:
        self._forget_words()
        self.camera.stop()
        self._show_ways()
        if len(paths) > MOST_AT_ONCE:
            left = len(paths) - MOST_AT_ONCE
            said = self.say("enrol.left_out", count=MOST_AT_ONCE, left=left, most=MOST_PHOTOS)
            show_notice(self.problem, said)
        self._face.add(paths[:MOST_AT_ONCE])

    def _remove(self, photo: OwnPhoto) -> None:
        self._pass_keyboard_on(photo)
        self._face.remove(photo)

    def _choose_face(self, photo: OwnPhoto, face: int) -> None:
        self._pass_keyboard_on(photo)
        self._face.choose(photo, face)

    def _choose_again(self, photo: OwnPhoto) -> None:
        self._forget_words()
        self.choose_button.setFocus()
        self._face.choose_again(photo)

    def _pass_keyboard_on(self, done: OwnPhoto) -> None:
        """Give the focus to the next photo that waits, since the row with the focus goes."""
        choices = (row.choice for row in self.rows.rows.values() if row.photo is not done)
        waiting = [choice.buttons[0] for choice in choices if choice is not None]
        (waiting[0] if waiting else self.choose_button).setFocus()

    def _forget(self) -> None:
        self._forget_words()
        self.camera.stop()
        self._show_ways()
        self._face.forget()
        self._say_status(self.say("enrol.forgotten"))

    def _open_camera(self) -> None:
        self._forget_words()
        self._ways.hide()
        self.camera.show()
        self.camera.begin()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if local_files(event.mimeData())[0]:
            accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        if accept_copy(event):
            self._add(local_files(event.mimeData())[0])

    # what is shown

    def _show_ways(self) -> None:
        self.camera.hide()
        self._ways.show()

    def _show_state(self) -> None:
        state = self._face.state
        self.rows.show_state(state)
        self._order_by_reading()
        self._below.setVisible(bool(state.photos))
        self.next_button.setVisible(state.used > 0)
        self._make_primary(state.used == 0)
        again = self.say("enrol.looked_again") if state.scanned_again else ""
        show_notice(self.scanned_again, again)
        pair = state.differ and [photo.name for photo in state.differ]
        words = differing_photos_text(pair[0], pair[1], self.words) if pair else ""
        show_notice(self.differ, breakable(words))

    def _order_by_reading(self) -> None:
        """Put the rows, which are made late, before the buttons below them in the tab order."""
        in_rows = [each for row in self.rows.rows.values() for each in row.controls]
        ways = (*in_rows, self.next_button, self.forget_button)
        for before, after in pairwise(ways):
            QWidget.setTabOrder(before, after)

    def _make_primary(self, first: bool) -> None:
        """Make choosing the primary button until there is a face; a page has only one."""
        role = "primary" if first else "button"
        if self.choose_button.property("role") != role:
            self.choose_button.setProperty("role", role)
            self.choose_button.style().polish(self.choose_button)

    def _show_work(self) -> None:
        waiting = self._face.waiting
        if waiting:
            said = [self.say("enrol.looking", count=waiting)]
            if not self._face.state.photos:
                said.append(self.say("enrol.loading"))
            self._say_status(" ".join(said))
            self._says_work = True
        elif self._says_work:
            self._say_status("")

    def _say_filmed(self, challenge: ChallengeResult) -> None:
        self.camera.stop()
        self._show_ways()
        passed = challenge is ChallengeResult.PASSED
        self._say_status(self.say("camera.passed" if passed else "camera.skipped"))

    def _say_error(self, error: Exception) -> None:
        words = self.words.error(error)
        if isinstance(error, CameraError) and self.camera.isVisible():
            self.camera.fail(words)
            return
        self.camera.stop()
        self._show_ways()
        show_notice(self.problem, words)
        if isinstance(error, ModelError):
            self.session.packs.read()

    def _say_status(self, words: str) -> None:
        self._says_work = False
        self.status.setText(words)
        self.status.setVisible(bool(words))

    def _forget_words(self) -> None:
        self._say_status("")
        show_notice(self.problem, "")
