"""Measure the window while it reads, and scrolls through, a list of 50,000 items."""

import json
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView

from storage.case import Case
from storage.hashes import hash_chunks
from storage.types import Source
from tools.bench.window.heartbeat import GOAL_MS, Heartbeat, idle_process
from tools.bench.window.inside import open_new_case, open_window, wait, wait_until
from ui.application import Application

ROWS = 50_000
REFRESHES = 20
KEYS = 200


def main() -> None:
    """Print the pauses of the UI thread."""
    application = open_window()
    open_new_case(application, Path(sys.argv[1]))
    application.window.show_page("intake")
    fill(application)
    with idle_process() as idle:
        refreshing, scrolling = refresh(application), scroll(application)
    answer = {"refreshing": refreshing, "scrolling": scrolling, "idle_process": idle}
    print(json.dumps({"rows": ROWS, **answer, "goal_ms": GOAL_MS}))
    application.session.end(10)


def fill(application: Application) -> None:
    """Put made-up items into the case."""
    done: list[None] = []
    application.session.ask(_put_rows, done.append)
    wait_until(lambda: bool(done))


def _put_rows(case: Case) -> None:
    with case.transaction():
        for number in range(ROWS):
            content = hash_chunks([number.to_bytes(4)])
            name = f"IMG_{number:06}.jpg"
            case.add_content(content, 4, Source(path=f"/{name}", filename=name, mtime_ns=number))


def refresh(application: Application) -> dict[str, float]:
    """Refresh the window again and again, as during a scan, and return its pauses."""
    heart = Heartbeat()
    heart.start()
    for _ in range(REFRESHES):
        application.session.refresh()
        wait(250)
    heart.stop()
    return heart.figures()


def scroll(application: Application) -> dict[str, float]:
    """Scroll page by page with the keyboard, and return the pauses."""
    lists = application.window.page.findChildren(QAbstractItemView)
    view = max(lists, key=lambda each: each.model().rowCount())
    view.setFocus()
    heart = Heartbeat()
    heart.start()
    for _ in range(KEYS):
        QTest.keyClick(view, Qt.Key.Key_PageDown)
        wait(20)
    heart.stop()
    return {"rows_seen": view.currentIndex().row() + 1, **heart.figures()}


if __name__ == "__main__":
    main()
