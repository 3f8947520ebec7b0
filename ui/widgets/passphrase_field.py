"""A line for a passphrase, hidden until the person wants to see it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.messages import Words
from ui.widgets.choices import tick
from ui.widgets.layouts import column
from ui.widgets.texts import paragraph


class PassphraseField(QWidget):
    """A label, the line, and a box that shows what was typed.

    Hangul can be composed while it is hidden: Qt would turn the input method off, and the same
    keys would give Latin letters. Nothing can be selected, so nothing reaches a clipboard.
    """

    changed = Signal(str)
    entered = Signal()  # the Enter key

    def __init__(self, words: Words, label: str) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setAccessibleName(label.replace("&", ""))
        self.line.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.line.textChanged.connect(self.changed)
        self.line.returnPressed.connect(self.entered)
        self.line.selectionChanged.connect(self._select_nothing)
        self.show_box = tick(words.say("passphrase_field.show"), False, self._show)
        self._label = paragraph(label)
        self._label.setBuddy(self.line)
        self.setLayout(column(self._label, self.line, self.show_box, gap=1))
        self._show(False)

    @property
    def text(self) -> str:
        """What was typed."""
        return self.line.text()

    def relabel(self, label: str) -> None:
        """Ask for something else; what was typed is gone."""
        self._label.setText(label)
        self.line.setAccessibleName(label.replace("&", ""))
        self.clear()

    def clear(self) -> None:
        """Empty it, and hide what will be typed."""
        self.line.setText("")  # what Qt clears comes back with Ctrl+Z
        self.show_box.setChecked(False)

    def _show(self, on: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )

    def _select_nothing(self) -> None:
        if self.line.hasSelectedText():
            self.line.deselect()
