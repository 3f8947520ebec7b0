"""Walks every page in every state of a case, and inspects each widget on it."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.preferences import Preferences
from tests.support.fake_program import FakeServices
from tests.support.pseudo_language import PseudoWords
from tests.ui import inspection
from tools.shots import sample
from ui.application import Application
from ui.pages import PAGES
from ui.theme.style import apply

PSEUDO = "pseudo"


@dataclass(frozen=True)
class Look:
    """The preferences of a person for the window."""

    language: str
    text_size: int = 100
    size: tuple[int, int] = (1100, 760)
    right_to_left: bool = False

    def __str__(self) -> str:
        """Return the name of the test."""
        side = "-rtl" if self.right_to_left else ""
        return f"{self.language}-{self.text_size}-{self.size[0]}{side}"


SMALL = (720, 480)
LOOKS = (
    Look("en"),
    Look("ko", 100, SMALL),
    Look(PSEUDO),
    Look(PSEUDO, 100, SMALL, right_to_left=True),
    Look("en", 200, SMALL),
    Look("ko", 200, SMALL),
    Look(PSEUDO, 200),
)
pytestmark = pytest.mark.slow
"""Every page in every language, size and state: more than a minute of processor time."""

NO_CASE, CASE, CHECK_COPY = "no case", "case", "check copy"
OTHER_STATES = (NO_CASE, CHECK_COPY)

Walk = tuple[Look, str]
WALKS: tuple[Walk, ...] = (
    *((look, CASE) for look in LOOKS),
    *((look, state) for state in OTHER_STATES for look in (LOOKS[0], LOOKS[-1])),
)
WALKS_BY_KEYBOARD: tuple[Walk, ...] = tuple(
    (look, state) for state in (CASE, *OTHER_STATES) for look in (LOOKS[0], LOOKS[3])
)


def each_of(walks: tuple[Walk, ...]) -> pytest.MarkDecorator:
    """Run a test on each of these walks."""
    ids = [f"{look}, {state}" for look, state in walks]
    return pytest.mark.parametrize(("look", "state"), walks, ids=ids, indirect=True)


@pytest.fixture
def look(request: pytest.FixtureRequest) -> Look:
    """The preferences in this walk."""
    chosen: Look = request.param
    return chosen


@pytest.fixture
def state(request: pytest.FixtureRequest) -> str:
    """The state of the case in this walk."""
    return str(request.param)


@pytest.fixture
def application(qtbot: QtBot, qapp: QApplication, look: Look) -> Iterator[Application]:
    """The window with these preferences, without a case."""
    language = "en" if look.language == PSEUDO else look.language
    made = Application(
        qapp, FakeServices(), Preferences(language=language, text_size=look.text_size)
    )
    if look.right_to_left:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made.window.resize(*look.size)
    if look.language == PSEUDO:
        made.window.set_language(PseudoWords())
    made.window.show()
    with qtbot.waitActive(made.window):
        made.window.activateWindow()
    yield made
    qapp.removeEventFilter(made.window.shift)
    made.window.hide()
    assert made.session.end(30)
    delete(made.window)  # later, it would take the keyboard from the next
    qapp.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    apply(qapp, Preferences().theme, Preferences().text_size)


@pytest.fixture
def window(qtbot: QtBot, application: Application, state: str, tmp_path: Path) -> QWidget:
    """The window in each state of the case: none, in the middle of the work, a check copy."""
    session = application.session
    if state != NO_CASE:
        sample.open_case(session, tmp_path, qtbot.waitUntil)
    if state == CHECK_COPY:
        sample.open_check_copy(session, tmp_path, qtbot.waitUntil)
    if session.is_open:
        sample.check(session, tmp_path, qtbot.waitUntil)
    return application.window


Check = Callable[[QWidget], list[str]]

CHECKS: tuple[Check, ...] = (
    inspection.without_name,
    inspection.shared_mnemonics,
    inspection.cut_off,
    inspection.too_wide,
    inspection.selectable,
)


NAMES = re.compile(r"\w+\.(png|gif)|ECRM|StopNCII\.org|Take It Down")
"""Names that are the same in every language: files, and organisations that help."""


def pages(qtbot: QtBot, application: Application) -> Iterator[str]:
    """Yield one page after the other, once all that it asked for is there."""
    session = application.session
    for page in PAGES:
        if session.is_open or not page.needs_case:
            application.window.show_page(page.name)
            qtbot.waitUntil(lambda: not session._worker.busy)
            settle(application.window)
            yield page.name


STILL = 3
"""So many times in a row nothing moves any more: some widgets ask for room a turn later."""


def settle(window: QWidget) -> None:
    """Let everything be laid out; a widget knows what it needs only at its final width."""
    before: list[QRect] = []
    still = 0
    while still < STILL:
        now = [each.geometry() for each in inspection.shown(window, QWidget)]
        still = still + 1 if now == before else 0
        before = now
        QTest.qWait(1)


@each_of(WALKS)
def test_every_page_can_be_read_and_used(
    qtbot: QtBot, application: Application, window: QWidget, look: Look
) -> None:
    literal: Check = partial(inspection.literal, names=NAMES)
    checks = (*CHECKS, literal) if look.language == PSEUDO else CHECKS
    problems = Problems()
    for page in pages(qtbot, application):
        problems.add(page, flashed_up(window))
        for check in checks:
            problems.add(page, check(window))
    problems.fail_if_any()


@each_of(WALKS_BY_KEYBOARD)
def test_tab_goes_through_every_page_in_reading_order(
    qtbot: QtBot, application: Application, window: QWidget
) -> None:
    problems = Problems()
    for page in pages(qtbot, application):
        window.activateWindow()
        visited, end = inspection.round_trip(application.window.leave_button)
        on_page = [each for each in visited if application.window.page.isAncestorOf(each)]
        problems.add(page, inspection.not_reached(window, visited))
        problems.add(page, inspection.trapped(visited, end))
        problems.add(page, inspection.out_of_order(on_page, window))
    problems.fail_if_any()


def flashed_up(window: QWidget) -> list[str]:
    """What is shown before it is put anywhere is a window for a moment, and takes the keyboard."""
    if window.isActiveWindow():
        return []
    window.activateWindow()
    return ["something was shown as a window of its own"]


class Problems:
    """Faults with their pages; those of the window's frame appear on all pages."""

    def __init__(self) -> None:
        self._pages: dict[str, list[str]] = {}

    def add(self, page: str, problems: Iterable[str]) -> None:
        """Add the faults of a page."""
        for problem in problems:
            self._pages.setdefault(problem, []).append(page)

    def fail_if_any(self) -> None:
        """Fail with every page and widget."""
        lines = [f"{', '.join(pages)}: {problem}" for problem, pages in self._pages.items()]
        if lines:
            pytest.fail("\n".join(lines), pytrace=False)
