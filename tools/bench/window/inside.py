"""Open the window of the real program in this process, and wait in it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.preferences import Preferences
from app.program import Services
from storage.types import KeptMedia
from ui.application import Application, keep_window_responsive

PASSPHRASE = "a passphrase for measuring"  # noqa: S105 - of a case that is thrown away


def open_window() -> Application:
    """Show the window, as the program does."""
    keep_window_responsive()
    application = Application(QApplication([]), Services(), Preferences(language="en"))
    application.window.show()
    return application


def open_new_case(application: Application, folder: Path) -> None:
    """Make a case, and return when it is open."""
    session = application.session
    session.create(
        folder / "bench.case", PASSPHRASE, KeptMedia.NONE, True, lambda _: None, raise_it
    )
    wait_until(lambda: session.is_open)


def wait_until(condition: Callable[[], bool]) -> None:
    """Run the event loop until a condition holds."""
    loop = QEventLoop()
    timer = QTimer(interval=20)
    timer.timeout.connect(lambda: loop.quit() if condition() else None)
    timer.start()
    loop.exec()


def wait(milliseconds: int) -> None:
    """Run the event loop for some milliseconds."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def raise_it(error: Exception) -> None:
    """Let an error of the window end the measurement."""
    raise error
