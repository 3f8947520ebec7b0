"""The main window: its pages, the navigation between them, and the quick exit."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget
from shiboken6 import delete

from app.messages import Words
from ui.focus_snapshot import FocusSnapshot
from ui.header import Banner, Header
from ui.navigation_rail import NavigationRail, StepList
from ui.pages.page import Page
from ui.safety.quick_exit import Cover, ShiftPresses
from ui.session.open_case import CloseReason
from ui.session.session import Session
from ui.theme.style import sized
from ui.widgets.focus import focused_widget, give_focus
from ui.widgets.layouts import column, row

SIZE = 1100, 760
SMALLEST = 720, 480

FOLDED_BELOW = 640
"""Pixels, at the ordinary text size, below which the steps do not fit beside the page."""

AHEAD_MS = 50
"""Milliseconds between two pages that are built in advance, so that the window stays responsive."""


class Window(QMainWindow):
    """Shows one page at a time; closing it is the quick exit."""

    leaving = Signal()  # it is covered already

    def __init__(
        self, session: Session, words: Words, pages: Sequence[type[Page]], start: str
    ) -> None:
        super().__init__()
        self.session = session
        self.words = words
        self.setWindowTitle(words.say("window.title"))
        self.resize(*SIZE)
        self.setMinimumSize(*SMALLEST)
        self.cover = Cover(self)
        self.shift = ShiftPresses(self)
        self.shift.complete.connect(self.leave)
        self._start = start
        self._ahead = QTimer(self, interval=AHEAD_MS)
        self._ahead.timeout.connect(self._make_ahead)
        self._page_types = {kind.name: kind for kind in pages}
        self._build(start)
        session.opened.connect(self._opened)
        session.closed.connect(self._closed)
        session.failed.connect(self.show_error)
        # Queued: the role may change in the slot of a button on a page that is made anew.
        session.acting_role.changed.connect(self._speak_of, Qt.ConnectionType.QueuedConnection)

    # the way between the pages

    @property
    def page(self) -> Page:
        """The page that is shown."""
        page = self._stack.currentWidget()
        assert isinstance(page, Page)  # noqa: S101 - nothing else is put in
        return page

    def show_page(self, name: str) -> None:
        """Show a page, or the start page if it needs a case and none is open."""
        if self._page_types[name].needs_case and not self.session.is_open:
            name = self._start
        page = self.page_named(name)
        if page is not self.page:
            self.page.leave()
            self._banner.dismiss()
        self._stack.setCurrentWidget(page)
        self._mark_step(page.name)
        page.enter()
        self.give_focus()

    def give_focus(self) -> None:
        """Give the focus to the page, unless a visible control has it."""
        held = focused_widget(self)
        # It is no more than about to be seen when all pages were just made anew.
        if held is None or held is self.cover or not held.isVisibleTo(self._body):
            give_focus(self.page)

    def page_named(self, name: str) -> Page:
        """Return a page by its name; it is built when it is first wanted."""
        if name not in self._pages:
            page = self._page_types[name](self.session, self.words)
            page.go.connect(self.show_page)
            self._stack.addWidget(page)
            self._pages[name] = page
        return self._pages[name]

    def drop_hidden_pages(self) -> None:
        """Delete every page but the one that is shown; they are built again when wanted."""
        for name, page in list(self._pages.items()):
            if page is not self.page:
                del self._pages[name]
                delete(page)

    def show_error(self, error: Exception) -> None:
        """Say above the page what happened and what to do."""
        self._banner.say(self.words.error(error))

    def set_language(self, words: Words) -> None:
        """Rebuild every page in another language; the session stays as it is."""
        shown = self.page.name
        place = FocusSnapshot(self.page)
        self.page.leave()
        self.words = words.about(self.session.acting_role.role)
        self.setWindowTitle(words.say("window.title"))
        self._build(shown)
        self.show_page(shown)
        place.restore(self.page)

    def _speak_of(self) -> None:
        """Rebuild every page where its words are about another person from now on."""
        words = self.words.about(self.session.acting_role.role)
        if words.whose != self.words.whose:
            self.set_language(words)

    # the way out

    def leave(self) -> None:
        """Cover everything at once, then emit `leaving`."""
        if self.cover.isVisible():
            return
        self._ahead.stop()
        self.cover.cover()
        self.leaving.emit()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        event.ignore()
        self.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.cover.setGeometry(self.rect())
        self._fold()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._ahead.start()

    # inside

    def _make_ahead(self) -> None:
        """Build one more page in advance, at the size that it will have."""
        missing = next((name for name in self._page_types if name not in self._pages), None)
        if missing is None:
            self._ahead.stop()
        else:
            self.page_named(missing).resize(self._stack.size())

    def _build(self, shown: str) -> None:
        if (held := focused_widget(self)) is not None:
            held.clearFocus()  # it goes, and Qt would give the keyboard to whatever is next
        self._stack = QStackedWidget()
        self._pages: dict[str, Page] = {}
        self._stack.setCurrentWidget(self.page_named(shown))
        self._banner = Banner(self.words)
        steps = [
            (name, self.step_label(name)) for name, kind in self._page_types.items() if kind.in_rail
        ]
        self._rail = NavigationRail(steps)
        step_list = StepList(steps, self.words.say("window.steps"))
        self._steps: tuple[NavigationRail, StepList] = self._rail, step_list
        for each in self._steps:
            each.chosen.connect(self.show_page)
        self._header = Header(self.words, step_list, self.leave)
        self.leave_button, self.dots = self._header.leave_button, self._header.dots
        self.shift.count_by_filter.connect(self.dots.fill)
        right = column(self._header, self._banner, gap=0)
        right.addWidget(self._stack, 1)
        body = row(gap=0)
        body.addWidget(self._rail)
        body.addLayout(right, 1)
        self._body = QWidget()
        self._body.setProperty("role", "frame")
        self._body.setLayout(body)
        self._fold()
        self.setCentralWidget(self._body)
        self.cover.raise_()
        self._allow_steps()
        self._mark_step(shown)
        if self.isVisible():
            self._ahead.start()

    def _fold(self) -> None:
        """Show the steps beside the page, or in a list above it where there is no room."""
        narrow = self.width() < sized(FOLDED_BELOW, self.session.preferences.text_size)
        self._rail.setVisible(not narrow)
        self._header.fold(narrow)

    def step_label(self, name: str) -> str:
        """Return the label of a page in the list of steps."""
        return self.words.say(f"step.{name}")

    def _allow_steps(self) -> None:
        is_open = self.session.is_open
        allowed = {
            name for name, kind in self._page_types.items() if is_open or not kind.needs_case
        }
        for each in self._steps:
            each.allow(allowed)

    def _mark_step(self, name: str) -> None:
        for each in self._steps:
            each.mark(name)

    def _opened(self) -> None:
        self._allow_steps()

    def _closed(self, why: CloseReason) -> None:
        """Rebuild the pages, so that nothing they had read of the case stays in them."""
        self.page.leave()
        self.words = self.words.about(self.session.acting_role.role)
        self._build(self._start)
        self.show_page(self._start)
