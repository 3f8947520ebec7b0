"""The results of adding and scanning, in words."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.intake import Unreadable
from app.intake.add import AddResult
from app.intake.readers.core.address import display_address
from app.messages import Words, plain_name
from app.scan.scan import ScanResult
from face.types import Reason
from ui.theme.style import UNIT
from ui.widgets.labels import paragraph
from ui.widgets.layouts import column

ROWS = 4
"""Lines of a list that are visible at once, at most."""


class IntakeOutcome(QWidget):
    """Hidden while there is no result."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.added = paragraph()
        self.scanned = paragraph()
        self._lines: dict[QListView, QStringListModel] = {}
        self.blocked = self._list_of(words.say("intake.blocked_list"))
        self.kept = self._list_of(words.say("intake.kept_list"))
        self.setLayout(column(self.added, self.blocked, self.scanned, self.kept, gap=1))
        self.clear()

    def clear(self) -> None:
        """Remove all results."""
        for each in (self, self.added, self.blocked, self.scanned, self.kept):
            each.hide()
        for lines in self._lines.values():
            lines.setStringList([])

    def show_added(self, added: AddResult) -> None:
        """Show what was added, what was known, and what was not read and why."""
        counts = {"new": added.new, "known": added.known}
        if added.absent:
            counts["absent"] = added.absent
        if added.blocked:
            counts["blocked"] = len(added.blocked)
        if added.system_files:
            counts["system_files"] = len(added.system_files)
        self.added.setText(self._counts(counts))
        self.added.show()
        self._list(self.blocked, self._reasons(added.blocked))
        self.scanned.hide()
        self.kept.hide()
        self.show()

    def show_scanned(self, scanned: ScanResult) -> None:
        """Show what was scanned."""
        counts = {"looked": scanned.scanned}
        if scanned.again:
            counts["again"] = scanned.again
        counts |= {"faces": scanned.faces, "no_face": scanned.no_face}
        counts["unchecked"] = len(scanned.unchecked)
        if scanned.partly:
            counts["partly"] = len(scanned.partly)
        if scanned.kept:
            counts["kept"] = len(scanned.kept)
        self._list(self.kept, [self._kept(*each) for each in scanned.kept])
        self.scanned.setText(self._counts(counts))
        self.scanned.show()
        self.show()

    def _list_of(self, name: str) -> QListView:
        view, lines = QListView(), QStringListModel(self)
        view.setModel(lines)
        view.setAccessibleName(name)
        view.setWordWrap(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setLayoutMode(QListView.LayoutMode.Batched)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._lines[view] = lines
        return view

    def _list(self, view: QListView, lines: Sequence[str]) -> None:
        self._lines[view].setStringList(lines)
        view.setVisible(bool(lines))
        line = max(view.fontMetrics().height() + 2 * UNIT, view.sizeHintForRow(0))
        view.setFixedHeight(min(ROWS, len(lines)) * line + 2 * UNIT)

    def _kept(self, item: int, reason: Reason) -> str:
        return self._words.say("intake.kept", item=item, why=self._words.reason(reason))

    def _counts(self, counts: dict[str, int]) -> str:
        return " · ".join(
            self._words.say(f"intake.did.{name}", count=count) for name, count in counts.items()
        )

    def _reasons(self, blocked: Sequence[Unreadable]) -> list[str]:
        return [
            self._words.say(
                "blocked.line",
                name=plain_name(each.name or display_address(each.path)),
                why=self._words.reason(each.reason),
            ).strip()
            for each in blocked
        ]
