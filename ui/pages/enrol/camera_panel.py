"""Photos by the camera: what it means, what the person is asked, and the ways out of it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.enrol.camera.session import CameraView as Seen
from app.job import Progress
from app.messages import Words
from ui.session.own_face import OwnFaceWork
from ui.widgets.buttons import button
from ui.widgets.camera_view import CameraView
from ui.widgets.labels import heading, muted, notice, paragraph, show_notice, small
from ui.widgets.layouts import FlowLayout, column, panel, row, stacked

PREVIEW_MS = 40


class CameraPanel(QWidget):
    """Explains the recording first; the camera is opened only when the person starts it."""

    over = Signal()  # the person goes back to photos

    def __init__(self, words: Words, face: OwnFaceWork) -> None:
        super().__init__()
        self._words = words
        self._face = face
        self.view = CameraView(words.say("enrol.camera_view"))
        self.step = heading("")
        self.hint = paragraph()
        self.hint.setMinimumHeight(3 * self.hint.fontMetrics().lineSpacing())
        self.count = small()
        self.problem = notice()
        say = words.say
        self.start_button = button(say("enrol.camera_start"), self.start)
        self.skip_button = button(say("camera.skip"), self._skip)
        self.stop_button = button(say("enrol.camera_stop"), self._stop)
        self.photos_button = button(say("enrol.photos_instead"), self._back)
        self._before = stacked(
            paragraph(say("camera.about")),
            paragraph(" ".join((say("camera.why"), say("enrol.camera_friction")))),
            muted(say("camera.skip_means")),
            gap=1,
        )
        self._live = self._laid_out()
        buttons = (self.start_button, self.skip_button, self.stop_button, self.photos_button)
        self.setLayout(
            column(
                panel(self.problem, self._before, self._live, FlowLayout(*buttons, gap=1), gap=2)
            )
        )
        self._timer = QTimer(self, interval=PREVIEW_MS)
        self._timer.timeout.connect(self._show_preview)
        face.progressed.connect(self._show)
        self._show_running(False)

    def begin(self) -> None:
        """Explain what will happen."""
        show_notice(self.problem, "")
        self.problem.hide()
        self.start_button.setText(self._words.say("enrol.camera_start"))
        self._before.show()
        self._show_running(False)
        self.start_button.setFocus()

    def start(self) -> None:
        """Open the camera."""
        self.problem.hide()
        self.step.setText(self._words.say("camera.starting"))
        self.hint.setText(self._words.say("enrol.camera_asked"))
        self.count.setText("")
        self._face.start_camera(self._words.say("camera.photo"))
        self._show_running(True)
        self.skip_button.setFocus()

    def stop(self) -> None:
        """Close the camera and wipe the preview."""
        self._face.stop_camera()
        self._show_running(False)

    def fail(self, sentence: str) -> None:
        """Say why there is no picture, and offer to try again."""
        self._show_running(False)
        self._before.hide()
        show_notice(self.problem, sentence)
        self.start_button.setText(self._words.say("enrol.camera_again"))
        self.start_button.setFocus()

    def _laid_out(self) -> QWidget:
        made = QWidget()
        texts = column(self.count, self.step, self.hint, None, gap=1)
        laid = row(gap=3)
        laid.addWidget(self.view, 1)
        laid.addLayout(texts, 1)
        made.setLayout(laid)
        return made

    def _show(self, progress: Progress) -> None:
        if not self._timer.isActive():
            return
        if not isinstance(progress, Seen):
            self._show_keeping()
            return
        step, *hints = progress.keys
        self.step.setText(self._words.say(step))
        if hints:
            self.hint.setText(self._words.say(hints[0]))
        number = min(progress.done + 1, progress.total or 1)
        self.count.setText(
            self._words.say("enrol.camera_step", number=number, total=progress.total)
        )

    def _show_keeping(self) -> None:
        self.step.setText(self._words.say("enrol.camera_keeping"))
        self.hint.setText("")
        self.count.setText("")
        self.skip_button.setEnabled(False)

    def _show_preview(self) -> None:
        preview = self._face.take_preview()
        if preview is not None:
            self.view.show_preview(preview)

    def _show_running(self, running: bool) -> None:
        self._live.setVisible(running)
        if running:
            self._before.hide()
            self._timer.start()
        else:
            self._timer.stop()
            self.view.wipe()
        self.start_button.setVisible(not running)
        self.skip_button.setVisible(running)
        self.skip_button.setEnabled(running)
        self.stop_button.setVisible(running)

    def _skip(self) -> None:
        self._face.skip_challenge()
        self.skip_button.setEnabled(False)
        self.hint.setText(self._words.say("enrol.camera_skipping"))
        self.stop_button.setFocus()

    def _stop(self) -> None:
        self.stop()
        self.begin()

    def _back(self) -> None:
        self.stop()
        self.over.emit()
