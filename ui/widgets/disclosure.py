"""Something that is shown only when it is wanted."""

from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import quiet
from ui.widgets.folding import Folding
from ui.widgets.layouts import column
from ui.widgets.texts import muted


class Disclosure(QWidget):
    """A button, and below it what the button shows and hides."""

    def __init__(self, show: str, hide: str, content: QWidget, why: str = "") -> None:
        """Hide the content at first.

        Args:
            show, hide: What the button says.
            why: What it is good for.
        """
        super().__init__()
        self._texts = {False: show, True: hide}
        self.content = content
        self.toggle_button = quiet(show, self._toggle)
        head = Folding(self.toggle_button, muted(why), shares=(0, 1))
        self.setLayout(column(head, content, gap=1))
        content.hide()

    def _toggle(self) -> None:
        shown = self.content.isHidden()
        self.content.setVisible(shown)
        self.toggle_button.setText(self._texts[shown])
        self.toggle_button.setAccessibleName(self._texts[shown].replace("&", ""))
