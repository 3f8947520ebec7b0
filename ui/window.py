"""The window: the pages, the way between them, and the way out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QMainWindow,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)
from shiboken6 import delete

from app.messages import Words
from ui.leaving import Cover, Dots, ShiftPresses
from ui.pages.page import Page
from ui.place import Place
from ui.session import Closed, NoCaseError, Session
from ui.theme.style import UNIT
from ui.widgets.buttons import button
from ui.widgets.layouts import column, row
from ui.widgets.notice import Banner
from ui.widgets.scrolling import Scrolling
from ui.widgets.texts import small

SIZE = 1100, 760
SMALLEST = 720, 480
"""At the ordinary text size; half as wide again at twice of it, so that no button is cut."""

RAIL = 210

AHEAD_MS = 50
"""Between two pages that are made before anybody wants them, so that the window stays awake."""


class Window(QMainWindow):
    """Shows one page at a time. Closing it is leaving."""

    leaving = Signal()  # it is covered already

    def __init__(
        self, session: Session, words: Words, pages: Sequence[type[Page]], start: str
    ) -> None:
        super().__init__()
        self.session = session
        self.words = words
        self.setWindowTitle(words.say("window.title"))
        self.resize(*SIZE)
        self.cover = Cover(self)
        self.shift = ShiftPresses(self)
        self.shift.complete.connect(self.leave)
        self._start = start
        self._ahead = QTimer(self, interval=AHEAD_MS)
        self._ahead.timeout.connect(self._make_ahead)
        self._kinds = {kind.name: kind for kind in pages}
        self._build(start)
        session.opened.connect(self._opened)
        session.closed.connect(self._closed)
        session.failed.connect(self.say_error)

    # the way between the pages

    @property
    def page(self) -> Page:
        """The page that is shown."""
        page = self._stack.currentWidget()
        assert isinstance(page, Page)  # noqa: S101 - nothing else is put in
        return page

    def show_page(self, name: str) -> None:
        """Show a page, unless it needs a case and none is open."""
        if self._kinds[name].needs_case and not self.session.is_open:
            name = self._start
        page = self.page_named(name)
        if page is not self.page:
            self.page.leave()
            self._banner.dismiss()
        self._stack.setCurrentWidget(page)
        self._mark_step(page.name)
        page.enter()

    def page_named(self, name: str) -> Page:
        """A page by its name. It is made when it is wanted for the first time."""
        if name not in self._pages:
            page = self._kinds[name](self.session, self.words)
            page.go.connect(self.show_page)
            self._stack.addWidget(page)
            self._pages[name] = page
        return self._pages[name]

    def drop_hidden_pages(self) -> None:
        """Forget every page but the one that is shown; they are made anew when they are wanted."""
        for name, page in list(self._pages.items()):
            if page is not self.page:
                del self._pages[name]
                delete(page)

    def say_error(self, error: Exception) -> None:
        """Say above the page what happened and what to do."""
        if not isinstance(error, NoCaseError):
            self._banner.say(self.words.error(error))

    def speak(self, words: Words) -> None:
        """Make every page anew in other words; the session stays as it is."""
        shown = self.page.name
        place = Place(self.page)
        self.page.leave()
        self.words = words
        self.setWindowTitle(words.say("window.title"))
        self._build(shown)
        self.show_page(shown)
        place.restore(self.page)

    # the way out

    def leave(self) -> None:
        """Cover everything at once, then tell whoever closes the case and ends the program."""
        if self.cover.isVisible():
            return
        self._ahead.stop()
        self.cover.cover()
        self.leaving.emit()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """The cross of the window leaves, too."""
        event.ignore()
        self.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The cover stays over everything."""
        super().resizeEvent(event)
        self.cover.setGeometry(self.rect())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """The first page can be seen; the others can be made."""
        super().showEvent(event)
        self._ahead.start()

    # inside

    def _make_ahead(self) -> None:
        """Make one more page at the size that it will have."""
        missing = next((name for name in self._kinds if name not in self._pages), None)
        if missing is None:
            self._ahead.stop()
        else:
            self.page_named(missing).resize(self._stack.size())

    def _build(self, shown: str) -> None:
        width, height = SMALLEST
        self.setMinimumSize(width * (100 + self.session.preferences.text_size) // 200, height)
        self._stack = QStackedWidget()
        self._pages: dict[str, Page] = {}
        self._stack.setCurrentWidget(self.page_named(shown))
        self._banner = Banner(self.words)
        self.leave_button = button(self.words.say("window.leave"), self.leave)
        self.leave_button.setProperty("role", "leave")
        self.leave_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.dots = Dots()
        self.shift.counted.connect(self.dots.fill)
        top = row(self.dots, self.leave_button, margin=1)
        top.insertWidget(0, small(self.words.say("window.leave_keys")), 1)
        right = column(top, self._banner, gap=0)
        right.addWidget(self._stack, 1)
        body = row(gap=0)
        body.addWidget(self._rail())
        body.addLayout(right, 1)
        central = QWidget()
        central.setProperty("role", "frame")
        central.setLayout(body)
        self.setCentralWidget(central)
        self.cover.raise_()
        self._mark_step(shown)
        if self.isVisible():
            self._ahead.start()

    def _rail(self) -> QWidget:
        self._steps = QButtonGroup(self)
        steps = [self._step(name) for name, kind in self._kinds.items() if kind.in_rail]
        self._show_steps()
        content = QWidget()
        content.setProperty("role", "rail")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = column(*steps, None, gap=0, margin=1)
        layout.setSpacing(UNIT // 2)
        content.setLayout(layout)
        rail = Scrolling(content)
        widest = max(step.sizeHint().width() for step in steps)
        beside = 2 * UNIT + rail.verticalScrollBar().sizeHint().width()
        rail.setFixedWidth(max(RAIL, widest + beside))
        return rail

    def _step(self, name: str) -> QPushButton:
        step = button(self.say_step(name), lambda: self.show_page(name))
        step.setProperty("role", "step")
        step.setProperty("page", name)
        step.setCheckable(True)
        self._steps.addButton(step)
        return step

    def say_step(self, name: str) -> str:
        """What a page is called beside the others."""
        return self.words.say(f"step.{name}")

    def _show_steps(self) -> None:
        for step in self._steps.buttons():
            kind = self._kinds[step.property("page")]
            step.setEnabled(self.session.is_open or not kind.needs_case)

    def _mark_step(self, name: str) -> None:
        for step in self._steps.buttons():
            step.setChecked(step.property("page") == name)

    def _opened(self) -> None:
        self._show_steps()

    def _closed(self, why: Closed) -> None:
        """Pages are made anew: nothing that they had read of the case stays in them."""
        self.page.leave()
        self._build(self._start)
        self.show_page(self._start)
