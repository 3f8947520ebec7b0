"""The base of every page: a title, a scrolling column, and navigation."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, TypeVar

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QLayout, QStackedLayout, QWidget
from shiboken6 import isValid

from app.messages import Words
from storage.case import Case
from ui.session.session import Session
from ui.widgets.file_chooser import ChooserMode, FileChooser
from ui.widgets.focus import focused_widget, give_focus
from ui.widgets.labels import title
from ui.widgets.layouts import ScrollArea, ScrollContent, column

R = TypeVar("R")

WIDEST = 760
"""The width of the column in pixels; longer lines are tiring to read."""


class Page(QWidget):
    """A page is rebuilt when the language changes; what must stay belongs to the session."""

    name: ClassVar[str]
    """The step that the page belongs to; `go` leads to the page by this name, and the keys of its
    texts begin with it ("NAME.title")."""

    needs_case: ClassVar[bool] = True
    """Whether the page is of use only while a case is open."""

    in_rail: ClassVar[bool] = True
    """Whether the page is a step that can be chosen at any time."""

    widest: ClassVar[int] = WIDEST

    go = Signal(str)  # name of the page to show

    def __init__(self, session: Session, words: Words) -> None:
        super().__init__()
        self.session = session
        self.words = words
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.say(f"{self.name}.title"))

    def say(self, key: str, **values: object) -> str:
        """Return the text of a message key in the person's language."""
        return self.words.say(key, **values)

    def enter(self) -> None:
        """Hook that is called each time the page comes up."""

    def leave(self) -> None:
        """Hook that is called when another page comes up or the case is closed."""

    def ask(
        self,
        question: Callable[[Case], R],
        then: Callable[[R], None],
        otherwise: Callable[[Exception], None] | None = None,
    ) -> None:
        """Ask the case a question; the answer is dropped if the page is gone by then.

        Args:
            otherwise: Gets the error, which is shown above the page by default.
        """

        def tell(answer: R) -> None:
            if isValid(self):
                then(answer)

        def fail(error: Exception) -> None:
            (otherwise if otherwise and isValid(self) else self.session.fail)(error)

        self.session.ask(question, tell, fail)

    def fill(self, *things: QWidget | QLayout | None, below: QWidget | None = None) -> None:
        """Lay out the title and these parts below each other in a scrolling column.

        Args:
            below: A part that stays in view below the column.
        """
        content = ScrollContent()
        content.setProperty("role", "frame")
        content.setMaximumWidth(self._sized(self.widest))
        self._held_before: dict[QWidget, QWidget | None] = {}  # by what is shown over it
        self._places = QStackedLayout(self)
        self._places.setContentsMargins(0, 0, 0, 0)
        self._scroll = ScrollArea(content)
        whole = QWidget()
        whole.setProperty("role", "frame")
        layout = column(self._scroll, *([below] if below else []), gap=0)
        layout.setStretch(0, 1)
        whole.setLayout(layout)
        self._places.addWidget(whole)
        # The things last: whatever moves into another widget is styled anew with all that is in it.
        content.setLayout(column(title(self.say(f"{self.name}.title")), *things, gap=2, margin=4))

    def jump_to(self, thing: QWidget, first: QWidget | None = None) -> None:
        """Scroll a widget to the top and give it the focus.

        Args:
            first: The widget in it that gets the focus; itself by default.
        """
        self.scroll_by(self._height_in_view(thing))
        (first or thing).setFocus(Qt.FocusReason.OtherFocusReason)

    def _height_in_view(self, thing: QWidget) -> int:
        return thing.mapTo(self._scroll.viewport(), QPoint()).y()

    def scroll_by(self, pixels: int) -> None:
        """Scroll down by that many pixels, or up if negative."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + pixels)

    def choose(
        self, choose: ChooserMode, prompt: str, then: Callable[[list[Path]], None], name: str = ""
    ) -> FileChooser:
        """Let the person choose files in place of the page, then return to it."""
        chooser = FileChooser(self.words, choose, prompt, name)
        chooser.chosen.connect(lambda paths: self._chosen(chooser, lambda: then(paths)))
        chooser.cancelled.connect(lambda: self._chosen(chooser, lambda: None))
        self.show_overlay(chooser, chooser.list)
        return chooser

    def show_overlay(self, thing: QWidget, first: QWidget) -> None:
        """Show a widget in place of the page, until `close_overlay`.

        Args:
            first: The control that gets the focus. (A focus proxy would lead Tab past all before
                it.)
        """
        self._held_before[thing] = focused_widget(self)
        self._places.setCurrentIndex(self._places.addWidget(thing))
        first.setFocus()

    def close_overlay(self, thing: QWidget) -> None:
        """Return to what was shown before, and to the control that had the focus."""
        held = self._held_before.pop(thing, None)
        self._places.removeWidget(thing)
        thing.deleteLater()
        if not self.isVisible():
            return
        if held is not None and isValid(held) and held.isVisible() and held.isEnabled():
            held.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            give_focus(self)

    def _chosen(self, chooser: FileChooser, then: Callable[[], None]) -> None:
        self.close_overlay(chooser)
        then()

    def _sized(self, pixels: int) -> int:
        return round(pixels * self.session.preferences.text_size / 100)
