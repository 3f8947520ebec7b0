"""The progress of one task in words, with buttons that pause and stop it."""

from PySide6.QtWidgets import QProgressBar, QWidget

from app.job import Progress
from app.messages import Words
from app.messages.progress_text import TimeLeft, progress_text
from ui.widgets.buttons import button
from ui.widgets.labels import paragraph
from ui.widgets.layouts import FoldingRow, column
from ui.worker import Task


class TaskLine(QWidget):
    """Hidden while there is no task."""

    def __init__(self, words: Words, key: str, stopping: str = "task.stopping") -> None:
        """Follow no task yet.

        Args:
            key: The message key of the progress, see `app.messages.progress_text`.
            stopping: The message key while the task is being stopped.
        """
        super().__init__()
        self._words = words
        self._key = key
        self._stopping = stopping
        self._task: Task | None = None
        self._time_left = TimeLeft()
        self.text = paragraph()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.pause_button = button("", self._pause_or_resume)
        self.stop_button = button(words.say("task.stop"), self._stop)
        above = FoldingRow(self.text, self.pause_button, self.stop_button, shares=(1,))
        self.setLayout(column(above, self.bar, gap=1))
        self.hide()

    def follow(self, task: Task | None) -> None:
        """Show the progress of this task; None hides the line."""
        self.setVisible(task is not None)
        if task is self._task:
            return
        self._task = task
        if task is not None:
            self._time_left = TimeLeft()
            self.stop_button.setEnabled(True)
            task.progressed.connect(self._tell)
            task.ended.connect(self._ended)
            self._tell(task.latest or Progress(0, None))
            self._name_pause()

    def _tell(self, progress: Progress) -> None:
        if self._task is None:
            return
        seconds = self._time_left.seconds(progress)
        text = progress_text(self._words, self._key, progress, seconds)
        if self._task.stopping:
            text = self._words.say(self._stopping)
        elif self._task.paused:
            text = self._words.say("task.paused", text=text)
        self.text.setText(text)
        self.bar.setAccessibleName(text)
        self.bar.setVisible(progress.total is not None)
        self.bar.setMaximum(progress.total or 1)
        self.bar.setValue(progress.done)

    def _pause_or_resume(self) -> None:
        if self._task is None:
            return
        if self._task.paused:
            self._time_left = TimeLeft()  # the pause does not count
            self._task.resume()
        else:
            self._task.pause()
        self._name_pause()
        self._tell(self._task.latest or Progress(0, None))

    def _name_pause(self) -> None:
        paused = self._task is not None and self._task.paused
        text = self._words.say("task.resume" if paused else "task.pause")
        self.pause_button.setText(text)
        self.pause_button.setAccessibleName(text)
        self.pause_button.setEnabled(True)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self.pause_button.setEnabled(False)
            self.stop_button.setEnabled(False)
            self._tell(self._task.latest or Progress(0, None))

    def _ended(self) -> None:
        self._task = None
