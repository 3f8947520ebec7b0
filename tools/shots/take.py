"""Takes the screenshots of all pages."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from PIL import Image
from PySide6.QtCore import QBuffer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.preferences import Preferences, Theme
from tests.support.fake_program import FakeServices
from tools.shots.sample import check, open_case, open_check_copy
from ui.application import Application
from ui.pages import PAGES, settings

COLOURS = 256
SETTLED_MS = 250
"""Milliseconds after which a page has shown everything that comes late."""


@dataclass(frozen=True, slots=True)
class Shot:
    """A screenshot: a page in one language, theme and text size."""

    page: str
    language: str
    theme: Theme
    text_size: int = 100

    @property
    def file(self) -> str:
        """The file name."""
        large = "" if self.text_size == 100 else f"-{self.text_size}"
        return f"{self.page}-{self.language}-{self.theme}{large}.png"


NEEDS_NO_CASE = ("start", "make_case")
"""Pages that are shown as they are before a case is open."""

SETTINGS_FILE = Path("/home/user/.local/share/geoul/settings.json")
"""Shown instead of the path on the machine that takes the screenshots."""

SHOTS = (
    *(Shot(page.name, "en", Theme.LIGHT) for page in PAGES),
    *(Shot(page.name, "ko", Theme.DARK) for page in PAGES),
    Shot("start", "ko", Theme.LIGHT),
    Shot("check", "en", Theme.CONTRAST),
    Shot("review", "ko", Theme.CONTRAST),
    Shot("check", "ko", Theme.LIGHT, 200),
)


def take_all(home: Path, screens: Path) -> Iterator[Path]:
    """Write every screenshot, and yield its path."""
    with patch.object(settings, "settings_file", lambda: SETTINGS_FILE):
        yield from _take_all(home, screens)


def _take_all(home: Path, screens: Path) -> Iterator[Path]:
    application = Application(QApplication([]), FakeServices(), Preferences(language="en"))
    application.window.show()
    for shot in (each for each in SHOTS if each.page in NEEDS_NO_CASE):
        yield take(application, shot, screens)
    open_case(application.session, home, wait)
    check(application.session, home, wait)
    for shot in (each for each in SHOTS if each.page not in NEEDS_NO_CASE):
        yield take(application, shot, screens)
    open_check_copy(application.session, home, wait)
    check(application.session, home, wait)
    yield take(application, Shot("review", "en", Theme.LIGHT), screens, "check-copy")
    application.session.end(10)


def take(application: Application, shot: Shot, screens: Path, name: str = "") -> Path:
    """Set preferences, show the page, and write the screenshot."""
    application.session.prefer(Preferences(shot.language, shot.theme, shot.text_size))
    application.window.show_page(shot.page)
    settle()
    wait(lambda: not application.session._worker.busy)  # noqa: SLF001 - no page needs to know
    settle()
    path = screens / (f"{name}-{shot.file}" if name else shot.file)
    path.write_bytes(grab(application))
    return path


def grab(application: Application) -> bytes:
    """Return the window as a PNG of few colours."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    application.window.grab().save(buffer, "PNG")
    picture = Image.open(io.BytesIO(buffer.data().data())).convert("RGB")
    small = io.BytesIO()
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
    return small.getvalue()


def wait(condition: Callable[[], bool]) -> None:
    """Let the window run until a condition holds."""
    while not condition():
        settle()


def settle() -> None:
    """Let the window run for a moment."""
    loop = QEventLoop()
    QTimer.singleShot(SETTLED_MS, loop.quit)
    loop.exec()
