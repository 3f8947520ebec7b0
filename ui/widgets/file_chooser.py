"""Files that a person chooses or drops.

The system's own dialog keeps lists of what was chosen; this one keeps none.
"""

import time
from enum import Enum, auto
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QModelIndex, Qt, Signal
from PySide6.QtGui import QDropEvent, QGuiApplication, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.job import Progress
from app.messages import Words, plain, plain_name
from ui.models.folder import (
    FolderEntry,
    PathKind,
    name_exists,
    read_folder,
    resolve_typed_path,
    start_folders,
)
from ui.models.folder_table import Column, FolderTable
from ui.widgets.buttons import button, primary_button
from ui.widgets.choices import Select, check_box
from ui.widgets.fields import labelled, line
from ui.widgets.labels import heading, notice, show_notice, small
from ui.widgets.layouts import FlowLayout, FoldingRow, ScrollArea, ScrollContent, column
from ui.widgets.table import Table
from ui.worker import Task, Worker


def accept_copy(event: QDropEvent) -> bool:
    """Accept a drop as a copy; return whether a copy is offered.

    After a move, the sender may delete the files.
    """
    if not event.possibleActions() & Qt.DropAction.CopyAction or not event.mimeData().hasUrls():
        return False
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
    return True


def local_files(dropped: QMimeData) -> tuple[list[Path], bool]:
    """Return the dropped local files and folders, and whether there was nothing else."""
    urls = dropped.urls()
    here = [url for url in urls if url.isLocalFile() and url.host() in ("", "localhost")]
    return [Path(url.toLocalFile()) for url in here], len(here) == len(urls)


ENTER = Qt.Key.Key_Return, Qt.Key.Key_Enter
LONGEST_SIZE = "1023.9 MiB"
LONGEST_DATE = "2000-00-00 00:00"


class FolderList(Table):
    """The list of a folder's entries: letters search, Backspace goes up."""

    up = Signal()

    def __init__(self, words: Words, table: FolderTable, many: bool) -> None:
        super().__init__(table, Column.NAME, words.say("chooser.list"))
        self._table = table
        self._typed = ""
        self._typed_at = 0.0
        self.fit(Column.SIZE, LONGEST_SIZE)
        self.fit(Column.DATE, LONGEST_DATE)
        if many:
            self.choose_many()

    def chosen(self) -> list[FolderEntry]:
        """Return the chosen entries, in the order of the list."""
        shown = self._table.shown
        return [shown[row] for row in self.chosen_rows]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Backspace:
            self.up.emit()
        elif event.key() in ENTER and self.chosen_rows and not self.currentIndex().isValid():
            self.activated.emit(self._table.index(self.chosen_rows[0], 0))  # Qt does nothing
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        now = time.monotonic()
        going_on = (
            now - self._typed_at < QGuiApplication.styleHints().keyboardInputInterval() / 1000
        )
        self._typed = self._typed + search if going_on else search
        self._typed_at = now
        current = self.currentIndex().row()
        found = self._table.search(self._typed, current if going_on else current + 1)
        if found is not None:
            self.go_to(found)


SECONDS_TO_END = 0.02
"""Seconds for which the window waits for the thread; one that hangs in a dead drive ends later."""

LEAST_ROWS = 5
"""The least height of the list in rows; the panel scrolls instead."""


class ChooserMode(Enum):
    """What is to be chosen."""

    FILE = auto()
    """One existing file."""

    FILES = auto()
    """Any number of files."""

    CONTENT = auto()
    """Any number of files and folders."""

    FOLDER = auto()
    """One existing folder."""

    NEW_FILE = auto()
    """A folder, and the name of a file that does not exist yet."""


MANY = (ChooserMode.FILES, ChooserMode.CONTENT)


