"""What adding and looking did, in words."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.add import Added
from app.intake import Blocked
from app.intake.address import shown
from app.messages import Words, plain_name
from app.scan import Scanned
from ui.theme.style import UNIT
from ui.widgets.layouts import column
from ui.widgets.texts import paragraph

ROWS = 4
"""How many lines of what was not taken in are seen at once, at most."""


class Outcome(QWidget):
    """Hidden while there is nothing to tell."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.added = paragraph()
        self.scanned = paragraph()
        self._lines = QStringListModel(self)
        self.blocked = QListView()
        self.blocked.setModel(self._lines)
        self.blocked.setAccessibleName(words.say("content.blocked_list"))
        self.blocked.setWordWrap(True)
        self.blocked.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.blocked.setResizeMode(QListView.ResizeMode.Adjust)
        self.blocked.setLayoutMode(QListView.LayoutMode.Batched)
        self.blocked.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.blocked.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setLayout(column(self.added, self.blocked, self.scanned, gap=1))
        self.clear()

    def clear(self) -> None:
        """Forget what was told."""
        for each in (self, self.added, self.blocked, self.scanned):
            each.hide()
        self._lines.setStringList([])

    def tell_added(self, added: Added) -> None:
        """What was taken in, what was here already, and what was not taken in and why."""
        counts = {"new": added.new, "known": added.known}
        if added.absent:
            counts["absent"] = added.absent
        if added.blocked:
            counts["blocked"] = len(added.blocked)
        self.added.setText(self._counts(counts))
        self.added.show()
        self._lines.setStringList(self._reasons(added.blocked))
        self.blocked.setVisible(bool(added.blocked))
        line = self.blocked.fontMetrics().height() + 2 * UNIT
        self.blocked.setFixedHeight(min(ROWS, len(added.blocked)) * line + 2 * UNIT)
        self.scanned.hide()
        self.show()

    def tell_scanned(self, scanned: Scanned) -> None:
        """What was looked at."""
        counts = {"looked": scanned.looked, "faces": scanned.faces, "no_face": scanned.no_face}
        counts["unchecked"] = len(scanned.unchecked)
        if scanned.partly:
            counts["partly"] = len(scanned.partly)
        self.scanned.setText(self._counts(counts))
        self.scanned.show()
        self.show()

    def _counts(self, counts: dict[str, int]) -> str:
        return " · ".join(
            self._words.say(f"content.did.{name}", count=count) for name, count in counts.items()
        )

    def _reasons(self, blocked: Sequence[Blocked]) -> list[str]:
        return [
            self._words.say(
                "blocked.line",
                name=plain_name(each.name or shown(each.path)),
                why=self._words.reason(each.reason),
            ).strip()
            for each in blocked
        ]
