"""Text fields, and the passphrase field."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.messages import Words
from ui.widgets.choices import check_box
from ui.widgets.labels import paragraph, small
from ui.widgets.layouts import column

COPY, CUT = QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut


class LineEdit(QLineEdit):
    """A text field without copy and cut; clipboard managers keep a history."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if any(event.matches(out) for out in (COPY, CUT)):
            event.accept()
        else:
            super().keyPressEvent(event)


def line(name: str, hint: str = "") -> QLineEdit:
    """Return a text field of one line.

    Args:
        name: The accessible name.
        hint: The placeholder.
    """
    made = LineEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    made.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    return made


def labelled(text: str, field: QWidget) -> QVBoxLayout:
    """Return a field below its label; the mnemonic of the label leads to it."""
    label = small(text)
    label.setBuddy(field)
    layout = column(label, field, gap=0)
    layout.setSpacing(4)
    return layout


class PassphraseField(QWidget):
    """A label, a hidden line, and a box that reveals what was typed.

    Hangul can be composed while the text is hidden: Qt would turn the input method off, and the
    same keys would give Latin letters. Nothing can be selected, so nothing reaches a clipboard.
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
        self.show_box = check_box(words.say("passphrase_field.show"), False, self._show)
        self._label = paragraph(label)
        self._label.setBuddy(self.line)
        self.setLayout(column(self._label, self.line, self.show_box, gap=1))
        self._show(False)

    @property
    def text(self) -> str:
        """The text that was typed."""
        return self.line.text()

    def relabel(self, label: str) -> None:
        """Change the label and clear the field."""
        self._label.setText(label)
        self.line.setAccessibleName(label.replace("&", ""))
        self.clear()

    def clear(self) -> None:
        """Clear the field and hide what will be typed."""
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
