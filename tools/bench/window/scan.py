"""Measure the window while 2,000 files are added and scanned with the real models."""

import json
import statistics
import sys
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtTest import QTest

from app.intake.source_details import SourceDetails
from tools.bench.photos import make_photos
from tools.bench.window.heartbeat import GOAL_MS, Heartbeat, idle_process
from tools.bench.window.inside import open_new_case, open_window, wait, wait_until
from ui.application import Application

DRAWN, TIMES = 500, 4
COVER_EVERY_MS = 3000
COVER_GOAL_MS = 150


def main() -> None:
    """Print pauses of the UI thread, and how long the cover takes meanwhile."""
    home = Path(sys.argv[1])
    content = files(home)
    application = open_window()
    open_new_case(application, home)
    application.window.show_page("intake")
    pauses, covers = watch_scan(application, content)
    print(json.dumps({"files": DRAWN * TIMES, **pauses, **covers}))
    application.session.end(10)


def files(home: Path) -> Path:
    """Write photos, each several times with other bytes behind its end: copies of one picture."""
    content = home / "content"
    content.mkdir()
    for path in make_photos(content, DRAWN):
        for time in range(1, TIMES):
            path.with_stem(f"{path.stem}-{time}").write_bytes(path.read_bytes() + bytes([time]))
    return content


def watch_scan(
    application: Application, content: Path
) -> tuple[dict[str, object], dict[str, object]]:
    """Add everything, and meanwhile measure the pauses and the quick exit again and again."""
    session = application.session
    heart, ways_out = Heartbeat(), WaysOut(application)
    with idle_process() as idle:
        heart.start()
        session.intake.add([content], SourceDetails())
        while session.intake.busy:
            wait(COVER_EVERY_MS)
            heart.stop()
            ways_out.take_one()
            heart.start()
        heart.stop()
    pauses = {"pauses": heart.figures(), "idle_process": idle, "goal_ms": GOAL_MS}
    return pauses, ways_out.figures()


class WaysOut:
    """Presses Shift three times, and measures how long until nothing can be read any more."""

    def __init__(self, application: Application) -> None:
        self._window = application.window
        self._window.leaving.disconnect(application.leave)
        self._window.leaving.connect(self._covered)
        self._clock = QElapsedTimer()
        self._took_ms: list[float] = []

    def take_one(self) -> None:
        """Cover the window by the quick exit, and uncover it."""
        before = len(self._took_ms)
        handle = self._window.windowHandle()
        QTest.keyClick(handle, Qt.Key.Key_Shift)
        QTest.keyClick(handle, Qt.Key.Key_Shift)
        # The clock starts now, the key goes down when the UI thread comes to it.
        self._clock.start()
        QTimer.singleShot(0, lambda: QTest.keyClick(handle, Qt.Key.Key_Shift))
        wait_until(lambda: len(self._took_ms) > before)
        self._window.cover.hide()

    def figures(self) -> dict[str, object]:
        """Milliseconds from the third press to the painted cover."""
        return {
            "cover": {
                "times": len(self._took_ms),
                "median_ms": round(statistics.median(self._took_ms), 1),
                "max_ms": round(max(self._took_ms), 1),
                "goal_ms": COVER_GOAL_MS,
            }
        }

    def _covered(self) -> None:
        self._took_ms.append(self._clock.nsecsElapsed() / 1e6)


if __name__ == "__main__":
    main()
