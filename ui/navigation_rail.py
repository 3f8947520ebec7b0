"""The list of steps: a rail beside the page or, where there is no room, a drop-down list."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from ui.theme.style import UNIT
from ui.widgets.buttons import plain_button
from ui.widgets.choices import Select
from ui.widgets.layouts import ScrollArea, column

NARROWEST = 210

Named = Sequence[tuple[str, str]]
"""The name of each page and its label."""


class NavigationRail(ScrollArea):
    """All steps below each other, as buttons of which one is checked."""

    chosen = Signal(str)  # the name of a page

    def __init__(self, steps: Named) -> None:
        content = QWidget()
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        content.setProperty("role", "rail")
        super().__init__(content)
        self._group = QButtonGroup(self)
        self._steps = {name: self._step(name, text) for name, text in steps}
        layout = column(*self._steps.values(), None, gap=0, margin=1)
        layout.setSpacing(UNIT // 2)
        content.setLayout(layout)
        widest = max(step.sizeHint().width() for step in self._steps.values())
        beside = 2 * UNIT + self.verticalScrollBar().sizeHint().width()
        self.setFixedWidth(max(NARROWEST, widest + beside))

    def mark(self, name: str) -> None:
        """Mark the step of that page as the current one."""
        for each, step in self._steps.items():
            step.setChecked(each == name)

    def allow(self, names: Collection[str]) -> None:
        """Enable only the steps of these pages."""
        for each, step in self._steps.items():
            step.setEnabled(each in names)

    def _step(self, name: str, text: str) -> QPushButton:
        step = plain_button(text, "step", lambda: self.chosen.emit(name))
        step.setCheckable(True)
        self._group.addButton(step)
        return step


class StepList(Select):
    """The same steps as a drop-down list."""

    chosen = Signal(str)

    def __init__(self, steps: Named, name: str) -> None:
        super().__init__(name)
        for page, text in steps:
            self.addItem(text.replace("&", ""), page)
        self.activated.connect(lambda index: self.chosen.emit(self.itemData(index)))

    def mark(self, name: str) -> None:
        """Select the step of that page; a page that is no step changes nothing."""
        if (index := self.findData(name)) >= 0:
            self.setCurrentIndex(index)

    def allow(self, names: Collection[str]) -> None:
        """Enable only the steps of these pages."""
        model = self.model()
        if isinstance(model, QStandardItemModel):
            for index in range(self.count()):
                model.item(index).setEnabled(self.itemData(index) in names)
