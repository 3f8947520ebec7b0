"""What went wrong, said above the page. It stays until it is dismissed or another page comes up."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.messages import Words
from ui.widgets.buttons import quiet
from ui.widgets.labels import notice, show_notice
from ui.widgets.layouts import row


class Banner(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.text = notice()
        self.dismiss_button = quiet(words.say("window.dismiss"), self.dismiss)
        layout = row(gap=1, margin=1)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.dismiss_button, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(layout)
        self.hide()

    def say(self, text: str) -> None:
        """Show it; the keyboard goes to the button that dismisses it."""
        show_notice(self.text, text)
        self.show()
        self.dismiss_button.setFocus()

    def dismiss(self) -> None:
        """Hide it again."""
        self.hide()