class FileChooser(QWidget):
    """A panel that replaces a page until something is chosen.

    A thread of its own reads folders while the panel is shown.
    """

    chosen = Signal(object)  # list[Path], at least one
    cancelled = Signal()

    def __init__(self, words: Words, choose: ChooserMode, prompt: str, name: str = "") -> None:
        """Start in the person's home folder.

        Args:
            prompt: The text above the list.
            name: The name that is offered for a new file.
        """
        super().__init__()
        self.words = words
        self.mode = choose
        self.folder = Path.home()
        self._worker: Worker | None = None
        self._task: Task | None = None
        self._came_from = ""
        self._make(name)
        self._lay_out(prompt)

    # what it is made of

    def _make(self, name: str) -> None:
        say = self.words.say
        self.places_box = Select(say("chooser.places"))
        self.places_box.activated.connect(self._go_to_place)
        self.path_line = line(say("chooser.path"))
        self.path_line.returnPressed.connect(self._go_to_typed)
        self.up_button = button(say("chooser.up"), self.go_up)
        self.table = FolderTable(self.words, self.mode is ChooserMode.FOLDER, self)
        self.list = FolderList(self.words, self.table, self.mode in MANY)
        self.list.activated.connect(self._open_or_choose)
        self.list.up.connect(self.go_up)
        self.list.selectionModel().selectionChanged.connect(self._selected)
        self.table.modelReset.connect(self._selected)
        self.hidden_box = check_box(say("chooser.hidden"), False, self.table.show_hidden)
        self.name_line = line(say("chooser.name").replace("&", ""))
        self.name_line.setText(name)
        self.name_line.textEdited.connect(self._selected)
        self.name_line.returnPressed.connect(self.accept)
        self.notice = notice()
        self.count = small()
        self.choose_button = primary_button(
            say(f"chooser.choose.{self.mode.name.lower()}"), self.accept
        )
        self.cancel_button = button(say("chooser.cancel"), self.cancel)

    def _lay_out(self, prompt: str) -> None:
        self.list.setMinimumHeight(LEAST_ROWS * self.list.verticalHeader().defaultSectionSize())
        layout = column(
            heading(prompt),
            FoldingRow(self.places_box, self.path_line, self.up_button, shares=(0, 1)),
            self.notice,
            margin=4,
        )
        layout.addWidget(self.list, 1)
        layout.addWidget(FoldingRow(self.count, self.hidden_box, shares=(1,)))
        if self.mode is ChooserMode.NEW_FILE:
            layout.addLayout(labelled(self.words.say("chooser.name"), self.name_line))
        layout.addLayout(FlowLayout(self.choose_button, self.cancel_button))
        content = ScrollContent()
        content.setProperty("role", "frame")
        content.setLayout(layout)
        self.setLayout(column(ScrollArea(content)))

    # the way through the folders

    def go_to(self, folder: Path) -> None:
        """Show another folder."""
        self.folder = folder
        self.path_line.setText(plain(str(folder)))
        self.path_line.setModified(False)
        self.table.fill([])
        self._say("")
        self._read()

    def go_up(self) -> None:
        """Show the parent folder."""
        if self.folder.parent != self.folder:
            self._came_from = self.folder.name
            self.go_to(self.folder.parent)

    def _read(self) -> None:
        if self._worker is None:
            return
        if self._task is not None:
            self._task.cancel()
        task = self._worker.start(partial(read_folder, self.folder))
        task.progressed.connect(partial(self._still_reading, task))
        task.succeeded.connect(partial(self._fill, task))
        task.failed.connect(partial(self._cannot_read, task))
        self._task = task

    def _still_reading(self, task: Task, progress: Progress) -> None:
        if task is self._task:
            self.count.setText(self.words.say("chooser.reading", count=progress.done))

    def _fill(self, task: Task, entries: list[FolderEntry]) -> None:
        if task is not self._task:
            return
        self._task = None
        self.table.fill(entries)
        self.list.go_to(self.table.find(self._came_from))
        self._came_from = ""

    def _cannot_read(self, task: Task, _error: Exception) -> None:
        if task is self._task:
            self._task = None
            self.count.clear()
            self._say("chooser.unreadable")

    def _go_to_place(self, index: int) -> None:
        self.go_to(self.places_box.itemData(index))
        self.list.setFocus()

    def _go_to_typed(self) -> None:
        if not self.path_line.isModified():
            self.go_to(self.folder)
        elif self._worker is not None:
            self._worker.call(
                partial(resolve_typed_path, self.path_line.text(), self.folder), self._take_typed
            )

    def _take_typed(self, found: tuple[Path, PathKind]) -> None:
        path, there = found
        if there is PathKind.NOTHING:
            self._say("chooser.nothing", path=str(path))
        elif there is PathKind.FOLDER:
            self.go_to(path)
            self.list.setFocus()
        elif self.mode is ChooserMode.FOLDER:
            self._say("chooser.no_folder", path=str(path))
        elif self.mode is ChooserMode.NEW_FILE:
            self._say("chooser.exists", name=path.name)
        else:
            self._finish([path])

    # choosing

    def accept(self) -> None:
        """Take what is chosen, or open a chosen folder where files are wanted."""
        entries = self.list.chosen()
        if self.mode is ChooserMode.NEW_FILE:
            self._take_name()
        elif self.mode is ChooserMode.FOLDER and not entries:
            self._finish([self.folder])
        elif self.mode in (ChooserMode.CONTENT, ChooserMode.FOLDER) or all(
            e.is_file for e in entries
        ):
            self._finish([self.folder / entry.name for entry in entries])
        elif len(entries) == 1:
            self.go_to(self.folder / entries[0].name)
        else:
            self._say("chooser.files_only")

    def cancel(self) -> None:
        """Choose nothing."""
        self._end()
        self.cancelled.emit()

    def _open_or_choose(self, index: QModelIndex) -> None:
        entry = self.table.shown[index.row()]
        if not entry.is_file and len(self.list.chosen()) <= 1:
            self.go_to(self.folder / entry.name)
        else:
            self.accept()

    def _take_name(self) -> None:
        name = self.name_line.text().strip()
        if name in ("", ".", "..") or Path(name).name != name:
            self._say("chooser.bad_name")
        elif self._worker is not None:
            path = self.folder / name
            self._worker.call(partial(name_exists, path), partial(self._take_new, path))

    def _take_new(self, path: Path, taken: bool) -> None:
        if taken:
            self._say("chooser.exists", name=path.name)
        else:
            self._finish([path])

    def _finish(self, paths: list[Path]) -> None:
        if paths:
            self._end()
            self.chosen.emit(paths)

    def _selected(self) -> None:
        entries = self.list.chosen()
        if self.mode is ChooserMode.NEW_FILE:
            if len(entries) == 1 and entries[0].is_file and self.list.hasFocus():
                self.name_line.setText(entries[0].name)
            self.choose_button.setEnabled(bool(self.name_line.text().strip()))
        else:
            self.choose_button.setEnabled(bool(entries) or self.mode is ChooserMode.FOLDER)
        key = "chooser.chosen" if len(entries) > 1 else "chooser.count"
        count = len(entries) if len(entries) > 1 else len(self.table.shown)
        self.count.setText(self.words.say(key, count=count))

    def _say(self, key: str, **values: str) -> None:
        show_notice(self.notice, self.words.say(key, **values) if key else "")

    # its thread

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        if self._worker is None:
            self._worker = Worker("folder", self)
            self._worker.call(start_folders, self._offer)
            self.go_to(self.folder)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        # Whoever goes elsewhere chooses nothing, not even what was about to be taken.
        if not event.spontaneous() and self._worker is not None:
            self.cancel()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        else:
            super().keyPressEvent(event)

    def _offer(self, found: list[Path]) -> None:
        self.places_box.clear()
        for place in found:
            home = place == Path.home()
            name = self.words.say("chooser.home") if home else plain_name(place.name or str(place))
            self.places_box.addItem(name, place)

    def _end(self) -> None:
        self._task = None
        if self._worker is not None:
            worker, self._worker = self._worker, None
            worker.end(SECONDS_TO_END)
            worker.deleteLater()
