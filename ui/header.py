"""What stands above every page: the button that leaves, and a banner for errors."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.messages import Words
from ui.navigation_rail import StepList
from ui.safety.quick_exit import PressDots
from ui.theme.style import UNIT
from ui.widgets.buttons import plain_button, quiet_button
from ui.widgets.labels import notice, show_notice, small
from ui.widgets.layouts import row

INDENT = 3 * UNIT
"""Pixels before the list of steps, which aligns it with the titles of the pages."""


class Header(QWidget):
    """The button that leaves, which is never cut off, with the sentence that explains its keys.

    Where there is no room for the sentence, the button's tooltip and description still say it.
    """

    def __init__(self, words: Words, steps: StepList, leave: Callable[[], object]) -> None:
        super().__init__()
        said = words.say("window.leave_keys")
        self.sentence = small(said)
        self.sentence.setWordWrap(False)
        self.steps = steps
        self.dots = PressDots()
        self.leave_button = plain_button(words.say("window.leave"), "leave", leave)
        self.leave_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.leave_button.setToolTip(said)
        self.leave_button.setAccessibleDescription(said)
        layout = row(self.steps, self.sentence, None, self.dots, self.leave_button, margin=1)
        layout.insertSpacing(0, INDENT)
        self.setLayout(layout)

    def fold(self, narrow: bool) -> None:
        """Offer the list of steps here when there is no room for them beside the page."""
        self.steps.setVisible(narrow)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        others = [self.dots, self.leave_button]
        if not self.steps.isHidden():
            others.append(self.steps)
        layout = self.layout()
        gaps = INDENT + (len(others) + 3) * layout.spacing() if layout else 0
        needed = sum(each.sizeHint().width() for each in [*others, self.sentence]) + gaps
        self.sentence.setVisible(needed <= self.width())


class Banner(QWidget):
    """An error above the page, which stays until it is dismissed or another page comes up."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.text = notice()
        self.dismiss_button = quiet_button(words.say("window.dismiss"), self.dismiss)
        layout = row(gap=1, margin=1)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.dismiss_button, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(layout)
        self.hide()

    def say(self, text: str) -> None:
        """Show a text, and give the focus to the button that dismisses it."""
        show_notice(self.text, text)
        self.show()
        self.dismiss_button.setFocus()

    def dismiss(self) -> None:
        """Hide the banner."""
        self.hide()
