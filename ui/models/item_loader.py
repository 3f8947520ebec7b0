"""Keeps the table of items up to date without taking the case from whoever works in it."""

import time
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from ui.models.item_table import ItemRow, ItemTable, read_rows
from ui.session.session import Session
from ui.worker import Task

REST_SECONDS = 0.5
"""The least pause between two readings, in seconds."""

ROWS_PER_SECOND_OF_REST = 5000
"""Rows for which the reader pauses a second while other work goes on: a tenth of its thread's time.
"""


class ItemLoader(QObject):
    """Reads all items into a table again after each change, at a rate that leaves time for other
    work.
    """

    complete = Signal()  # the table is as the case was a moment ago

    def __init__(self, session: Session, table: ItemTable, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._table = table
        self._task: Task | None = None
        self._rows: list[ItemRow] = []
        self._first = True
        self._again = False
        self._ended_at = 0.0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._read)

    def request(self) -> None:
        """Read the items again soon, because something has changed."""
        if self._task is not None:
            self._again = True
            return
        wait = max(0, round(1000 * (self._ended_at + self._rest() - time.monotonic())))
        if not self._timer.isActive() or self._timer.remainingTime() > wait:
            self._timer.start(wait)

    def stop(self) -> None:
        """Stop reading, because nobody sees the table."""
        self._timer.stop()
        self._again = False
        if self._task is not None:
            self._task.cancel()

    def forget(self) -> None:
        """Empty the table, because the case is closed."""
        self.stop()
        self._first = False
        self._table.replace([])

    def _rest(self) -> float:
        busy = self._session.intake.busy
        return max(REST_SECONDS, busy * len(self._table.rows) / ROWS_PER_SECOND_OF_REST)

    def _read(self) -> None:
        if not self._session.is_open:
            return
        self._rows = []
        self._first = not self._table.rows
        task = self._session.run(partial(read_rows, rows=self._rows))
        task.progressed.connect(self._append_rows)
        task.succeeded.connect(self._finish)
        task.failed.connect(self._session.fail)
        task.ended.connect(self._ended)
        self._task = task

    def _append_rows(self) -> None:
        """Show the first rows while the others are still read."""
        if self._first and self._session.is_open:
            self._table.append(self._rows[len(self._table.rows) :])

    def _finish(self) -> None:
        if not self._session.is_open:
            return
        if self._first:
            self._append_rows()
        else:
            self._table.replace(self._rows)
        self.complete.emit()

    def _ended(self) -> None:
        self._task = None
        self._rows = []
        self._ended_at = time.monotonic()
        if self._again:
            self._again = False
            self.request()
