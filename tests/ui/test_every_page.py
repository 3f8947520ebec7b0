"""Walks every page, in every state of the case, and looks at each widget on it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.add import Told
from app.preferences import Preferences
from storage.types import Media
from tests.app.fakes import ME, SOMEBODY, FakeProgram, write_picture
from tests.ui import inspection
from tests.ui.conftest import PHRASE
from tools.i18n.pseudo import PseudoWords
from ui.application import Application
from ui.pages import PAGES
from ui.theme.style import apply

PSEUDO = "pseudo"


@dataclass(frozen=True)
class Look:
    """How a person has set the window."""

    language: str
    text_size: int = 100
    size: tuple[int, int] = (1100, 760)
    right_to_left: bool = False

    def __str__(self) -> str:
        """The name of a test."""
        side = "-rtl" if self.right_to_left else ""
        return f"{self.language}-{self.text_size}-{self.size[0]}{side}"


SMALL = (720, 480)
LOOKS = (
    Look("en"),
    Look("ko", 100, SMALL),
    Look(PSEUDO),
    Look(PSEUDO, 100, SMALL, right_to_left=True),
    Look("en", 200),
    Look("ko", 200, SMALL),
    Look(PSEUDO, 200, SMALL),
)
STATES = ("no case", "case", "check copy")


@pytest.fixture(params=LOOKS, ids=str)
def look(request: pytest.FixtureRequest) -> Look:
    """Each look in turn."""
    chosen: Look = request.param
    return chosen


@pytest.fixture
def application(qtbot: QtBot, qapp: QApplication, look: Look) -> Iterator[Application]:
    """The window in that look, without a case."""
    language = "en" if look.language == PSEUDO else look.language
    made = Application(
        qapp, FakeProgram(), Preferences(language=language, text_size=look.text_size)
    )
    if look.right_to_left:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made.window.resize(*look.size)
    if look.language == PSEUDO:
        made.window.speak(PseudoWords())
    made.window.show()
    made.window.activateWindow()
    qtbot.waitActive(made.window)
    yield made
    qapp.removeEventFilter(made.window.shift)
    made.window.hide()
    assert made.session.end(10)
    made.window.deleteLater()
    qapp.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    apply(qapp, Preferences().theme, Preferences().text_size)


@pytest.fixture(params=STATES)
def window(
    request: pytest.FixtureRequest, qtbot: QtBot, application: Application, tmp_path: Path
) -> QWidget:
    """The window in each state of the case."""
    {"no case": lambda *_: None, "case": open_case, "check copy": open_check_copy}[request.param](
        qtbot, application, tmp_path
    )
    return application.window


def open_case(qtbot: QtBot, application: Application, folder: Path) -> None:
    """A case with two pictures and one thing that cannot be checked."""
    session = application.session
    content = folder / "content"
    content.mkdir()
    write_picture(content / "one.png", ME)
    write_picture(content / "two.png", ME, SOMEBODY)
    (content / "three.jpg").write_bytes(b"this is no picture")
    with qtbot.waitSignal(session.opened):
        session.create(folder / "my-case", PHRASE, Media.NONE, True, lambda _: None, raised)
    session.add([content], Told())
    qtbot.waitUntil(lambda: session.adding is None and session.scanning is None)


def open_check_copy(qtbot: QtBot, application: Application, folder: Path) -> None:
    """A check copy of the same."""
    open_case(qtbot, application, folder)
    session = application.session
    made: list[object] = []
    session.ask(lambda case: case.write_check_copy(folder / "copy", PHRASE), made.append)
    qtbot.waitUntil(lambda: bool(made))
    with qtbot.waitSignal(session.closed):
        session.close()
    with qtbot.waitSignal(session.opened):
        session.open(folder / "copy", PHRASE, raised)


def raised(error: Exception) -> None:
    """Whatever goes wrong fails the test."""
    raise error


Check = Callable[[QWidget], list[str]]

CHECKS: tuple[Check, ...] = (
    inspection.without_name,
    inspection.shared_mnemonics,
    inspection.cut_off,
    inspection.too_wide,
    inspection.selectable,
)


def pages(qtbot: QtBot, application: Application) -> Iterator[str]:
    """Show one page after the other, once everything that it asked for is there."""
    session = application.session
    for page in PAGES:
        if session.is_open or not page.needs_case:
            application.window.show_page(page.name)
            qtbot.waitUntil(lambda: not session._worker.busy)
            yield page.name


def test_every_page_can_be_read_and_used(
    qtbot: QtBot, application: Application, window: QWidget, look: Look
) -> None:
    checks = (*CHECKS, inspection.literal) if look.language == PSEUDO else CHECKS
    problems = Problems()
    for page in pages(qtbot, application):
        for check in checks:
            problems.add(page, check(window))
    problems.fail_if_any()


def test_tab_goes_through_every_page_in_reading_order(
    qtbot: QtBot, application: Application, window: QWidget
) -> None:
    problems = Problems()
    for page in pages(qtbot, application):
        visited, end = inspection.round_trip(application.window.leave_button)
        on_page = [each for each in visited if application.window.page.isAncestorOf(each)]
        problems.add(page, inspection.not_reached(window, visited))
        problems.add(page, inspection.trapped(visited, end))
        problems.add(page, inspection.out_of_order(on_page, window))
    problems.fail_if_any()


class Problems:
    """What is wrong, and on which pages; what is wrong with the frame is wrong on all of them."""

    def __init__(self) -> None:
        self._pages: dict[str, list[str]] = {}

    def add(self, page: str, problems: Iterable[str]) -> None:
        """These were seen on that page."""
        for problem in problems:
            self._pages.setdefault(problem, []).append(page)

    def fail_if_any(self) -> None:
        """Name every page and widget."""
        lines = [f"{', '.join(pages)}: {problem}" for problem, pages in self._pages.items()]
        if lines:
            pytest.fail("\n".join(lines), pytrace=False)
