"""One choice of a group in words that may take several lines, which Qt's own button cuts off."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from ui.widgets.choices import join
from ui.widgets.layouts import row
from ui.widgets.texts import paragraph


class WrappingChoice(QWidget):
    """A radio button with its words beside it; a click on these chooses it, too."""

    def __init__(self, text: str, group: QButtonGroup) -> None:
        super().__init__()
        self.radio = QRadioButton()
        self.radio.setAccessibleName(text)
        join(group, self.radio)
        layout = row(gap=1)
        layout.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(paragraph(text), 1)
        self.setLayout(layout)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The words are as good as the button."""
        if self.rect().contains(event.position().toPoint()):
            self.radio.click()
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
